//! The one trait that a blocking transport implements, and how the client drives it.

use core::time::Duration;
use std::sync::Arc;

use bytes::Bytes;

use crate::client::http_client as driven;
use crate::policy::token::BoxError;

/// Sends an HTTP request and gives its whole answer, while the thread waits.
///
/// The request is complete, its URL absolute; the transport adds no header of its own that Graph would read, and follows no
/// redirect with the `Authorization` header.
///
/// # Examples
///
/// A transport that answers from memory:
///
/// ```
/// use bytes::Bytes;
/// use graph_resource::blocking::HttpClient;
///
/// struct Nothing;
///
/// impl HttpClient for Nothing {
///     type Error = std::convert::Infallible;
///
///     fn send(&self, _: http::Request<Bytes>) -> Result<http::Response<Bytes>, Self::Error> {
///         Ok(http::Response::builder().status(204).body(Bytes::new()).unwrap())
///     }
/// }
/// ```
pub trait HttpClient: Send + Sync {
    /// Why a request got no answer.
    type Error: Into<BoxError> + Send;

    /// Sends the request and waits for the whole answer.
    ///
    /// # Errors
    ///
    /// There was no answer: a refused connection, a time-out, a broken stream. An answer of any status is none.
    fn send(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, Self::Error>;

    /// Whether the request that failed with this error left this machine; `None` where that is not known, as by default.
    ///
    /// `Some(false)` says that the service has not seen it: no connection came about. Then any request may be sent again.
    #[must_use]
    fn was_sent(error: &Self::Error) -> Option<bool> {
        let _ = error;
        None
    }
}

impl<T: HttpClient> HttpClient for &T {
    type Error = T::Error;

    fn send(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, Self::Error> {
        T::send(self, request)
    }

    fn was_sent(error: &Self::Error) -> Option<bool> {
        T::was_sent(error)
    }
}

impl<T: HttpClient> HttpClient for Arc<T> {
    type Error = T::Error;

    fn send(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, Self::Error> {
        T::send(self, request)
    }

    fn was_sent(error: &Self::Error) -> Option<bool> {
        T::was_sent(error)
    }
}

/// A blocking transport, of which each future is ready at the first poll: the thread waits in it.
#[derive(Clone)]
pub(crate) struct Waiting<T>(pub(crate) T);

impl<T: HttpClient> driven::HttpClient for Waiting<T> {
    type Error = T::Error;

    async fn send(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, Self::Error> {
        self.0.send(request)
    }

    fn was_sent(error: &Self::Error) -> Option<bool> {
        T::was_sent(error)
    }

    fn sleep(&self, duration: Duration) -> Option<impl Future<Output = ()> + Send> {
        Some(async move { std::thread::sleep(duration) })
    }
}
