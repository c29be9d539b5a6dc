//! What it does to the service if a request arrives twice.

use http::header::{HeaderMap, IF_MATCH, IF_NONE_MATCH, IF_UNMODIFIED_SINCE};
use http::method::Method;

/// What it does to the service if a request arrives twice: [`Retry`](crate::Retry) repeats by it.
///
/// The method and the headers say it; [`Request::repeat`](crate::Request::repeat) overrides it. A request is sent again
/// only after the outcomes that say `again`:
///
/// | | 429 | 503 | 503 with `Retry-After` | 504 | 500, 502 | not sent | no answer |
/// |---|---|---|---|---|---|---|---|
/// | `Safe` | again | again | again | again | again | again | again |
/// | `Idempotent` | again | again | again | again | – | again | again |
/// | `Conditional` | again | again | again | – | – | again | – |
/// | `Once` | again | – | again | – | – | again | – |
///
/// "Not sent" means that the request did not leave this machine: a refused connection, for one. After "no answer", and
/// after 504, the service may have done what was asked.
///
/// Source: RFC 9110, section 9.2.2; Microsoft Graph throttling guidance.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Repeat {
    /// It changes nothing: `GET`.
    Safe,
    /// Twice does what once does: `PATCH`, `PUT`, `DELETE`.
    Idempotent,
    /// The same with `If-Match`. Where the first one succeeded unseen, the second is answered 412, as if somebody else
    /// had changed the resource.
    Conditional,
    /// Twice may do more than once: `POST`.
    Once,
}

impl Repeat {
    /// What the method and the headers say.
    pub(crate) fn of(method: &Method, headers: &HeaderMap) -> Self {
        match *method {
            Method::GET | Method::HEAD | Method::OPTIONS => Self::Safe,
            Method::PATCH | Method::PUT | Method::DELETE => {
                let is_conditional =
                    [IF_MATCH, IF_NONE_MATCH, IF_UNMODIFIED_SINCE].iter().any(|name| headers.contains_key(name));
                if is_conditional { Self::Conditional } else { Self::Idempotent }
            }
            _ => Self::Once,
        }
    }
}
