//! A transport of which nobody needs to know the type.

use core::fmt;
use core::pin::Pin;
use core::time::Duration;
use std::sync::Arc;

use bytes::Bytes;

use crate::client::http_client::HttpClient;
use crate::policy::token::BoxError;

/// Any transport, behind one type: what a service keeps in its state. Cheap to clone.
///
/// [`Client::boxed`](crate::Client::boxed) makes one of the client's own. Each request costs one allocation more.
///
/// # Examples
///
/// ```
/// use graph_resource::{BoxHttpClient, Client};
///
/// # struct Nothing;
/// # impl graph_resource::HttpClient for Nothing {
/// #     type Error = std::convert::Infallible;
/// #     async fn send(&self, _: http::Request<bytes::Bytes>) -> Result<http::Response<bytes::Bytes>, Self::Error> {
/// #         Ok(http::Response::new(bytes::Bytes::new()))
/// #     }
/// # }
/// # let transport = Nothing;
/// #[derive(Clone)]
/// struct AppState {
///     graph: Client,
/// }
///
/// let transport = BoxHttpClient::new(transport);
/// let state = AppState { graph: Client::new(transport, graph_resource::BaseUrl::graph()) };
/// # let _ = state;
/// ```
#[derive(Clone)]
pub struct BoxHttpClient(Arc<dyn Erased>);

impl BoxHttpClient {
    /// Hides the type of a transport.
    pub fn new<T: HttpClient + 'static>(transport: T) -> Self {
        Self(Arc::new(transport))
    }
}

type Pending<'f, T> = Pin<Box<dyn Future<Output = T> + Send + 'f>>;

/// The methods of a transport, without types of its own.
trait Erased: Send + Sync {
    fn send(&self, request: http::Request<Bytes>) -> Pending<'_, Result<http::Response<Bytes>, BoxHttpClientError>>;

    fn sleep(&self, duration: Duration) -> Option<Pending<'_, ()>>;
}

impl<T: HttpClient> Erased for T {
    fn send(&self, request: http::Request<Bytes>) -> Pending<'_, Result<http::Response<Bytes>, BoxHttpClientError>> {
        let sending = HttpClient::send(self, request);
        Box::pin(async move {
            sending.await.map_err(|error| BoxHttpClientError { was_sent: T::was_sent(&error), source: error.into() })
        })
    }

    fn sleep(&self, duration: Duration) -> Option<Pending<'_, ()>> {
        HttpClient::sleep(self, duration).map(|sleep| Box::pin(sleep) as Pending<'_, ()>)
    }
}

impl HttpClient for BoxHttpClient {
    type Error = BoxHttpClientError;

    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> impl Future<Output = Result<http::Response<Bytes>, BoxHttpClientError>> + Send {
        self.0.send(request)
    }

    fn was_sent(error: &BoxHttpClientError) -> Option<bool> {
        error.was_sent
    }

    fn sleep(&self, duration: Duration) -> Option<impl Future<Output = ()> + Send> {
        self.0.sleep(duration)
    }
}

impl fmt::Debug for BoxHttpClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BoxHttpClient")
    }
}

/// The error of a transport whose type is hidden, and what the transport knows about it.
#[derive(Debug)]
pub struct BoxHttpClientError {
    was_sent: Option<bool>,
    source: BoxError,
}

impl BoxHttpClientError {
    /// The transport's own error.
    #[must_use]
    pub fn get_ref(&self) -> &(dyn std::error::Error + Send + Sync + 'static) {
        &*self.source
    }

    /// The transport's own error, taken out.
    #[must_use]
    pub fn into_inner(self) -> Box<dyn std::error::Error + Send + Sync> {
        self.source
    }
}

impl fmt::Display for BoxHttpClientError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.source.fmt(f)
    }
}

impl std::error::Error for BoxHttpClientError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.source()
    }
}
