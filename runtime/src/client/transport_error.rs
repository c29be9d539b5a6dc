//! Why a request got no answer, in words that every transport shares.

use core::fmt;
use std::error::Error as StdError;

use http::response::Parts;

use crate::error::{Error, Failure};
use crate::policy::token::BoxError;

/// Why a request got no answer, or no whole one: the error of the transports of this crate. A transport of one's own may
/// have it too; then [`Error`](crate::Error) answers its questions as well.
///
/// No URL, header value or body is in its `Display` or `Debug`.
pub struct TransportError {
    kind: TransportErrorKind,
    was_sent: Option<bool>,
    head: Option<Box<Parts>>,
    source: Option<BoxError>,
}

/// What broke.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// No connection came about.
    Connect,
    /// The time was up.
    Timeout,
    /// The body is larger than the transport's limit.
    TooLarge,
    /// The client followed a redirect, so that the answer is to another request.
    Redirected,
    /// The URL would have been sent in another spelling.
    Url,
    /// Something else.
    Other,
}

impl TransportError {
    /// An error of this kind. Nothing is known of whether the request was sent, but where there was no connection, or no
    /// URL to connect to.
    #[must_use]
    pub fn new(kind: TransportErrorKind) -> Self {
        let unsent = matches!(kind, TransportErrorKind::Connect | TransportErrorKind::Url);
        Self { kind, was_sent: unsent.then_some(false), head: None, source: None }
    }

    /// Adds the cause. It should not name the URL, which may hold a token.
    #[must_use]
    pub fn because(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Adds the head of an answer whose body was lost.
    #[must_use]
    pub fn with_head(mut self, head: Parts) -> Self {
        self.was_sent = Some(true);
        self.head = Some(Box::new(head));
        self
    }

    /// States that the request did not leave this machine.
    #[must_use]
    pub fn unsent(mut self) -> Self {
        self.was_sent = Some(false);
        self
    }

    /// What an [`Error`] tells of it.
    pub(crate) fn failure(&self) -> Failure {
        Failure {
            was_sent: self.was_sent,
            is_connect: self.kind == TransportErrorKind::Connect,
            is_timeout: self.kind == TransportErrorKind::Timeout,
            is_too_large: self.kind == TransportErrorKind::TooLarge,
            head: self.head.as_ref().map(|head| (head.status, head.headers.clone())),
        }
    }

    /// What broke.
    #[must_use]
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }

    /// Whether the request left this machine; `None` where that is not known.
    #[must_use]
    pub fn was_sent(&self) -> Option<bool> {
        self.was_sent
    }

    /// The head of the answer, where one arrived.
    #[must_use]
    pub fn head(&self) -> Option<&Parts> {
        self.head.as_deref()
    }
}

impl From<TransportError> for Error {
    /// The error of a request that got no whole answer, for those who send requests without a client.
    ///
    /// # Examples
    ///
    /// ```
    /// use graph_resource::transport::{TransportError, TransportErrorKind};
    /// use graph_resource::{Error, ErrorKind, http};
    ///
    /// let answer = http::Response::builder().status(429).header("retry-after", "7").body(())?;
    /// let (head, ()) = answer.into_parts();
    /// let error = Error::from(TransportError::new(TransportErrorKind::Other).with_head(head));
    /// assert_eq!((error.kind(), error.is_throttled()), (ErrorKind::BodyLost, true));
    /// assert_eq!(error.retry_after().map(|wait| wait.as_secs()), Some(7));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    fn from(error: TransportError) -> Self {
        Self::of_failure(error.failure(), error)
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            TransportErrorKind::Connect => "no connection to the service",
            TransportErrorKind::Timeout => "the time for the request was up",
            TransportErrorKind::TooLarge => "the body of the answer is larger than the limit; raise `max_body`",
            TransportErrorKind::Redirected => {
                "the HTTP client followed a redirect, so that the answer is to another request; turn redirects off in it"
            }
            TransportErrorKind::Url => "the HTTP client would send the URL in another spelling",
            TransportErrorKind::Other if self.head.is_some() => "the body of the answer was lost",
            TransportErrorKind::Other => "the request failed",
        })
    }
}

impl fmt::Debug for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TransportError")
            .field("kind", &self.kind)
            .field("was_sent", &self.was_sent)
            .field("status", &self.head.as_ref().map(|head| head.status))
            .field("source", &self.source)
            .finish()
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
