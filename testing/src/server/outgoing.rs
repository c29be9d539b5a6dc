//! What the service sends by itself: validations and deliveries, over HTTP/1.1 without TLS.

use std::future::poll_fn;
use std::io;
use std::pin::pin;
use std::task::Poll;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::header::HOST;
use http::{HeaderValue, Request, Response, Uri};
use http_body_util::{BodyExt as _, Full};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};

use crate::embedded::EmbeddedGraph;
use crate::record::RecordedRequest;
use crate::sender::Next;

/// How long a subscriber has for a validation.
const VALIDATION: Duration = Duration::from_secs(10);

/// Sends what there is to send, one after the other, until it is dropped.
pub(super) async fn send_all(graph: EmbeddedGraph) {
    let start = Instant::now();
    loop {
        match graph.next_delivery(start.elapsed()) {
            Next::Send(delivery) => {
                let answer = match delivery.request() {
                    Some(request) => deliver(&graph, request).await,
                    None => None,
                };
                graph.delivered(delivery, answer.as_ref(), start.elapsed());
            }
            Next::Wait(until) => {
                let mut due = pin!(sleep(until.saturating_sub(start.elapsed())));
                poll_fn(|cx| match graph.poll_announced(cx) {
                    Poll::Ready(()) => Poll::Ready(()),
                    Poll::Pending => due.as_mut().poll(cx),
                })
                .await;
            }
            Next::Nothing => poll_fn(|cx| graph.poll_announced(cx)).await,
        }
    }
}

async fn deliver(graph: &EmbeddedGraph, request: Request<Bytes>) -> Option<Response<Bytes>> {
    let recorded = RecordedRequest::of(&request);
    let answer = match graph.subscriber() {
        Some(subscriber) => Some(subscriber(&request)),
        None => within(graph.patience()?, request).await,
    };
    graph.record_sent(recorded, answer.as_ref());
    answer
}

/// Asks a subscriber, and waits for it. On a thread of its own, since the caller may be within a runtime.
pub(crate) fn ask_blocking(request: Request<Bytes>) -> Option<Response<Bytes>> {
    let asking = std::thread::spawn(|| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().ok()?;
        runtime.block_on(within(VALIDATION, request))
    });
    asking.join().ok()?
}

async fn within(time: Duration, request: Request<Bytes>) -> Option<Response<Bytes>> {
    timeout(time, ask(request)).await.ok()?.ok()
}

async fn ask(request: Request<Bytes>) -> io::Result<Response<Bytes>> {
    let address = request.uri().authority().filter(|_| request.uri().scheme_str() == Some("http"));
    let address = address.ok_or(io::ErrorKind::Unsupported)?.clone();
    let port = address.port_u16().unwrap_or(80);
    let stream = TcpStream::connect((address.host().trim_matches(['[', ']']), port)).await?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.map_err(io::Error::other)?;
    let exchange = async {
        let (mut head, body) = request.into_parts();
        let path = head.uri.path_and_query().cloned().map_or_else(|| Uri::from_static("/"), Uri::from);
        head.uri = path;
        head.headers.insert(HOST, HeaderValue::from_str(address.as_str()).map_err(io::Error::other)?);
        let request = Request::from_parts(head, Full::new(body));
        let (head, body) = sender.send_request(request).await.map_err(io::Error::other)?.into_parts();
        let body = body.collect().await.map_err(io::Error::other)?.to_bytes();
        Ok(Response::from_parts(head, body))
    };
    let (mut connection, mut exchange) = (pin!(connection), pin!(exchange));
    let mut is_open = true;
    // Both are driven here, so that nothing outlives the exchange.
    poll_fn(|cx| {
        if is_open && connection.as_mut().poll(cx).is_ready() {
            is_open = false;
        }
        exchange.as_mut().poll(cx)
    })
    .await
}
