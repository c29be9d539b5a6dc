//! What goes wrong on request: answers of the test's own, broken connections, and other writers.

mod dates;
mod rule;

use core::fmt;
use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, LOCATION, RETRY_AFTER};
use http::{HeaderName, HeaderValue, Request, Response, StatusCode};

pub use self::dates::DateForm;
pub use self::rule::FaultRule;
use crate::embedded::EmbeddedGraph;
use crate::errors::{Refusal, Stamp};
use crate::service::Reply;

/// The connection was broken before a whole answer came.
///
/// The error of [`EmbeddedGraph`](crate::EmbeddedGraph) as a transport. It stands for whatever a real transport
/// reports when there is no answer: a refused connection, a time-out, a reset.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Disconnected(());

impl Disconnected {
    pub(crate) const NEW: Self = Self(());
}

impl fmt::Display for Disconnected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the connection was broken before a whole answer came")
    }
}

impl std::error::Error for Disconnected {}

/// What happens to a request, in place of an answer by the service or along with it.
///
/// For the next request by [`EmbeddedGraph::fault_next`](crate::EmbeddedGraph::fault_next), for others by a
/// [`FaultRule`].
///
/// # Examples
///
/// ```
/// use bytes::Bytes;
/// use graph_resource_testing::{DateForm, EmbeddedGraph, Fault, FaultRule};
/// use serde_json::json;
/// use std::time::Duration;
///
/// let graph = EmbeddedGraph::new().with_entity("/users", json!({"id": "1", "n": 1}));
/// // The third PATCH of a user is throttled, for as long as an HTTP date says.
/// let fault = Fault::status(429).retry_at(DateForm::Asctime, Duration::from_secs(7));
/// graph.add_fault(FaultRule::new(fault).method("PATCH").path("/users/{id}").nth(3));
/// // One DELETE in ten is carried out, and the answer to it lost.
/// graph.add_fault(FaultRule::new(Fault::lose_answer()).method("DELETE").probability(0.1, 42));
/// ```
#[derive(Clone)]
#[must_use = "a fault does nothing until a service has it"]
pub struct Fault {
    kind: Kind,
    headers: Vec<(HeaderName, HeaderValue)>,
    retry_at: Vec<(DateForm, Duration)>,
    after_effect: bool,
    delay: Duration,
}

#[derive(Clone)]
enum Kind {
    Nothing,
    Answer(Response<Bytes>),
    Status(StatusCode),
    Disconnect,
    Cut(usize),
    Shorten(usize),
    Garbage,
    Before(Arc<dyn Fn(&EmbeddedGraph) + Send + Sync>),
    Touch,
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match &self.kind {
            Kind::Nothing => "Nothing".to_owned(),
            Kind::Answer(response) => format!("Answer({})", response.status().as_u16()),
            Kind::Status(status) => format!("Status({})", status.as_u16()),
            Kind::Disconnect => "Disconnect".to_owned(),
            Kind::Cut(bytes) => format!("Cut({bytes})"),
            Kind::Shorten(bytes) => format!("Shorten({bytes})"),
            Kind::Garbage => "Garbage".to_owned(),
            Kind::Before(_) => "Before".to_owned(),
            Kind::Touch => "Touch".to_owned(),
        };
        f.debug_struct("Fault").field("kind", &kind).field("delay", &self.delay).finish_non_exhaustive()
    }
}

/// What a client gets, and how late.
pub(crate) struct Outcome {
    /// `None` where the connection breaks. A body that is shorter than its `Content-Length` breaks off.
    pub(crate) response: Option<Response<Bytes>>,
    pub(crate) delay: Duration,
}

impl Fault {
    fn new(kind: Kind) -> Self {
        Self { kind, headers: Vec::new(), retry_at: Vec::new(), after_effect: false, delay: Duration::ZERO }
    }

    /// An answer of the test's own. The service does not see the request, and adds nothing to the answer.
    ///
    /// A `Content-Length` that is greater than the body breaks the connection after the body.
    pub fn answer(response: Response<Bytes>) -> Self {
        Self::new(Kind::Answer(response))
    }

    /// A status with an error body as Graph's: 429, 503, 504, 500, 502. The service does not see the request.
    ///
    /// # Panics
    ///
    /// The number is no status: 100 to 999.
    pub fn status(status: u16) -> Self {
        let status = StatusCode::from_u16(status).unwrap_or_else(|_| panic!("{status} is no HTTP status"));
        Self::new(Kind::Status(status))
    }

    /// A page of HTML: 200 for a sign-in page, 502 for a gateway. The service does not see the request.
    ///
    /// # Panics
    ///
    /// The number is no status: 100 to 999.
    pub fn html(status: u16) -> Self {
        let page = "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Sign in to go on.</body></html>";
        let response = Response::builder().status(status).header(CONTENT_TYPE, "text/html; charset=utf-8");
        match response.body(Bytes::from_static(page.as_bytes())) {
            Ok(response) => Self::answer(response),
            Err(error) => panic!("{status}: {error}"),
        }
    }

    /// A redirect: 301, 302, 303, 307 or 308, to an absolute URL or to one relative to the request.
    ///
    /// # Panics
    ///
    /// The number is no status, or the URL no header.
    pub fn redirect(status: u16, location: &str) -> Self {
        match Response::builder().status(status).header(LOCATION, location).body(Bytes::new()) {
            Ok(response) => Self::answer(response),
            Err(error) => panic!("{status} {location}: {error}"),
        }
    }

    /// Breaks the connection. The service does not see the request.
    pub fn disconnect() -> Self {
        Self::new(Kind::Disconnect)
    }

    /// Carries the request out, then breaks the connection: the client cannot know whether it had an effect.
    pub fn lose_answer() -> Self {
        Self::new(Kind::Disconnect).after_effect()
    }

    /// Carries the request out, then breaks the connection within the answer: after the head and so many bytes of the
    /// body, at most all but one.
    ///
    /// An answer without a body is lost whole. In memory there is no half of an answer, so all of it is lost.
    pub fn cut_answer(bytes: usize) -> Self {
        Self::new(Kind::Cut(bytes))
    }

    /// Carries the request out, and sends so many bytes of the answer's body as if they were all.
    pub fn shorten_answer(bytes: usize) -> Self {
        Self::new(Kind::Shorten(bytes))
    }

    /// Carries the request out, and sends bytes that are no JSON and no UTF-8 in place of the answer's body.
    pub fn garbage() -> Self {
        Self::new(Kind::Garbage)
    }

    /// Lets somebody else write first; then the service answers as it does.
    ///
    /// # Examples
    ///
    /// ```
    /// # use graph_resource_testing::{EmbeddedGraph, Fault};
    /// # let graph = EmbeddedGraph::new();
    /// graph.fault_next(Fault::race(|graph| graph.change("/users/1", |user| user["n"] = 7.into())));
    /// ```
    pub fn race(write: impl Fn(&EmbeddedGraph) + Send + Sync + 'static) -> Self {
        Self::new(Kind::Before(Arc::new(write)))
    }

    /// Gives the entity that the request is about a new tag first, as a write that changes nothing does. A condition on
    /// the old tag is then answered with 412.
    pub fn touch() -> Self {
        Self::new(Kind::Touch)
    }

    /// Lets the answer come late: the request has been carried out by then.
    ///
    /// On a socket the server waits; in memory [`EmbeddedGraph::with_sleep`](crate::EmbeddedGraph::with_sleep) says how.
    pub fn latency(delay: Duration) -> Self {
        Self::new(Kind::Nothing).delayed(delay)
    }

    /// Adds to the delay of the answer, or of the break of the connection.
    pub fn delayed(mut self, delay: Duration) -> Self {
        self.delay += delay;
        self
    }

    /// Carries the request out before the answer of this fault is given: a 504 whose request had its effect.
    pub fn after_effect(mut self) -> Self {
        self.after_effect = true;
        self
    }

    /// Adds a header to the answer. One of the same name stays beside it.
    ///
    /// # Panics
    ///
    /// The name or the value cannot be sent.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match (name.parse(), value.parse()) {
            (Ok(name), Ok(value)) => self.headers.push((name, value)),
            _ => panic!("{name}: {value} is no header"),
        }
        self
    }

    /// Adds a `Retry-After` as it is written here: `7`, `2.128`, or nonsense. Two are sent as two headers.
    ///
    /// # Panics
    ///
    /// The value cannot be sent.
    pub fn retry_after(self, value: &str) -> Self {
        self.header("retry-after", value)
    }

    /// Adds a `Retry-After` with a date, so long after the answer's own `Date`, in whole seconds.
    pub fn retry_at(mut self, form: DateForm, after: Duration) -> Self {
        self.retry_at.push((form, after));
        self
    }

    /// Lets it happen.
    pub(crate) fn apply(&self, graph: &EmbeddedGraph, request: &Request<Bytes>) -> Outcome {
        if self.after_effect {
            graph.answer(request);
        }
        let mut response = match &self.kind {
            Kind::Nothing => Some(graph.answer(request)),
            Kind::Answer(response) => Some(response.clone()),
            Kind::Status(status) => Some(refused(*status, graph.stamp(request))),
            Kind::Disconnect => None,
            Kind::Cut(bytes) => cut(graph.answer(request), *bytes),
            Kind::Shorten(bytes) => Some(graph.answer(request).map(|body| body.slice(..body.len().min(*bytes)))),
            Kind::Garbage => {
                let garbage = Bytes::from_static(b"\xef\xbb\xbf{\"value\":\x00\xff\xfe[}\r\n--\x80");
                Some(graph.answer(request).map(|_| garbage))
            }
            Kind::Before(write) => {
                write(graph);
                Some(graph.answer(request))
            }
            Kind::Touch => {
                graph.touch(request);
                Some(graph.answer(request))
            }
        };
        if let Some(response) = &mut response {
            for (name, value) in &self.headers {
                response.headers_mut().append(name, value.clone());
            }
            for (form, after) in &self.retry_at {
                if let Ok(value) = HeaderValue::from_str(&form.after(graph.now(), *after)) {
                    response.headers_mut().append(RETRY_AFTER, value);
                }
            }
        }
        Outcome { response, delay: self.delay }
    }
}

fn refused(status: StatusCode, stamp: Stamp) -> Response<Bytes> {
    let (code, message) = match status.as_u16() {
        429 => ("TooManyRequests", "Please retry again later."),
        503 => ("serviceNotAvailable", "The service is unavailable."),
        504 => ("GatewayTimeout", "The gateway did not get an answer in time."),
        502 => ("BadGateway", "The gateway got no valid answer."),
        500 => ("generalException", "An unexpected error occurred."),
        403 => ("accessDenied", "The caller does not have permission."),
        423 => ("resourceLocked", "The resource is locked."),
        _ => ("UnknownError", "The test asked for this."),
    };
    Reply::refusal(Refusal::new(status, code, message), &stamp).finish(stamp)
}

/// The answer with less than all of its body.
fn cut(response: Response<Bytes>, bytes: usize) -> Option<Response<Bytes>> {
    let whole = response.body().len();
    let bytes = bytes.min(whole.checked_sub(1)?);
    let mut response = response.map(|body| body.slice(..bytes));
    response.headers_mut().insert(CONTENT_LENGTH, whole.into());
    Some(response)
}

/// Faults for single requests, first in, first out, and the rules for all others.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    pub(crate) queue: VecDeque<Fault>,
    pub(crate) rules: Vec<FaultRule>,
}

impl Faults {
    /// The fault of a whole request.
    pub(crate) fn next(&mut self, request: &Request<Bytes>) -> Option<Fault> {
        self.queue.pop_front().or_else(|| self.by_rule(request, false))
    }

    /// The first rule that applies decides. All that match the request count it.
    pub(crate) fn by_rule(&mut self, request: &Request<Bytes>, in_batch: bool) -> Option<Fault> {
        let mut fault = None;
        for rule in &mut self.rules {
            if rule.applies(request, in_batch, fault.is_none()) {
                fault = Some(rule.fault.clone());
            }
        }
        fault
    }
}

/// Whether the answer promises more bytes than it has. It breaks off after those that it has.
pub(crate) fn is_truncated(response: &Response<Bytes>) -> bool {
    let promised = response.headers().get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok());
    promised.is_some_and(|promised: usize| promised > response.body().len())
}
