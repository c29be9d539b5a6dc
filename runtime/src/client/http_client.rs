//! The one trait that a transport implements.

use core::time::Duration;
use std::sync::Arc;

use bytes::Bytes;

use crate::policy::token::BoxError;

/// Sends an HTTP request and gives its whole answer.
///
/// An `async fn send` in the implementation satisfies it. The request is complete, its URL absolute; the transport
/// adds no header of its own that Graph would read, and follows no redirect with the `Authorization` header.
///
/// # Examples
///
/// A transport that answers from memory:
///
/// ```
/// use bytes::Bytes;
/// use graph_resource::HttpClient;
///
/// struct Nothing;
///
/// impl HttpClient for Nothing {
///     type Error = std::convert::Infallible;
///
///     async fn send(&self, _: http::Request<Bytes>) -> Result<http::Response<Bytes>, Self::Error> {
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
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> impl Future<Output = Result<http::Response<Bytes>, Self::Error>> + Send;

    /// Whether the request that failed with this error left this machine; `None` where that is not known, as by default.
    ///
    /// `Some(false)` means that the service has not seen it: no connection came about. Then any request may be sent again.
    #[must_use]
    fn was_sent(error: &Self::Error) -> Option<bool> {
        let _ = error;
        None
    }

    /// Waits, where the transport's runtime can: a future that is ready after this time. `None`, as by default: it cannot.
    ///
    /// It is called to wait, never to find out whether one could.
    fn sleep(&self, duration: Duration) -> Option<impl Future<Output = ()> + Send> {
        let _ = duration;
        None::<core::future::Ready<()>>
    }
}

impl<T: HttpClient> HttpClient for &T {
    type Error = T::Error;

    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> impl Future<Output = Result<http::Response<Bytes>, Self::Error>> + Send {
        T::send(self, request)
    }

    fn was_sent(error: &Self::Error) -> Option<bool> {
        T::was_sent(error)
    }

    fn sleep(&self, duration: Duration) -> Option<impl Future<Output = ()> + Send> {
        T::sleep(self, duration)
    }
}

impl<T: HttpClient> HttpClient for Arc<T> {
    type Error = T::Error;

    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> impl Future<Output = Result<http::Response<Bytes>, Self::Error>> + Send {
        T::send(self, request)
    }

    fn was_sent(error: &Self::Error) -> Option<bool> {
        T::was_sent(error)
    }

    fn sleep(&self, duration: Duration) -> Option<impl Future<Output = ()> + Send> {
        T::sleep(self, duration)
    }
}
