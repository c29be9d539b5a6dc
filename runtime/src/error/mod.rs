//! The one error of requests, and the questions that callers ask of it.

use core::fmt;
use core::time::Duration;
use std::error::Error as StdError;

use http::{HeaderMap, StatusCode};
use serde_json::Value;
use time::OffsetDateTime;

mod http_date;

use self::http_date::http_date;

type Source = Box<dyn StdError + Send + Sync>;

/// What went wrong with a request or its answer.
///
/// Neither `Display` nor `Debug` shows a token, a header's value or a body; the text is the service's own `message`
/// at most. Branch on [`kind`](Self::kind) and on the questions, never on texts.
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
    request_id: Option<String>,
    client_request_id: Option<String>,
    retry_after: Option<Duration>,
    source: Option<Source>,
}

/// Which step failed.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A key cannot stand in a path. Nothing was sent.
    Path,
    /// The base URL cannot be used. Nothing was sent.
    BaseUrl,
    /// The patch is empty, and there is no portable request for "no change". Nothing was sent.
    EmptyPatch,
    /// A header cannot be sent. Nothing was sent.
    Header,
    /// A query option has no place in the request. Nothing was sent.
    Query,
    /// The body, or a parameter, cannot be written. Nothing was sent.
    Encode,
    /// The URL is of another origin than the base URL, and the token does not go there. Nothing was sent.
    ForeignOrigin,
    /// The transport failed. Whether the service saw the request is unknown.
    Transport,
    /// The service answered with an error.
    Service,
    /// The answer succeeded, and its body is not what was expected.
    Decode,
    /// The answer succeeded without the content that was asked for.
    NoContent,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            kind,
            message: message.into(),
            path: None,
            status: None,
            code: None,
            request_id: None,
            client_request_id: None,
            retry_after: None,
            source: None,
        }))
    }

    pub(crate) fn because(kind: ErrorKind, message: impl Into<String>, source: impl Into<Source>) -> Self {
        let mut error = Self::new(kind, message);
        error.0.source = Some(source.into());
        error
    }

    pub(crate) fn at(mut self, path: String) -> Self {
        self.0.path = Some(path);
        self
    }

    /// Adds what the head of the answer says.
    pub(crate) fn of_answer(mut self, status: StatusCode, headers: &HeaderMap) -> Self {
        self.0.status = Some(status);
        self.0.request_id = text(headers, "request-id");
        self.0.client_request_id = text(headers, "client-request-id");
        self.0.retry_after = retry_after(headers);
        self
    }

    /// Adds the id that the request was sent with, where the answer did not repeat it.
    pub(crate) fn of_request(mut self, id: impl FnOnce() -> Option<String>) -> Self {
        self.0.client_request_id = self.0.client_request_id.take().or_else(id);
        self
    }

    /// The error that an answer other than 2xx stands for.
    pub(crate) fn of_service(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Self {
        let mut error = Self::new(ErrorKind::Service, "").of_answer(status, headers);
        let inner = &mut *error.0;
        match serde_json::from_slice::<Value>(body) {
            Ok(body) => {
                let said = &body["error"];
                let member = |value: &Value, name: &str| value[name].as_str().map(str::to_owned);
                inner.code = member(said, "code").filter(|code| !code.is_empty());
                inner.message = member(said, "message").unwrap_or_default();
                let cause = [&said["innerError"], &said["innererror"]].into_iter().find(|cause| cause.is_object());
                if let Some(cause) = cause {
                    inner.request_id = inner.request_id.take().or_else(|| member(cause, "request-id"));
                    let id = || member(cause, "client-request-id");
                    inner.client_request_id = inner.client_request_id.take().or_else(id);
                    inner.source = InnerError::of(cause).map(|cause| Box::new(cause) as Source);
                }
            }
            Err(cause) if !body.is_empty() => inner.source = Some(Box::new(NotAGraphError(cause.classify()))),
            Err(_) => {}
        }
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

    /// Graph's own error code, such as `itemNotFound`. Not to be compared without regard to the service: spelling
    /// and case differ among them.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.0.code.as_deref()
    }

    /// The service's message, for developers, in English; empty where there was none.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The JSON path of the value that was refused, such as `participants[2].user`; `None` outside of a body.
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

    /// How long the service asks to wait. Decimal seconds and HTTP dates are both understood.
    ///
    /// Source: RFC 9110, section 10.2.3; Microsoft Graph throttling guidance.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
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

    /// 412: the resource is not in the version that `If-Match` named.
    #[must_use]
    pub fn is_precondition_failed(&self) -> bool {
        self.0.status == Some(StatusCode::PRECONDITION_FAILED)
    }

    /// 429: too many requests.
    #[must_use]
    pub fn is_throttled(&self) -> bool {
        self.0.status == Some(StatusCode::TOO_MANY_REQUESTS)
    }

    /// Whether the same request may succeed later: 429, 503 and 504.
    ///
    /// After 504 it is not known whether the change happened; a request with `If-Match` is safe to repeat.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        matches!(self.0.status.map(|status| status.as_u16()), Some(429 | 503 | 504))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { kind, message, path, status, code, .. } = &*self.0;
        match kind {
            ErrorKind::Service => {
                match status {
                    Some(status) => write!(f, "the service answered {status}")?,
                    None => f.write_str("the service answered with an error")?,
                }
                if let Some(code) = code {
                    write!(f, ", `{code}`")?;
                }
                if !message.is_empty() {
                    write!(f, ": {}", message.trim_end_matches('.'))?;
                }
                Ok(())
            }
            _ => {
                f.write_str(message)?;
                if let Some(path) = path {
                    write!(f, " at `{path}`")?;
                }
                Ok(())
            }
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { kind, message, path, status, code, request_id, client_request_id, retry_after, source } = &*self.0;
        f.debug_struct("Error")
            .field("kind", kind)
            .field("message", message)
            .field("path", path)
            .field("status", status)
            .field("code", code)
            .field("request_id", request_id)
            .field("client_request_id", client_request_id)
            .field("retry_after", retry_after)
            .field("source", source)
            .finish()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}

/// What `innerError` says: a narrower code, and a message. It nests.
#[derive(Debug)]
struct InnerError {
    said: String,
    source: Option<Box<InnerError>>,
}

impl InnerError {
    fn of(value: &Value) -> Option<Self> {
        let source = [&value["innerError"], &value["innererror"]].into_iter().find(|cause| cause.is_object());
        let source = source.and_then(Self::of).map(Box::new);
        let part = |name: &str| value[name].as_str().filter(|text| !text.is_empty());
        let said = match (part("code"), part("message")) {
            (Some(code), Some(message)) => format!("`{code}`: {}", message.trim_end_matches('.')),
            (Some(code), None) => format!("`{code}`"),
            (None, Some(message)) => message.trim_end_matches('.').to_owned(),
            (None, None) => return source.map(|source| *source),
        };
        Some(Self { said, source })
    }
}

impl fmt::Display for InnerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said)
    }
}

impl StdError for InnerError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

/// An error answer that is not Graph's: a gateway's page, for one.
#[derive(Debug)]
struct NotAGraphError(serde_json::error::Category);

impl fmt::Display for NotAGraphError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            serde_json::error::Category::Eof => "its body is truncated JSON",
            _ => "its body is not JSON, so it may come from a gateway before Graph",
        })
    }
}

impl StdError for NotAGraphError {}

fn text(headers: &HeaderMap, name: &str) -> Option<String> {
    headers.get(name)?.to_str().ok().map(str::to_owned)
}

/// Whole seconds by the RFC; decimal ones in Graph's own examples; or an HTTP date, compared with the answer's own.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let value = headers.get(http::header::RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = value.parse::<f64>() {
        return Duration::try_from_secs_f64(seconds).ok();
    }
    let until = http_date(value)?;
    let sent = text(headers, "date").and_then(|date| http_date(&date));
    Some((until - sent.unwrap_or_else(OffsetDateTime::now_utc)).try_into().unwrap_or(Duration::ZERO))
}

#[cfg(test)]
mod tests {
    use core::time::Duration;
    use std::error::Error as _;

    use http::{HeaderMap, HeaderValue, StatusCode};

    use super::Error;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|&(name, value)| (name.parse().unwrap(), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn retry_after_is_read_in_all_its_forms() {
        let after = |pairs: &[_]| Error::of_service(StatusCode::TOO_MANY_REQUESTS, &headers(pairs), b"").retry_after();
        assert_eq!(after(&[("retry-after", "10")]), Some(Duration::from_secs(10)));
        assert_eq!(after(&[("retry-after", "2.128")]), Some(Duration::from_millis(2_128)));
        let date = ("date", "Tue, 18 Aug 2020 12:51:51 GMT");
        assert_eq!(after(&[date, ("retry-after", "Tue, 18 Aug 2020 12:52:01 GMT")]), Some(Duration::from_secs(10)));
        assert_eq!(after(&[date, ("retry-after", "Tue, 18 Aug 2020 12:00:00 GMT")]), Some(Duration::ZERO));
        for until in ["Tuesday, 18-Aug-20 12:52:01 GMT", "Tue Aug 18 12:52:01 2020"] {
            assert_eq!(after(&[date, ("retry-after", until)]), Some(Duration::from_secs(10)), "{until}");
        }
        let (past, future) = ("Friday, 31-Dec-99 23:59:59 GMT", "Thu, 01 Jan 2099 00:00:00 GMT");
        assert_eq!(after(&[("retry-after", past)]), Some(Duration::ZERO));
        assert!(after(&[("retry-after", future)]).is_some_and(|wait| wait > Duration::from_secs(1_000_000_000)));
        for none in ["Tue, 31 Feb 2020 12:00:00 GMT", "Tue, 18 anF 2020 12:00:00 GMT", "Tue, 18 Aug 2020 12:00:00 CET"]
        {
            assert_eq!(after(&[("retry-after", none)]), None, "{none}");
        }
        for none in ["Tue, 18 Aug 2020 12:00 GMT", "Tue, 18 Aug 2020 12:00:00:00 GMT", "Tue, 18 Aug 2020 24:00:00 GMT"]
        {
            assert_eq!(after(&[("retry-after", none)]), None, "{none}");
        }
        assert_eq!(after(&[("retry-after", "-1")]), None);
        assert_eq!(after(&[("retry-after", "soon")]), None);
    }

    #[test]
    fn the_inner_error_is_the_source() {
        let body = br#"{"error":{"code":"badRequest","message":"No.","innererror":{"code":"narrow","innererror":{"code":"narrower"}}}}"#;
        let error = Error::of_service(StatusCode::BAD_REQUEST, &HeaderMap::new(), body);
        assert_eq!(error.to_string(), "the service answered 400 Bad Request, `badRequest`: No");
        let source = error.source().unwrap();
        assert_eq!(source.to_string(), "`narrow`");
        assert_eq!(source.source().unwrap().to_string(), "`narrower`");
    }
}
