//! The one trait that a transport implements.

use std::sync::Arc;

use bytes::Bytes;

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
pub trait HttpClient: Sync {
    /// Why a request got no answer.
    type Error: Into<Box<dyn std::error::Error + Send + Sync>> + Send;

    /// Sends the request and waits for the whole answer.
    ///
    /// # Errors
    ///
    /// There was no answer: a refused connection, a time-out, a broken stream. An answer of any status is none.
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> impl Future<Output = Result<http::Response<Bytes>, Self::Error>> + Send;
}

impl<T: HttpClient> HttpClient for &T {
    type Error = T::Error;

    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> impl Future<Output = Result<http::Response<Bytes>, Self::Error>> + Send {
        T::send(self, request)
    }
}

impl<T: HttpClient + Send> HttpClient for Arc<T> {
    type Error = T::Error;

    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> impl Future<Output = Result<http::Response<Bytes>, Self::Error>> + Send {
        T::send(self, request)
    }
}
