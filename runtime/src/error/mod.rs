//! The one error of requests, and the questions that callers ask of it.

use core::fmt;
use core::time::Duration;
use std::error::Error as StdError;
use std::io;
use std::sync::Arc;

use http::StatusCode;
use http::header::{HeaderMap, HeaderName, LOCATION, WWW_AUTHENTICATE};
use serde_json::Value;
use serde_json::error::Category;

mod failure;
mod http_date;
mod kind;
mod retry_after;
mod shown;
mod foreign_body;
mod service_body;

use self::service_body::{LONGEST_MESSAGE, ServiceBody, write_said};
use self::shown::Shown;
use crate::text::half_pairs;

pub(crate) use self::failure::Failure;
pub(crate) use self::foreign_body::foreign_body;
pub use self::kind::ErrorKind;
pub use self::retry_after::retry_after;
pub use self::service_body::ErrorDetail;
pub(crate) use self::shown::shortened;

type Source = Box<dyn StdError + Send + Sync>;

/// What went wrong with a request or its answer.
///
/// Neither `Display` nor `Debug` shows a token, a header's value or a body; the text is the service's own `message`
/// at most, its control characters escaped and its middle left out where it is long. Branch on [`kind`](Self::kind) and
/// on the questions, never on texts.
///
/// # Examples
///
/// ```
/// # use graph_resource::Error;
/// fn describe(error: &Error) -> String {
///     if error.is_precondition_failed() {
///         return "somebody else changed it; reload and try again".to_owned();
///     }
///     format!("{error} (request {})", error.request_id().unwrap_or("unknown"))
/// }
/// ```
///
/// Source: Microsoft Graph, "error responses and resource types".
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    /// What to say, where the kind alone does not.
    message: String,
    path: Option<String>,
    status: Option<StatusCode>,
    code: Option<String>,
    target: Option<String>,
    details: Vec<ErrorDetail>,
    request_id: Option<String>,
    client_request_id: Option<String>,
    retry_after: Option<Duration>,
    location: Option<String>,
    www_authenticate: Option<String>,
    diagnostic: Option<String>,
    failure: Failure,
    attempts: u32,
    conflicts: Vec<String>,
    source: Option<Source>,
}

/// Of a JSON path, in characters.
const LONGEST_PATH: usize = 1024;

impl Error {
    #[cold]
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            kind,
            message: message.into(),
            path: None,
            status: None,
            code: None,
            target: None,
            details: Vec::new(),
            request_id: None,
            client_request_id: None,
            retry_after: None,
            location: None,
            www_authenticate: None,
            diagnostic: None,
            failure: Failure::default(),
            attempts: 0,
            conflicts: Vec::new(),
            source: None,
        }))
    }

    #[cold]
    pub(crate) fn because(kind: ErrorKind, message: impl Into<String>, source: impl Into<Source>) -> Self {
        let mut error = Self::new(kind, message);
        error.0.source = Some(source.into());
        error
    }

    pub(crate) fn at(mut self, path: String) -> Self {
        self.0.path = Some(shortened(path, LONGEST_PATH));
        self
    }

    /// Adds what the head of the answer holds.
    #[cold]
    pub(crate) fn of_answer(mut self, status: StatusCode, headers: &HeaderMap) -> Self {
        let text = |name: &HeaderName| foreign_body::header(headers, name);
        let inner = &mut *self.0;
        inner.status = Some(status);
        // The header's ids are those of this request; a body may repeat another one's.
        inner.request_id = text(&REQUEST_ID).or(inner.request_id.take());
        inner.client_request_id = text(&CLIENT_REQUEST_ID).or(inner.client_request_id.take());
        inner.retry_after = retry_after(headers);
        inner.location = text(&LOCATION).or_else(|| text(&OPERATION_LOCATION));
        inner.diagnostic = text(&DIAGNOSTIC);
        let challenges = headers.get_all(WWW_AUTHENTICATE).into_iter();
        let challenges: Vec<_> = challenges.map(|value| String::from_utf8_lossy(value.as_bytes())).collect();
        inner.www_authenticate = (!challenges.is_empty()).then(|| challenges.join(", "));
        self
    }

    /// The service wants no such request for this long. Nothing was sent.
    #[cold]
    pub(crate) fn throttled(wait: Duration) -> Self {
        let mut error = Self::new(ErrorKind::Throttled, "the service is throttling, for longer than the client waits");
        error.0.retry_after = Some(wait);
        error
    }

    /// The 412 that a change would be answered, since this was changed here and there, differently. Nothing was sent.
    #[cold]
    pub(crate) fn foreseen(conflicts: Vec<String>) -> Self {
        let mut error = Self::new(ErrorKind::Service, "somebody else changed the same before; nothing was sent");
        error.0.status = Some(StatusCode::PRECONDITION_FAILED);
        error.of_conflicts(conflicts)
    }

    /// Adds how often the request was sent.
    pub(crate) fn after(mut self, attempts: u32) -> Self {
        self.0.attempts = attempts;
        self
    }

    /// Adds what was changed here and there, differently.
    pub(crate) fn of_conflicts(mut self, conflicts: Vec<String>) -> Self {
        self.0.conflicts = conflicts;
        self
    }

    /// Adds the id that the request was sent with, where the answer did not repeat it.
    pub(crate) fn of_request(mut self, id: impl FnOnce() -> Option<String>) -> Self {
        self.0.client_request_id = self.0.client_request_id.take().or_else(id);
        self
    }

    /// The error that an answer stands for: of a status other than 2xx, or of a body that says so.
    #[cold]
    pub(crate) fn of_service(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Self {
        let mut error = Self::new(ErrorKind::Service, "");
        let inner = &mut *error.0;
        let body = without_mark(body);
        match half_pairs::read::<Value>(body) {
            Ok(body) => {
                let said = ServiceBody::of(&body);
                (inner.code, inner.message, inner.target) = (said.code, said.message, said.target);
                (inner.request_id, inner.client_request_id) = (said.request_id, said.client_request_id);
                inner.details = said.details;
                inner.source = said.inner.map(|inner| Box::new(inner) as Source);
            }
            Err(_) if body.trim_ascii().is_empty() => {}
            Err(why) => inner.source = Some(Box::new(NotAGraphError::of(&why, headers, body))),
        }
        error.of_answer(status, headers)
    }

    /// The error of a request that got no whole answer. The head that arrived is kept.
    #[cold]
    pub(crate) fn of_failure(mut failure: Failure, source: impl Into<Source>) -> Self {
        let (kind, message) = match failure.head {
            _ if failure.is_too_large => (ErrorKind::TooLarge, "the answer is larger than the transport takes"),
            Some(_) => (ErrorKind::BodyLost, "the answer broke off"),
            None => (ErrorKind::Transport, "the request got no answer"),
        };
        let error = Self::because(kind, message, source);
        let mut error = match failure.head.take() {
            Some((status, headers)) => error.of_answer(status, &headers),
            None => error,
        };
        error.0.failure = failure;
        error
    }

    /// The error of one request of a batch that was not answered: the same as that of the batch.
    #[cold]
    pub(crate) fn of_batch(whole: &Arc<Self>) -> Self {
        let mut error = Self::because(whole.0.kind, whole.0.message.clone(), Arc::clone(whole));
        let inner = &mut *error.0;
        (inner.status, inner.code) = (whole.0.status, whole.0.code.clone());
        inner.request_id.clone_from(&whole.0.request_id);
        inner.client_request_id.clone_from(&whole.0.client_request_id);
        (inner.retry_after, inner.attempts) = (whole.0.retry_after, whole.0.attempts);
        let Failure { was_sent, is_connect, is_timeout, is_too_large, .. } = whole.0.failure;
        inner.failure = Failure { was_sent, is_connect, is_timeout, is_too_large, head: None };
        error
    }

    /// Which step failed.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The HTTP status, where there was an answer.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.0.status
    }

    /// The service's own error code, such as `itemNotFound`; of a sign-in service, such as `invalid_grant`. Not to be
    /// compared without regard to the service: spelling and case differ among them. A numeric code is its digits.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.0.code.as_deref()
    }

    /// The service's message as it came, for developers; empty where there was none. It may hold any character.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// What the service's error is about: the name of a property, for one.
    ///
    /// Source: OData JSON Format 4.0, section 19.
    #[must_use]
    pub fn target(&self) -> Option<&str> {
        self.0.target.as_deref()
    }

    /// Each of the things that the service's error is about, in its order: the properties that a validation refused,
    /// for one. Empty where the service names none.
    ///
    /// Source: OData JSON Format 4.0, section 19.
    #[must_use]
    pub fn details(&self) -> &[ErrorDetail] {
        &self.0.details
    }

    /// The JSON path of the value that was refused, such as `participants[2].user`; `None` outside of a body. The middle
    /// of a long one is left out.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        self.0.path.as_deref()
    }

    /// The service's id of the request: what Microsoft's support asks for.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// The client's own id of the request.
    #[must_use]
    pub fn client_request_id(&self) -> Option<&str> {
        self.0.client_request_id.as_deref()
    }

    /// `x-ms-ags-diagnostic`: the data centre that answered, as JSON text. Support asks for it as well.
    #[must_use]
    pub fn diagnostic(&self) -> Option<&str> {
        self.0.diagnostic.as_deref()
    }

    /// How long the service asks to wait, as [`retry_after`](crate::retry_after) reads it.
    ///
    /// Source: RFC 9110, section 10.2.3; Microsoft Graph throttling guidance.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// `Location`, or else `Operation-Location`: after 202 where to ask for the outcome, after 3xx where the resource
    /// is. It may hold a token of its own, and may lead to another origin: it is to be followed without the client's.
    #[must_use]
    pub fn location(&self) -> Option<&str> {
        self.0.location.as_deref()
    }

    /// `WWW-Authenticate`: what a token has to satisfy, after 401. Several headers are joined by `, `.
    ///
    /// Source: RFC 9110, section 11.6.1.
    #[must_use]
    pub fn www_authenticate(&self) -> Option<&str> {
        self.0.www_authenticate.as_deref()
    }

    /// Whether any of the request left this machine: `Some(false)` where certainly nothing did, and a repetition can do
    /// no harm; `None` where that is unknown.
    #[must_use]
    pub fn was_sent(&self) -> Option<bool> {
        match self.0.kind {
            _ if self.0.status.is_some() => Some(true),
            ErrorKind::Transport => self.0.failure.was_sent.or_else(|| self.has_cause(&CONNECTING).then_some(false)),
            ErrorKind::TooLarge | ErrorKind::Unanswered => Some(true),
            _ => Some(false),
        }
    }

    /// Whether the transport's time ran out, before an answer or in the middle of its body. An answer of 504 is none.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.0.failure.is_timeout || self.has_cause(&[io::ErrorKind::TimedOut])
    }

    /// Whether the connection could not be made.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        self.0.failure.is_connect || self.has_cause(&CONNECTING)
    }

    /// Whether the transport failed by one of these errors of the system.
    fn has_cause(&self, kinds: &[io::ErrorKind]) -> bool {
        let cause = self.source().filter(|_| matches!(self.0.kind, ErrorKind::Transport | ErrorKind::BodyLost));
        has_cause(cause, kinds)
    }

    /// 404: there is no such resource, or it is hidden, or not yet replicated.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.0.status == Some(StatusCode::NOT_FOUND)
    }

    /// 409: the change conflicts with the resource's state.
    #[must_use]
    pub fn is_conflict(&self) -> bool {
        self.0.status == Some(StatusCode::CONFLICT)
    }

    /// 412: the resource is not in the version that `If-Match` named; or a reload showed so before anything was sent.
    #[must_use]
    pub fn is_precondition_failed(&self) -> bool {
        self.0.status == Some(StatusCode::PRECONDITION_FAILED)
    }

    /// 429: too many requests; or the service answered so before, and wants no further one yet.
    #[must_use]
    pub fn is_throttled(&self) -> bool {
        self.0.kind == ErrorKind::Throttled || self.0.status == Some(StatusCode::TOO_MANY_REQUESTS)
    }

    /// The wire names of what was changed here and there, differently, so that
    /// [`save_with_retry`](crate::Tracked::save_with_retry) stopped; empty otherwise.
    #[must_use]
    pub fn conflicts(&self) -> &[String] {
        &self.0.conflicts
    }

    /// How often a client sent the request; 0 where it was not sent, or not by a [`Client`](crate::Client).
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// Whether the failure is one that passes: 429, 503, 504, and a request that certainly was not sent over a
    /// connection. Wait for [`retry_after`](Self::retry_after), or else longer each time.
    ///
    /// Whether a repetition is safe depends on the request too:
    ///
    /// | request | 429 | 503 | 503 with `Retry-After` | 504 | 500, 502 | not sent | unknown whether sent |
    /// |---|---|---|---|---|---|---|---|
    /// | `GET` | again | again | again | again | again | again | again |
    /// | `PATCH`, `PUT`, `DELETE` | again | again | again | again | – | again | again |
    /// | the same with `If-Match` | again | again | again | – | – | again | – |
    /// | `POST` | again | – | again | – | – | again | – |
    ///
    /// With `If-Match`, a repetition after a success that was not seen is answered with 412 to one's own change.
    /// [`was_sent`](Self::was_sent) tells the last two columns apart.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self.0.status {
            Some(status) => matches!(status.as_u16(), 429 | 503 | 504),
            None => self.0.kind == ErrorKind::Transport && self.was_sent() == Some(false),
        }
    }
}

/// Errors of the system that come before anything is sent.
const CONNECTING: [io::ErrorKind; 3] =
    [io::ErrorKind::ConnectionRefused, io::ErrorKind::HostUnreachable, io::ErrorKind::NetworkUnreachable];

/// Whether an error, or a cause of it, is one of these errors of the system.
fn has_cause(mut error: Option<&(dyn StdError + 'static)>, kinds: &[io::ErrorKind]) -> bool {
    while let Some(cause) = error {
        if cause.downcast_ref::<io::Error>().is_some_and(|error| kinds.contains(&error.kind())) {
            return true;
        }
        error = cause.source();
    }
    false
}

/// Whether a transport failed before anything was sent, as far as the system's error tells.
#[cfg(any(feature = "tower", feature = "ureq"))]
pub(crate) fn is_connecting(error: &(dyn StdError + 'static)) -> bool {
    has_cause(Some(error), &CONNECTING)
}

pub(crate) const REQUEST_ID: HeaderName = HeaderName::from_static("request-id");
pub(crate) const CLIENT_REQUEST_ID: HeaderName = HeaderName::from_static("client-request-id");
const OPERATION_LOCATION: HeaderName = HeaderName::from_static("operation-location");
const DIAGNOSTIC: HeaderName = HeaderName::from_static("x-ms-ags-diagnostic");

/// A body without the byte order mark of UTF-8, which is none of its content.
///
/// Source: RFC 8259, section 8.1.
pub(crate) fn without_mark(body: &[u8]) -> &[u8] {
    body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body)
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { kind, message, path, status, code, .. } = &*self.0;
        match (kind, status) {
            (ErrorKind::Service, Some(status)) if self.attempts() == 0 && !self.conflicts().is_empty() => {
                write!(f, "the service would answer {status}")?;
            }
            (ErrorKind::Service, Some(status)) => write!(f, "the service answered {status}")?,
            (ErrorKind::Service, None) => f.write_str("the service answered with an error")?,
            _ => {
                write!(f, "{}", Shown::new(message, LONGEST_SENTENCE))?;
                if let Some(path) = path {
                    write!(f, " at `{}`", Shown::new(path, LONGEST_PATH))?;
                }
                return match (kind, status) {
                    (ErrorKind::BodyLost | ErrorKind::TooLarge, Some(status)) => write!(f, "; its status is {status}"),
                    _ => Ok(()),
                };
            }
        }
        write_said(code.as_deref(), message, ", ", f)
    }
}

/// Of a message of our own, which names properties, in characters.
const LONGEST_SENTENCE: usize = 4096;

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &*self.0;
        f.debug_struct("Error")
            .field("kind", &inner.kind)
            .field("message", &Shown::new(&inner.message, LONGEST_MESSAGE))
            .field("path", &inner.path)
            .field("status", &inner.status)
            .field("code", &inner.code.as_deref().map(|code| Shown::new(code, LONGEST_MESSAGE)))
            .field("request_id", &inner.request_id.as_deref().map(|id| Shown::new(id, LONGEST_MESSAGE)))
            .field("client_request_id", &inner.client_request_id.as_deref().map(|id| Shown::new(id, LONGEST_MESSAGE)))
            .field("retry_after", &inner.retry_after)
            .field("source", &inner.source)
            .finish_non_exhaustive()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}

/// An error answer whose body is not JSON: a gateway's page, for one.
#[derive(Debug)]
struct NotAGraphError(String);

impl NotAGraphError {
    fn of(why: &serde_json::Error, headers: &HeaderMap, body: &[u8]) -> Self {
        Self(match foreign_body(headers, body) {
            Some(what) => format!("its body {what}, so it may come from a gateway before Graph"),
            None if why.classify() == Category::Eof => "its body is truncated JSON".to_owned(),
            None => "its body is broken JSON".to_owned(),
        })
    }
}

impl fmt::Display for NotAGraphError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl StdError for NotAGraphError {}
