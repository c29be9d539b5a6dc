//! Actions and functions that a test answers.

mod call;

use core::fmt;
use std::sync::Arc;

use bytes::Bytes;
use http::header::{LOCATION, RETRY_AFTER};
use http::{HeaderMap, HeaderValue, Response, StatusCode};
use serde_json::{Value, json};

pub(crate) use self::call::called;
use crate::content::Content;
use crate::embedded::EmbeddedGraph;
use crate::errors::{Refusal, Stamp};
use crate::outside::{End, Monitor, Resource};
use crate::patch::Object;
use crate::path::Template;
use crate::service::Reply;

/// A call of an action or a function, as the test that answers it sees it.
///
/// See [`EmbeddedGraph::with_action`](crate::EmbeddedGraph::with_action).
#[derive(Clone, Debug)]
pub struct Invocation {
    keys: Vec<(String, String)>,
    parameters: Object,
    query: Vec<(String, String)>,
    headers: HeaderMap,
    content: Bytes,
    graph: EmbeddedGraph,
}

impl Invocation {
    /// The service itself, to look into and to change.
    #[must_use]
    pub fn graph(&self) -> &EmbeddedGraph {
        &self.graph
    }

    /// The key that stands for `{name}` in the path of the operation, decoded.
    #[must_use]
    pub fn key(&self, name: &str) -> Option<&str> {
        self.keys.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// A parameter by its name. Moments, dates, durations, GUIDs and enumerations of a function are texts.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&Value> {
        self.parameters.get(name)
    }

    /// All parameters: the body of an action, or what stands in the parentheses of a function.
    #[must_use]
    pub fn parameters(&self) -> &serde_json::Map<String, Value> {
        &self.parameters
    }

    /// A query option by its name, decoded: `$top`.
    #[must_use]
    pub fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(option, _)| option == name).map(|(_, value)| value.as_str())
    }

    /// What was uploaded; empty for anything but the end of an
    /// [upload session](crate::EmbeddedGraph::with_upload_session).
    #[must_use]
    pub fn content(&self) -> &Bytes {
        &self.content
    }

    /// The headers of the request.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }
}

/// What an action or a function is answered with.
///
/// - `()` is 204.
/// - A JSON object is 200, as it is. A list stands in `{"value": […]}`, and so does a simple value.
/// - A [`Response`] is sent as it is, with the headers that every answer has where it lacks them.
/// - [`refused`](Self::refused) is an error with Graph's body.
/// - [`download`](Self::download) is 302 to a URL that needs no token, and takes none.
/// - [`accepted`](Self::accepted) is 202 with the URL of a monitor.
#[derive(Clone, Debug)]
pub struct OperationAnswer(Inner);

#[derive(Clone, Debug)]
enum Inner {
    Nothing,
    Value(Value),
    Whole(Response<Bytes>),
    Refused(StatusCode, String, String),
    Download(HeaderValue, Bytes),
    Accepted { polls: usize, end: End, retry_after: Option<String> },
}

impl OperationAnswer {
    /// An error with a code and a message of the test's.
    #[must_use]
    pub fn refused(status: StatusCode, code: impl Into<String>, message: impl Into<String>) -> Self {
        Self(Inner::Refused(status, code.into(), message.into()))
    }

    /// 302 to a URL on another host, where the bytes are. It is good without a token, and refuses one.
    ///
    /// # Panics
    ///
    /// The media type cannot be sent.
    #[must_use]
    pub fn download(media_type: &str, bytes: impl Into<Bytes>) -> Self {
        let media_type = media_type.parse().unwrap_or_else(|_| panic!("{media_type} is no media type"));
        Self(Inner::Download(media_type, bytes.into()))
    }

    /// 202 with the URL of a monitor in `Location`, on another host. The monitor answers `polls` requests with 202 and
    /// `{"status":"inProgress"}`, all later ones with 200 and `end`, such as `{"status":"completed","resourceId":"1"}`.
    #[must_use]
    pub fn accepted(polls: usize, end: Value) -> Self {
        Self(Inner::Accepted { polls, end: End::Value(end), retry_after: None })
    }

    /// The same, but the monitor ends in 303 to a resource of the service: `/drives/1/items/2`.
    #[must_use]
    pub fn accepted_then(polls: usize, path: impl Into<String>) -> Self {
        Self(Inner::Accepted { polls, end: End::Resource(path.into()), retry_after: None })
    }

    /// Adds a `Retry-After` to the 202 of the operation and of its monitor. Other answers stay as they are.
    #[must_use]
    pub fn retry_after(mut self, value: impl Into<String>) -> Self {
        if let Inner::Accepted { retry_after, .. } = &mut self.0 {
            *retry_after = Some(value.into());
        }
        self
    }
}

impl From<()> for OperationAnswer {
    fn from((): ()) -> Self {
        Self(Inner::Nothing)
    }
}

impl From<Value> for OperationAnswer {
    fn from(value: Value) -> Self {
        Self(Inner::Value(value))
    }
}

impl From<Response<Bytes>> for OperationAnswer {
    fn from(response: Response<Bytes>) -> Self {
        Self(Inner::Whole(response))
    }
}

pub(crate) type Answering = dyn Fn(&Invocation) -> OperationAnswer + Send + Sync;

/// What kind of operation a path is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum OperationKind {
    Action,
    Function,
    /// An action that begins an upload. What was uploaded is then the call.
    Upload,
}

/// An action or a function that is known.
#[derive(Clone)]
pub(crate) struct Operation {
    pub(crate) template: Template,
    pub(crate) kind: OperationKind,
    pub(crate) answer: Arc<Answering>,
}

/// A call as it was read.
#[derive(Clone)]
pub(crate) struct Called {
    pub(crate) kind: OperationKind,
    answer: Arc<Answering>,
    keys: Vec<(String, String)>,
    parameters: Object,
    query: Vec<(String, String)>,
    headers: HeaderMap,
    pub(crate) content: Bytes,
    /// Scheme and authority of URLs that need no token.
    pub(crate) outside: String,
    /// The service root.
    root: String,
}

impl fmt::Debug for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Operation").field("template", &self.template).field("kind", &self.kind).finish_non_exhaustive()
    }
}

impl fmt::Debug for Called {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Called").field("kind", &self.kind).finish_non_exhaustive()
    }
}

impl Called {
    /// Lets the test's code answer. It needs no lock, since that code may ask the service.
    pub(crate) fn run(self, graph: &EmbeddedGraph, stamp: Stamp) -> Response<Bytes> {
        let invocation = Invocation {
            keys: self.keys,
            parameters: self.parameters,
            query: self.query,
            headers: self.headers,
            content: self.content,
            graph: graph.clone(),
        };
        let success = if self.kind == OperationKind::Upload { StatusCode::CREATED } else { StatusCode::OK };
        let link = |resource| format!("{}/-/{}", self.outside, graph.add_outside(resource));
        let reply = match (self.answer)(&invocation).0 {
            Inner::Nothing => Reply::new(StatusCode::NO_CONTENT, None),
            Inner::Value(value @ Value::Object(_)) => Reply::new(success, Some(value)),
            Inner::Value(value) => Reply::new(success, Some(json!({ "value": value }))),
            Inner::Whole(response) => {
                let (head, body) = response.into_parts();
                let mut finished = Reply::new(head.status, None).finish(stamp);
                finished.headers_mut().extend(head.headers);
                *finished.body_mut() = body;
                return finished;
            }
            Inner::Refused(status, code, message) => Reply::refusal(Refusal::new(status, code, message), &stamp),
            Inner::Download(media_type, bytes) => {
                let mut reply = Reply::new(StatusCode::FOUND, None);
                reply.set(LOCATION, &link(Resource::Download(Content { media_type, bytes, etag: None })));
                reply
            }
            Inner::Accepted { polls, end, retry_after } => {
                let mut reply = Reply::new(StatusCode::ACCEPTED, None);
                if let Some(value) = &retry_after {
                    reply.set(RETRY_AFTER, value);
                }
                let monitor = Monitor { polls, polled: 0, end, retry_after, root: self.root.clone() };
                reply.set(LOCATION, &link(Resource::Monitor(monitor)));
                reply
            }
        };
        reply.finish(stamp)
    }
}
