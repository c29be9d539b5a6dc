//! Content that is no JSON, single properties, downloads, uploads and monitors.

use bytes::Bytes;
use graph_resource_testing::{EmbeddedGraph, Fault, FaultRule, OperationAnswer, Rules, UploadStyle};
use http::{Request, Response};
use serde_json::{Value, json};

use crate::{ROOT, ask, header, json as body, outcome, send};

const PNG: &[u8] = b"\x89PNG\xff\x00";

fn photos() -> EmbeddedGraph {
    EmbeddedGraph::new()
        .with_entity(
            "/users",
            json!({"id": "o'n", "name": "Ada", "age": 3, "city": {"zip": "1", "x": null}, "tags": ["a"]}),
        )
        .with_to_one("/me", ["/users"])
        .with_content("/users/o'n/photo/$value", "image/png", PNG)
}

fn raw(
    graph: &EmbeddedGraph,
    method: &str,
    url: &str,
    headers: &[(&str, &str)],
    body: impl Into<Bytes>,
) -> Response<Bytes> {
    let request = headers
        .iter()
        .fold(Request::builder().method(method).uri(url), |request, (name, value)| request.header(*name, *value));
    send(graph, request.body(body.into()).unwrap()).unwrap()
}

#[test]
fn content_is_read_and_replaced() {
    let graph = photos();
    graph.link("/me", "/users/o'n");
    let answer = ask(&graph, "GET /me/photo/$value", "");
    assert_eq!(
        (answer.status().as_u16(), header(&answer, "content-type"), answer.body().as_ref()),
        (200, Some("image/png"), PNG)
    );
    let etag = header(&answer, "etag").unwrap().to_owned();
    assert_eq!(outcome(&ask(&graph, "GET /users/o'n/photos/$value", "")), "404 ResourceNotFound");

    let url = format!("{ROOT}/users/o'n/photo/$value");
    let put = raw(&graph, "PUT", &url, &[("content-type", "image/jpeg"), ("if-match", &etag)], "jpeg");
    assert_eq!((put.status().as_u16(), put.body().len()), (200, 0));
    assert_eq!(raw(&graph, "PUT", &url, &[("if-match", &etag)], "x").status(), 412);
    assert_eq!(graph.content("/users/o'n/photo/$value"), Some(("image/jpeg".to_owned(), Bytes::from("jpeg"))));
    assert_eq!(outcome(&ask(&graph, "PATCH /users/o'n/photo/$value", "{}")), "405 methodNotAllowed");
    assert_eq!(outcome(&ask(&graph, "DELETE /users/o'n/photo/$value", "")), "204");
    assert_eq!(graph.content("/users/o'n/photo/$value"), None);
    assert_eq!(raw(&graph, "PUT", &format!("{ROOT}/users/x/photo/$value"), &[], "x").status(), 404);
}

#[test]
fn content_of_an_item_by_a_redirect() {
    let graph = EmbeddedGraph::new()
        .with_rules("/items", Rules::new().redirect_content())
        .with_entity("/items", json!({"id": "1"}))
        .with_bearer_token("t");
    let token = [("authorization", "Bearer t")];
    let before = graph.etag("/items/1");
    let put = raw(&graph, "PUT", &format!("{ROOT}/items/1/content"), &token, PNG);
    assert_eq!((put.status().as_u16(), body(&put)["id"].as_str()), (201, Some("1")));
    assert_ne!(graph.etag("/items/1"), before);
    let found = raw(&graph, "GET", &format!("{ROOT}/items/1/content"), &token, "");
    let location = header(&found, "location").unwrap();
    assert!(found.status() == 302 && location.starts_with("https://storage.example.com/-/"), "{location}");
    let answer = raw(&graph, "GET", location, &[], "");
    assert_eq!((answer.status().as_u16(), answer.body().as_ref()), (200, PNG));
    assert_eq!(raw(&graph, "GET", location, &token, "").status(), 401, "no token may go there");
    assert_eq!(raw(&graph, "POST", location, &[], "").status(), 405);
    graph.expire_links();
    assert_eq!(raw(&graph, "GET", location, &[], "").status(), 404);
    let local = raw(&graph, "GET", "http://127.0.0.1:80/v1.0/items/1/content", &token, "");
    assert!(header(&local, "location").unwrap().starts_with("http://localhost:80/-/"));
}

#[test]
fn single_properties() {
    let graph = photos();
    let get = |path: &str| ask(&graph, &format!("GET /users/o'n/{path}"), "");
    let context = format!("{ROOT}/$metadata#users('o''n')/name");
    assert_eq!(body(&get("name")), json!({"@odata.context": context, "value": "Ada"}));
    assert_eq!(body(&get("city"))["zip"], "1");
    assert_eq!(body(&get("tags"))["value"], json!(["a"]));
    assert_eq!(body(&get("city/zip"))["value"], "1");
    assert_eq!(get("city/x").status(), 204);
    let name = get("name/$value");
    assert_eq!((header(&name, "content-type"), name.body().as_ref()), (Some("text/plain"), b"Ada".as_slice()));
    assert_eq!(get("age/$value").body(), "3");
    for path in ["nope", "name/x", "city/$value", "nope/$value", "$value"] {
        assert_eq!(outcome(&get(path)), "404 ResourceNotFound", "{path}");
    }
    let hidden = photos().with_rules("/users", Rules::new().write_only(["name"]));
    assert_eq!(outcome(&ask(&hidden, "GET /users/o'n/name", "")), "404 ResourceNotFound");
}

fn uploads(style: UploadStyle) -> (EmbeddedGraph, String) {
    let graph = EmbeddedGraph::new()
        .with_entity("/files", json!({"id": "1"}))
        .with_upload_style(style)
        .with_upload_session("/files/{id}/createUploadSession", |call| {
            let content = call.content();
            let sum: u64 = content.iter().map(|byte| u64::from(*byte)).sum();
            json!({"id": call.key("id"), "size": content.len(), "sum": sum, "name": call.parameter("name")})
        });
    let session = body(&ask(&graph, "POST /files/1/createUploadSession", "{\"name\":\"a.bin\"}"));
    let url = session["uploadUrl"].as_str().unwrap().to_owned();
    (graph, url)
}

const UNIT: usize = 327_680;

fn put(graph: &EmbeddedGraph, url: &str, range: &str, bytes: usize) -> Response<Bytes> {
    raw(graph, "PUT", url, &[("content-range", range)], vec![1_u8; bytes])
}

#[test]
fn an_upload_in_ranges() {
    let (graph, url) = uploads(UploadStyle::OpenRanges);
    let total = 2 * UNIT + 10;
    let first = put(&graph, &url, &format!("bytes 0-{}/{total}", UNIT - 1), UNIT);
    assert_eq!((first.status().as_u16(), &body(&first)["nextExpectedRanges"]), (202, &json!([format!("{UNIT}-")])));
    assert_eq!(body(&raw(&graph, "GET", &url, &[], ""))["nextExpectedRanges"][0], format!("{UNIT}-"));
    for (range, bytes, status) in [
        (format!("bytes 0-{}/{total}", UNIT - 1), UNIT, 416),
        (format!("bytes {}-{}/{total}", 2 * UNIT, total - 1), 10, 416),
        (format!("bytes {UNIT}-{}/{total}", UNIT + 9), 10, 400),
        (format!("bytes {UNIT}-{}/{}", 2 * UNIT - 1, total + 1), UNIT, 400),
        (format!("bytes {UNIT}-{}/{total}", 2 * UNIT - 1), UNIT - 1, 400),
        ("bytes 5-1/9".to_owned(), 1, 400),
    ] {
        assert_eq!(put(&graph, &url, &range, bytes).status(), status, "{range}");
    }
    // The answer to the second part is lost: the session tells how far it came.
    graph.add_fault(FaultRule::new(Fault::lose_answer()).path("/-/{name}").method("PUT").nth(1));
    let range = format!("bytes {UNIT}-{}/{total}", 2 * UNIT - 1);
    let request = Request::put(&url).header("content-range", &range).body(Bytes::from(vec![1; UNIT])).unwrap();
    assert!(send(&graph, request).is_err());
    assert_eq!(body(&raw(&graph, "GET", &url, &[], ""))["nextExpectedRanges"][0], format!("{}-", 2 * UNIT));
    let last = put(&graph, &url, &format!("bytes {}-{}/{total}", 2 * UNIT, total - 1), 10);
    assert_eq!(
        (last.status().as_u16(), body(&last)),
        (201, json!({"id": "1", "size": total, "sum": total, "name": "a.bin"}))
    );
    assert_eq!(put(&graph, &url, "bytes 0-0/1", 1).status(), 404, "the session is over");
}

#[test]
fn styles_of_a_session_and_its_end() {
    let (graph, url) = uploads(UploadStyle::ClosedRanges);
    let part = put(&graph, &url, &format!("bytes 0-{}/{}", UNIT - 1, UNIT + 5), UNIT);
    assert_eq!(body(&part)["nextExpectedRanges"], json!([format!("{UNIT}-{}", UNIT + 4)]));
    assert_eq!(raw(&graph, "DELETE", &url, &[], "").status(), 204);
    assert_eq!(raw(&graph, "GET", &url, &[], "").status(), 404);
    let (graph, url) = uploads(UploadStyle::Capitalised);
    assert_eq!(body(&raw(&graph, "GET", &url, &[], ""))["NextExpectedRanges"], json!(["0-"]));
    let token = [("authorization", "Bearer t"), ("content-range", "bytes 0-0/1")];
    assert_eq!(raw(&graph, "PUT", &url, &token, "x").status(), 401);
    assert_eq!(put(&graph, &url, "bytes 0-0/1", 1).status(), 201);
}

#[test]
fn long_running_operations() {
    let graph = EmbeddedGraph::new()
        .with_entity("/items", json!({"id": "1"}))
        .with_action("/items/{id}/copy", |_| {
            OperationAnswer::accepted(2, json!({"status": "completed", "resourceId": "2"})).retry_after("0")
        })
        .with_action("/items/{id}/move", |_| OperationAnswer::accepted_then(0, "/items/1"))
        .with_function("/items/report", |_| OperationAnswer::download("text/csv", "a,b\n1,2\n"));
    let accepted = ask(&graph, "POST /items/1/copy", "");
    assert_eq!((accepted.status().as_u16(), header(&accepted, "retry-after")), (202, Some("0")));
    let location = header(&accepted, "location").unwrap();
    let polled: Vec<(u16, Value)> = (0..4)
        .map(|_| raw(&graph, "GET", location, &[], ""))
        .map(|answer| (answer.status().as_u16(), body(&answer)["status"].clone()))
        .collect();
    let (running, done) = ((202, json!("inProgress")), (200, json!("completed")));
    assert_eq!(polled, [running.clone(), running, done.clone(), done]);
    let moved = ask(&graph, "POST /items/1/move", "");
    let end = raw(&graph, "GET", header(&moved, "location").unwrap(), &[], "");
    assert_eq!((end.status().as_u16(), header(&end, "location")), (303, Some(&*format!("{ROOT}/items/1"))));
    let report = ask(&graph, "GET /items/report", "");
    let csv = raw(&graph, "GET", header(&report, "location").unwrap(), &[], "");
    assert_eq!(
        (report.status().as_u16(), header(&csv, "content-type"), csv.body().as_ref()),
        (302, Some("text/csv"), b"a,b\n1,2\n".as_slice())
    );
}
