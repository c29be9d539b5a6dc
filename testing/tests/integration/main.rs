//! The embedded Graph as its users drive it: as a transport, and over a socket.

mod answers;
mod batch;
mod conditions;
mod content;
mod deep;
mod delta;
mod drives;
mod expand;
mod faults;
mod filter;
mod hostile;
mod operations;
mod order;
mod paging;
mod relationships;
#[cfg(feature = "server")]
mod socket;
mod strict;
mod subscriptions;
mod writes;

use bytes::Bytes;
use graph_resource::HttpClient;
use graph_resource_testing::EmbeddedGraph;
use http::{Request, Response};
use serde_json::Value;

const ROOT: &str = "https://graph.microsoft.com/v1.0";

/// Sends through the trait, as a generic client does.
fn send<C: HttpClient>(client: &C, request: Request<Bytes>) -> Result<Response<Bytes>, C::Error> {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(client.send(request))
}

/// A request line and headers such as `PATCH /users/1` and `If-Match: *`; a body is sent as JSON.
fn request(head: &str, body: &str) -> Request<Bytes> {
    let mut lines = head.lines();
    let (method, path) = lines.next().unwrap().split_once(' ').unwrap();
    let mut request = Request::builder().method(method).uri(format!("{ROOT}{path}"));
    for (name, value) in lines.map(|line| line.split_once(": ").unwrap()) {
        request = request.header(name.trim(), value);
    }
    if !body.is_empty() && !head.to_lowercase().contains("content-type") {
        request = request.header("content-type", "application/json");
    }
    request.body(Bytes::from(body.to_owned())).unwrap()
}

fn ask(graph: &EmbeddedGraph, head: &str, body: &str) -> Response<Bytes> {
    send(graph, request(head, body)).unwrap()
}

fn json(response: &Response<Bytes>) -> Value {
    serde_json::from_slice(response.body()).unwrap()
}

/// `412 resourceModified`.
fn outcome(response: &Response<Bytes>) -> String {
    let code = match response.body().as_ref() {
        b"" => String::new(),
        body => serde_json::from_slice::<Value>(body).unwrap()["error"]["code"].as_str().unwrap_or_default().to_owned(),
    };
    format!("{} {code}", response.status().as_u16()).trim_end().to_owned()
}

/// The keys of the items in a page, `a b c`; or how it was refused.
fn keys(graph: &EmbeddedGraph, head: &str) -> String {
    let answer = ask(graph, head, "");
    match json(&answer)["value"].as_array() {
        Some(items) => {
            let keys: Vec<&str> = items.iter().map(|item| item["id"].as_str().unwrap_or("-")).collect();
            keys.join(" ")
        }
        None => outcome(&answer),
    }
}

/// Percent-encodes all that is not a letter or a digit.
fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

fn header<'r>(response: &'r Response<Bytes>, name: &str) -> Option<&'r str> {
    response.headers().get(name).map(|value| value.to_str().unwrap())
}
