//! What a transport knows of a request that got no whole answer.

use core::fmt;
use std::error::Error as StdError;

use http::{HeaderMap, StatusCode};

use super::Source;

/// Why a request got no whole answer, as far as a transport knows: the error type that a transport may give, so that
/// [`Error`](crate::Error) can answer questions about it.
///
/// Any other error type does as well; then less is known.
///
/// # Examples
///
/// ```
/// use graph_resource::http::{HeaderMap, StatusCode};
/// use graph_resource::transport::TransportError;
/// use graph_resource::{Error, ErrorKind};
///
/// let refused = Error::from(TransportError::new("connection refused").connecting());
/// assert!(refused.is_connect() && refused.was_sent() == Some(false));
///
/// let mut headers = HeaderMap::new();
/// headers.insert("retry-after", "7".parse()?);
/// let cut = TransportError::new("connection reset").after_head(StatusCode::TOO_MANY_REQUESTS, headers);
/// let cut = Error::from(cut);
/// assert_eq!((cut.kind(), cut.is_throttled()), (ErrorKind::BodyLost, true));
/// assert_eq!(cut.retry_after().map(|wait| wait.as_secs()), Some(7));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct TransportError {
    pub(super) head: Option<(StatusCode, HeaderMap)>,
    pub(super) flags: TransportFlags,
    pub(super) source: Source,
}

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct TransportFlags {
    pub(super) is_timeout: bool,
    pub(super) is_connect: bool,
    pub(super) is_too_large: bool,
    pub(super) was_sent: Option<bool>,
}

impl TransportError {
    /// A failure of which nothing is known yet but its cause.
    #[must_use]
    pub fn new(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self { head: None, flags: TransportFlags::default(), source: source.into() }
    }

    /// The connection could not be made: nothing was sent.
    #[must_use]
    pub fn connecting(mut self) -> Self {
        self.flags.is_connect = true;
        self.sent(false)
    }

    /// A time limit ran out.
    #[must_use]
    pub fn timed_out(mut self) -> Self {
        self.flags.is_timeout = true;
        self
    }

    /// Whether any of the request left this machine. Without a word on it, that is unknown.
    #[must_use]
    pub fn sent(mut self, sent: bool) -> Self {
        self.flags.was_sent = Some(sent);
        self
    }

    /// The head of the answer arrived before the failure. The error keeps it: status, `Retry-After`, request id.
    #[must_use]
    pub fn after_head(mut self, status: StatusCode, headers: HeaderMap) -> Self {
        self.head = Some((status, headers));
        self.sent(true)
    }

    /// The body of the answer is larger than the transport takes: [`ErrorKind::TooLarge`](crate::ErrorKind::TooLarge).
    #[must_use]
    pub fn too_large(mut self) -> Self {
        self.flags.is_too_large = true;
        self
    }

    pub(super) fn message(has_head: bool, flags: TransportFlags) -> &'static str {
        match flags {
            TransportFlags { is_too_large: true, .. } => "the answer's body is larger than the transport takes",
            _ if has_head => "the answer's body broke off",
            TransportFlags { is_connect: true, .. } => "the service could not be reached",
            TransportFlags { is_timeout: true, .. } => "no answer came in time",
            _ => "the request got no answer",
        }
    }

    /// Whether any of the request left this machine; `None` where that is unknown.
    #[must_use]
    pub fn was_sent(&self) -> Option<bool> {
        self.flags.was_sent
    }

    /// Whether a time limit ran out.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.flags.is_timeout
    }

    /// Whether the connection could not be made.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        self.flags.is_connect
    }
}

impl fmt::Debug for TransportError {
    /// Shows no header.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TransportError")
            .field("status", &self.head.as_ref().map(|(status, _)| status))
            .field("flags", &self.flags)
            .field("source", &self.source)
            .finish()
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Self::message(self.head.is_some(), self.flags))
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&*self.source)
    }
}
