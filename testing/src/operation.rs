//! Actions and functions that a test answers.

use core::fmt;
use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderMap, Method, Request, Response, StatusCode};
use serde_json::{Value, json};

use crate::embedded::EmbeddedGraph;
use crate::errors::{Refusal, Stamp};
use crate::filter::literal;
use crate::patch::Object;
use crate::path::{Segment, Template, decode, parse};
use crate::query::pair;
use crate::relation::texts;
use crate::service::{Reply, json_object};
use crate::store::Store;

/// A call of an action or a function, as the test that answers it sees it.
///
/// See [`EmbeddedGraph::with_action`](crate::EmbeddedGraph::with_action).
#[derive(Clone, Debug)]
pub struct Invocation {
    keys: Vec<(String, String)>,
    parameters: Object,
    query: Vec<(String, String)>,
    headers: HeaderMap,
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
#[derive(Clone, Debug)]
pub struct OperationAnswer(Inner);

#[derive(Clone, Debug)]
enum Inner {
    Nothing,
    Value(Value),
    Whole(Response<Bytes>),
    Refused(StatusCode, String, String),
}

impl OperationAnswer {
    /// An error with a code and a message of the test's.
    #[must_use]
    pub fn refused(status: StatusCode, code: impl Into<String>, message: impl Into<String>) -> Self {
        Self(Inner::Refused(status, code.into(), message.into()))
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

type Answering = dyn Fn(&Invocation) -> OperationAnswer + Send + Sync;

/// What answers a call, and the call.
pub(crate) type Called = (Arc<Answering>, Call);

/// A call as it was read.
pub(crate) struct Call {
    keys: Vec<(String, String)>,
    parameters: Object,
    query: Vec<(String, String)>,
    headers: HeaderMap,
}

/// An action or a function that is known.
#[derive(Clone)]
pub(crate) struct Operation {
    pub(crate) template: Template,
    pub(crate) is_action: bool,
    pub(crate) answer: Arc<Answering>,
}

impl fmt::Debug for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Operation").field("template", &self.template).finish_non_exhaustive()
    }
}

/// A call that has been read. Answering it needs no lock: the test's code may ask the service.
pub(crate) struct Invoked {
    answer: Arc<Answering>,
    call: Call,
    stamp: Stamp,
}

impl Invoked {
    pub(crate) fn new((answer, call): Called, stamp: Stamp) -> Self {
        Self { answer, call, stamp }
    }

    pub(crate) fn run(self, graph: &EmbeddedGraph) -> Response<Bytes> {
        let Call { keys, parameters, query, headers } = self.call;
        let invocation = Invocation { keys, parameters, query, headers, graph: graph.clone() };
        let reply = match (self.answer)(&invocation).0 {
            Inner::Nothing => Reply::new(StatusCode::NO_CONTENT, None),
            Inner::Value(value @ Value::Object(_)) => Reply::new(StatusCode::OK, Some(value)),
            Inner::Value(value) => Reply::new(StatusCode::OK, Some(json!({ "value": value }))),
            Inner::Whole(response) => {
                let (head, body) = response.into_parts();
                let mut finished = Reply::new(head.status, None).finish(self.stamp);
                finished.headers_mut().extend(head.headers);
                *finished.body_mut() = body;
                return finished;
            }
            Inner::Refused(status, code, message) => Reply::refusal(Refusal::new(status, code, message), &self.stamp),
        };
        reply.finish(self.stamp)
    }
}

/// The operation that a request calls; `None` where its path is none's.
pub(crate) fn called(
    operations: &[Operation],
    store: &Store,
    request: &Request<Bytes>,
    path: &str,
) -> Result<Option<Called>, Refusal> {
    let path = path.strip_suffix('/').unwrap_or(path);
    let (parent, last) = path.rsplit_once('/').unwrap_or(("", path));
    let (name, arguments) = match last.split_once('(') {
        Some((name, arguments)) => (name, arguments.strip_suffix(')')),
        None => (last, Some("")),
    };
    let Ok(name) = decode(name) else { return Ok(None) };
    // Both names are understood: `sendMail` and `microsoft.graph.sendMail`.
    let name = name.rsplit('.').next().unwrap_or_default().to_owned();
    let Ok(bound) = parse(parent) else { return Ok(None) };
    let mut at = match store.follow(&bound) {
        Ok(followed) => texts(&followed),
        Err(_) => texts(&bound),
    };
    at.push(name.clone());
    let is_it = |operation: &&Operation| operation.template.matches_text(&at);
    let mut found = operations.iter().rev().filter(is_it).peekable();
    if found.peek().is_none() || bound.iter().any(|segment| matches!(segment, Segment::Name(text) if text.is_empty())) {
        return Ok(None);
    }
    store.require_parents(&at)?;
    let is_action = request.method() == Method::POST;
    let Some(operation) = found.find(|operation| operation.is_action == is_action) else {
        return Err(Refusal::method_not_allowed(if is_action { "GET" } else { "POST" }));
    };
    if !is_action && request.method() != Method::GET {
        return Err(Refusal::method_not_allowed("GET"));
    }
    let mut query = Vec::new();
    for raw in request.uri().query().unwrap_or_default().split('&').filter(|raw| !raw.is_empty()) {
        query.push(pair(raw)?);
    }
    let parameters = match (is_action, arguments) {
        (true, Some("")) if request.body().is_empty() => Object::new(),
        (true, Some("")) => {
            crate::headers::require_json(request.headers())?;
            json_object(request.body())?
        }
        (false, Some(arguments)) => parameters(arguments, &query)?,
        _ => return Err(Refusal::bad_request(format!("the parentheses after '{name}' cannot be read"))),
    };
    let keys = operation.template.keys(&at);
    let call = Call { keys, parameters, query, headers: request.headers().clone() };
    Ok(Some((Arc::clone(&operation.answer), call)))
}

/// The parameters of a function: `a=1,b='x'`, or `a=@p` with the query option `@p`.
///
/// Source: OData URL Conventions 4.01, section 4.5.
fn parameters(arguments: &str, query: &[(String, String)]) -> Result<Object, Refusal> {
    let mut parameters = Object::new();
    let arguments = decode(arguments).map_err(|error| Refusal::bad_request(error.to_string()))?;
    for argument in crate::expand::split(&arguments, ',')? {
        let (name, text) = argument
            .split_once('=')
            .ok_or_else(|| Refusal::bad_request(format!("the parameter '{argument}' has no name")))?;
        let text = match text.trim() {
            alias if alias.starts_with('@') => {
                query.iter().find(|(name, _)| name == alias).map(|(_, value)| value.as_str())
            }
            text => Some(text),
        };
        let value = match text {
            None => Value::Null,
            Some(text) => literal(text).ok_or_else(|| {
                Refusal::bad_request(format!("the value of the parameter '{}' is no literal", name.trim()))
            })?,
        };
        if parameters.insert(name.trim().to_owned(), value).is_some() {
            return Err(Refusal::bad_request(format!("the parameter '{}' occurs twice", name.trim())));
        }
    }
    Ok(parameters)
}
