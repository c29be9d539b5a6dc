//! What the tests share: answers, bodies, a service that only records, and services that only follow OData's rules.

use std::convert::Infallible;
use std::sync::Mutex;

use graph_resource::request::{Operation, Update};
use graph_resource::{BaseUrl, Bytes, Client, DateTimeOffset, Error, GraphResource, HttpClient, Request};
use serde_json::{Map, Value};

pub(crate) const BASE: &str = "https://graph.microsoft.com/v1.0";

pub(crate) fn moment(text: &str) -> DateTimeOffset {
    text.parse().unwrap()
}

/// Reads a value of the tests' own JSON.
pub(crate) fn read<T: serde::de::DeserializeOwned>(json: &str) -> T {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{error} in {json}"))
}

/// Whether numbers keep their digits in trees of values: with `serde_json`'s `arbitrary_precision`.
pub(crate) fn keeps_digits() -> bool {
    serde_json::from_str::<Value>("1e400").is_ok()
}

pub(crate) fn write<T: serde::Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).unwrap()
}

pub(crate) fn object(json: &str) -> Map<String, Value> {
    read(json)
}

/// The body that a request sends.
pub(crate) fn body_of<O: Operation>(request: &Request<O>) -> String {
    let request = request.to_http(BASE).unwrap();
    String::from_utf8(request.body().to_vec()).unwrap()
}

/// Method and URL below the base.
pub(crate) fn line_of<O: Operation>(request: &Request<O>) -> String {
    let request = request.to_http(BASE).unwrap();
    format!("{} {}", request.method(), request.uri().to_string().strip_prefix(BASE).unwrap())
}

pub(crate) fn answer(status: u16, body: impl Into<Bytes>) -> http::Response<Bytes> {
    http::Response::builder().status(status).body(body.into()).unwrap()
}

pub(crate) fn answer_with(status: u16, headers: &[(&str, &str)], body: impl Into<Bytes>) -> http::Response<Bytes> {
    let answer = http::Response::builder().status(status);
    headers.iter().fold(answer, |answer, (name, value)| answer.header(*name, *value)).body(body.into()).unwrap()
}

/// Sends a patch of `R` and folds the answer in, as a user would.
pub(crate) fn update_into<R: GraphResource>(
    request: Request<Update<R>>,
    answer: http::Response<Bytes>,
    record: &mut R,
) -> Result<(), Error> {
    request.parse(answer)?.merge_into(record);
    Ok(())
}

/// What was sent: the request line, the interesting headers, and the body.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sent {
    pub(crate) line: String,
    pub(crate) headers: http::HeaderMap,
    pub(crate) body: String,
}

impl Sent {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }
}

/// A transport that gives prepared answers, one after the other, and records the requests.
#[derive(Default)]
pub(crate) struct Recorder {
    answers: Mutex<Vec<http::Response<Bytes>>>,
    sent: Mutex<Vec<Sent>>,
}

impl Recorder {
    pub(crate) fn of(answers: impl IntoIterator<Item = http::Response<Bytes>>) -> Self {
        let mut answers: Vec<_> = answers.into_iter().collect();
        answers.reverse();
        Self { answers: Mutex::new(answers), sent: Mutex::default() }
    }

    pub(crate) fn sent(&self) -> Vec<Sent> {
        self.sent.lock().unwrap().clone()
    }
}

impl HttpClient for Recorder {
    type Error = Infallible;

    async fn send(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, Infallible> {
        // Something to wait for, so that a future that is not `Send` would be noticed.
        tokio::task::yield_now().await;
        self.sent.lock().unwrap().push(Sent {
            line: format!("{} {}", request.method(), request.uri()),
            headers: request.headers().clone(),
            body: String::from_utf8(request.body().to_vec()).unwrap(),
        });
        Ok(self.answers.lock().unwrap().pop().expect("a request more than there are answers"))
    }
}

pub(crate) fn client(answers: impl IntoIterator<Item = http::Response<Bytes>>) -> Client<Recorder> {
    Client::new(Recorder::of(answers), BaseUrl::graph())
}

/// How a service takes a complex value in a `PATCH` body.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Service {
    /// Member by member, as OData orders.
    Merges,
    /// As a whole, as services on some libraries do.
    Replaces,
}

/// Applies a `PATCH` body to a resource as a service does. Written after OData Protocol 4.01, section 11.4.3, and
/// knows nothing of the library: absent leaves, null clears, a value sets, collections are replaced whole.
pub(crate) fn patched(state: &Value, body: &Value, service: Service) -> Value {
    let mut state = state.as_object().expect("a resource").clone();
    for (name, value) in body.as_object().expect("a body") {
        match (state.get(name), value) {
            (_, Value::Null) => {
                state.remove(name);
                // The type of what is not there is not there either.
                if !name.is_empty() {
                    state.remove(&format!("{name}@odata.type"));
                }
            }
            (Some(old @ Value::Object(_)), Value::Object(_))
                if service == Service::Merges && !is_of_other_type(old, value) =>
            {
                let merged = patched(old, value, service);
                state.insert(name.clone(), merged);
            }
            _ => {
                state.insert(name.clone(), without_nulls(value));
            }
        }
    }
    Value::Object(state)
}

/// Whether a value of a union becomes one of another type: nothing of the old one stays then.
///
/// Source: OData Protocol 4.02, section 11.4.3, which drops what the new type does not declare.
fn is_of_other_type(old: &Value, new: &Value) -> bool {
    let types = [&old["@odata.type"], &new["@odata.type"]];
    let of_a_union = |name: &&Value| {
        name.as_str().is_some_and(|name| {
            ["Agent", "Endpoint", ".endpoint", "Signal", ".signal"].iter().any(|end| name.ends_with(end))
        })
    };
    // A body that names no type leaves it.
    !types[1].is_null() && types[0] != types[1] && types.iter().any(of_a_union)
}

/// Null and absent mean the same of a member. Not so of an item.
pub(crate) fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Object(members) => members
            .iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| (name.clone(), without_nulls(value)))
            .collect(),
        Value::Array(items) => items.iter().map(without_nulls).collect(),
        value => value.clone(),
    }
}

/// The value without the members of these names, at any depth.
pub(crate) fn without(value: &Value, names: &[&str]) -> Value {
    match value {
        Value::Object(members) => members
            .iter()
            .filter(|(name, _)| !names.contains(&&***name))
            .map(|(name, value)| (name.clone(), without(value, names)))
            .collect(),
        Value::Array(items) => items.iter().map(|item| without(item, names)).collect(),
        value => value.clone(),
    }
}
