//! Answers each `PATCH` with the same record, or with 204 where that is enough, each part of a batch with 204, and
//! `GET /last` with the last request, and another `GET` with a page. Prints its address, then serves.

use std::cell::RefCell;
use std::convert::Infallible;
use std::fmt::Write as _;
use std::rc::Rc;

use bench_loopback::{ITEMS, PAGES, record};
use bench_runtime::tables::reading::user;
use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode, header};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use tokio::net::TcpListener;

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    tokio::task::LocalSet::new().run_until(serve()).await
}

async fn serve() -> std::io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("{}", listener.local_addr()?);
    let bodies = Bodies {
        record: Bytes::from(record()),
        users: json!((0..ITEMS).map(user).collect::<Vec<_>>()).to_string().into(),
    };
    let last = Rc::new(RefCell::new(Bytes::new()));
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        let (bodies, last) = (bodies.clone(), Rc::clone(&last));
        let service = service_fn(move |request| answer(request, bodies.clone(), Rc::clone(&last)));
        tokio::task::spawn_local(async move {
            // A client that goes away is no error of the server.
            let _ = hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
        });
    }
}

/// What does not change.
#[derive(Clone)]
struct Bodies {
    record: Bytes,
    /// The items of a page.
    users: Rc<str>,
}

async fn answer(
    request: Request<Incoming>,
    bodies: Bodies,
    last: Rc<RefCell<Bytes>>,
) -> Result<Response<Full<Bytes>>, Infallible> {
    if request.method() == Method::GET && request.uri().path() == "/last" {
        return Ok(as_json(last.borrow().clone()));
    }
    if request.method() == Method::GET {
        return Ok(as_json(page(&request, &bodies.users)));
    }
    let (head, body) = request.into_parts();
    let mut text = format!("{} {}\n", head.method, head.uri);
    for (name, value) in &head.headers {
        let _ = writeln!(text, "{name}: {}", value.to_str().unwrap_or_default());
    }
    text.push('\n');
    let sent = body.collect().await.map(http_body_util::Collected::to_bytes).unwrap_or_default();
    text.push_str(&String::from_utf8_lossy(&sent));
    last.replace(Bytes::from(text));
    if head.method == Method::POST {
        return Ok(as_json(answer_to_batch(&sent)));
    }
    if head.headers.get("prefer").is_some_and(|prefer| prefer == "return=minimal") {
        let mut response = Response::new(Full::default());
        *response.status_mut() = StatusCode::NO_CONTENT;
        return Ok(response);
    }
    Ok(as_json(bodies.record))
}

/// The page that the link names by its number, and the link of the next one.
fn page(request: &Request<Incoming>, users: &str) -> Bytes {
    let number = request.uri().query().and_then(|query| query.rsplit('=').next()?.parse().ok()).unwrap_or(1);
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let next = match number {
        PAGES.. => String::new(),
        _ => format!(r#""@odata.nextLink":"http://{host}/v1.0/users?$skiptoken={}","#, number + 1),
    };
    format!("{{{next}\"value\":{users}}}").into()
}

/// 204 for each request.
fn answer_to_batch(sent: &[u8]) -> Bytes {
    let sent: Value = serde_json::from_slice(sent).unwrap_or_default();
    let requests = sent["requests"].as_array().map(Vec::as_slice).unwrap_or_default();
    let headers = json!({"Cache-Control": "no-cache"});
    let answers = requests.iter().map(|request| json!({"id": request["id"], "status": 204, "headers": headers}));
    json!({"responses": answers.collect::<Vec<_>>()}).to_string().into()
}

fn as_json(body: Bytes) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(body));
    response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static("application/json"));
    response
}
