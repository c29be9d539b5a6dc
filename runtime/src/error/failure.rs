//! What is known of a request that got no whole answer.

use http::{HeaderMap, StatusCode};

/// What a transport told.
#[derive(Debug, Default)]
pub(crate) struct Failure {
    /// Whether any of the request left this machine.
    pub(crate) was_sent: Option<bool>,
    pub(crate) is_connect: bool,
    pub(crate) is_timeout: bool,
    pub(crate) is_too_large: bool,
    /// The head of the answer, where it arrived.
    pub(crate) head: Option<(StatusCode, HeaderMap)>,
}
