//! A transport over any `tower` service.

use core::fmt;
use core::future::poll_fn;
use core::pin::{Pin, pin};
use core::time::Duration;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use http_body::Body;
use http_body_util::Full;
use tower_service::Service;

use crate::client::body::MAX_BODY;
use crate::client::http_body::read;
use crate::client::http_client::HttpClient;
use crate::client::transport_error::{TransportError, TransportErrorKind};
use crate::error::is_connecting;
use crate::policy::token::BoxError;

/// A transport over any service of `tower` that sends HTTP requests: a client with one's own layers around it.
///
/// Each request is sent by a clone of the service. Redirects, proxies, time limits and compression are the service's
/// matter; it should follow no redirect. Where it gives a [`TransportError`], the client knows what that knows.
///
/// # Examples
///
/// ```
/// use graph_resource::transport::TowerTransport;
/// use graph_resource::{BaseUrl, Client};
///
/// # fn example<S>(service: S) -> Client<impl graph_resource::HttpClient>
/// # where
/// #     S: tower_service::Service<http::Request<http_body_util::Full<bytes::Bytes>>,
/// #         Response = http::Response<http_body_util::Full<bytes::Bytes>>> + Clone + Send,
/// #     S::Error: Into<graph_resource::BoxError>,
/// #     S::Future: Send,
/// # {
/// Client::new(TowerTransport::new(service).sleep(tokio::time::sleep), BaseUrl::graph())
/// # }
/// ```
pub struct TowerTransport<S> {
    /// Locked while it is cloned: many services cannot be shared among threads.
    service: Mutex<S>,
    wait: Option<Wait>,
    max_body: usize,
}

type Wait = Arc<dyn Fn(Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> + Send + Sync>;

impl<S> TowerTransport<S> {
    /// A transport over this service. It cannot wait, so that nothing is sent again after a wait: see
    /// [`sleep`](TowerTransport::sleep).
    #[must_use]
    pub fn new(service: S) -> Self {
        Self { service: Mutex::new(service), wait: None, max_body: MAX_BODY }
    }

    /// How the runtime waits: `tokio::time::sleep`, for one.
    #[must_use]
    pub fn sleep<F, A>(mut self, sleep: F) -> Self
    where
        F: Fn(Duration) -> A + Send + Sync + 'static,
        A: Future<Output = ()> + Send + 'static,
    {
        self.wait = Some(Arc::new(move |duration| Box::pin(sleep(duration))));
        self
    }

    /// The largest body of an answer, in bytes as the service gives them; 64 MiB unless it is set.
    ///
    /// A larger one is an error of the kind [`TooLarge`](TransportErrorKind::TooLarge), found while the body is read.
    #[must_use]
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.max_body = bytes;
        self
    }
}

impl<S, B> HttpClient for TowerTransport<S>
where
    S: Service<http::Request<Full<Bytes>>, Response = http::Response<B>> + Clone + Send,
    S::Error: Into<BoxError>,
    S::Future: Send,
    B: Body + Send,
    B::Data: Send,
    B::Error: Into<BoxError>,
{
    type Error = TransportError;

    #[allow(clippy::manual_async_fn, reason = "an async function would hold the request twice: rust-lang/rust#62958")]
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> impl Future<Output = Result<http::Response<Bytes>, TransportError>> + Send {
        async move {
            let mut service = self.service.lock().unwrap_or_else(PoisonError::into_inner).clone();
            if let Err(error) = poll_fn(|context| service.poll_ready(context)).await {
                return Err(failed(error.into()).unsent());
            }
            let answer = service.call(request.map(Full::new)).await.map_err(|error| failed(error.into()))?;
            let (mut head, body) = answer.into_parts();
            let body = pin!(body);
            match read(&mut head, body, self.max_body, false, |error| failed(error.into())).await {
                Ok(body) => Ok(http::Response::from_parts(head, body)),
                Err(error) => Err(error.with_head(head)),
            }
        }
    }

    fn was_sent(error: &TransportError) -> Option<bool> {
        error.was_sent()
    }

    fn sleep(&self, duration: Duration) -> Option<impl Future<Output = ()> + Send> {
        self.wait.as_ref().map(|wait| wait(duration))
    }
}

fn failed(error: BoxError) -> TransportError {
    match error.downcast::<TransportError>() {
        Ok(error) => *error,
        Err(error) if is_connecting(&*error) => TransportError::new(TransportErrorKind::Connect).because(error),
        Err(error) => TransportError::new(TransportErrorKind::Other).because(error),
    }
}

impl<S: Clone> Clone for TowerTransport<S> {
    fn clone(&self) -> Self {
        let service = self.service.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Self { service: Mutex::new(service), wait: self.wait.clone(), max_body: self.max_body }
    }
}

impl<S> fmt::Debug for TowerTransport<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TowerTransport").field("max_body", &self.max_body).finish_non_exhaustive()
    }
}
