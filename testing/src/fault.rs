//! Answers that are queued for the next requests, and connections that break.

use std::collections::VecDeque;
use std::fmt;

use bytes::Bytes;
use http::Response;
use http::header::CONTENT_LENGTH;

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

/// What happens to one request instead of being answered by the service.
#[derive(Clone, Debug)]
pub(crate) enum Fault {
    /// The service does not see the request; the client gets this.
    Answer(Response<Bytes>),
    /// The service does not see the request; the client gets nothing.
    Refuse,
    /// The service carries the request out; the client gets nothing.
    LoseAnswer,
}

/// One fault for each request, first in, first out.
pub(crate) type Faults = VecDeque<Fault>;

/// Whether the answer promises more bytes than it has. It breaks off after those that it has.
pub(crate) fn is_truncated(response: &Response<Bytes>) -> bool {
    let promised = response.headers().get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok());
    promised.is_some_and(|promised: usize| promised > response.body().len())
}
