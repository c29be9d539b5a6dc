//! A transport over `hyper-util`'s pooling client.

use core::fmt;
use core::future::poll_fn;
use core::pin::{Pin, pin};
use core::task::Poll;
use core::time::Duration;

use bytes::Bytes;
use http_body_util::Full;
use hyper_util::client::legacy::connect::Connect;
use hyper_util::client::legacy::{Client, Error};
use hyper_util::rt::{TokioExecutor, TokioTimer};
use tokio::time::Sleep;

use crate::client::body::MAX_BODY;
#[cfg(feature = "gzip")]
use crate::client::gzip::ask;
use crate::client::http_body::read;
use crate::client::http_client::HttpClient;
use crate::client::transport_error::{TransportError, TransportErrorKind};

/// A transport over hyper-util's pooling client, with a connector of one's own: the one with the fewest dependencies.
///
/// It follows no redirect, and uses no proxy but by its connector. It needs a runtime of tokio where it sends.
///
/// # Examples
///
/// ```
/// use graph_resource::transport::HyperTransport;
/// use graph_resource::{BaseUrl, Client};
/// use hyper_util::client::legacy::connect::HttpConnector;
///
/// # fn main() -> Result<(), graph_resource::Error> {
/// // Without TLS, as for a service on this machine.
/// let transport = HyperTransport::new(HttpConnector::new());
/// let client = Client::new(transport, BaseUrl::loopback("http://127.0.0.1:8080/v1.0")?);
/// # Ok(()) }
/// ```
pub struct HyperTransport<C> {
    client: Client<C, Full<Bytes>>,
    max_body: usize,
    timeout: Duration,
}

impl<C: Connect + Clone + Send + Sync + 'static> HyperTransport<C> {
    /// A transport over this connector, with a time-out of 100 seconds for a whole request.
    ///
    /// How long it takes to connect is the connector's matter. HTTP/2 is spoken where the connector agrees on it with the
    /// service, and a crate turns `http2` of hyper-util on, as the feature `hyper-rustls` does.
    #[must_use]
    pub fn new(connector: C) -> Self {
        Self::from(Client::builder(TokioExecutor::new()).pool_timer(TokioTimer::new()).build(connector))
    }
}

#[cfg(feature = "hyper-rustls")]
impl HyperTransport<hyper_rustls::HttpsConnector<hyper_util::client::legacy::connect::HttpConnector>> {
    /// A transport over rustls, with the certificates of the system, and a time-out of 30 seconds to connect and 100
    /// seconds for a whole request.
    ///
    /// The cryptography is the process's default provider, or else `ring`.
    ///
    /// # Errors
    ///
    /// The system has no certificates, or they cannot be read.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use graph_resource::transport::HyperTransport;
    /// use graph_resource::{Client, Cloud};
    ///
    /// let client = Client::new(HyperTransport::https()?, Cloud::Global);
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn https() -> std::io::Result<Self> {
        use std::sync::Arc;

        use rustls::crypto::{CryptoProvider, ring};

        let provider = CryptoProvider::get_default().cloned().unwrap_or_else(|| Arc::new(ring::default_provider()));
        let mut connector = hyper_util::client::legacy::connect::HttpConnector::new();
        connector.enforce_http(false);
        connector.set_connect_timeout(Some(Duration::from_secs(30)));
        connector.set_nodelay(true);
        let connector = hyper_rustls::HttpsConnectorBuilder::new()
            .with_provider_and_native_roots(provider)?
            .https_or_http()
            .enable_all_versions()
            .wrap_connector(connector);
        Ok(Self::new(connector))
    }
}

impl<C> HyperTransport<C> {
    /// The largest body of an answer, in bytes as they are after decompression; 64 MiB unless it is set.
    ///
    /// A larger one is an error of the kind [`TooLarge`](TransportErrorKind::TooLarge), found while the body is read.
    #[must_use]
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.max_body = bytes;
        self
    }

    /// The longest time for one attempt, from the connection to the last byte of the answer; 100 seconds unless it is set.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }
}

impl<C> From<Client<C, Full<Bytes>>> for HyperTransport<C> {
    /// A client of one's own, with whatever pool and protocol it was built with.
    fn from(client: Client<C, Full<Bytes>>) -> Self {
        Self { client, max_body: MAX_BODY, timeout: Duration::from_secs(100) }
    }
}

impl<C: Connect + Clone + Send + Sync + 'static> HttpClient for HyperTransport<C> {
    type Error = TransportError;

    #[allow(clippy::manual_async_fn, reason = "an async function would hold the request twice: rust-lang/rust#62958")]
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> impl Future<Output = Result<http::Response<Bytes>, TransportError>> + Send {
        async move {
            let mut clock = pin!(tokio::time::sleep(self.timeout));
            let unpacks;
            let mut sending = {
                #[allow(unused_mut, reason = "without gzip, no header is added")]
                let mut request = request.map(Full::new);
                #[cfg(feature = "gzip")]
                {
                    unpacks = ask(request.headers_mut());
                }
                #[cfg(not(feature = "gzip"))]
                {
                    unpacks = false;
                }
                self.client.request(request)
            };
            let answer = before(clock.as_mut(), Pin::new(&mut sending)).await?.map_err(failed)?;
            let (mut head, body) = answer.into_parts();
            let body = {
                let body = pin!(body);
                let reading = pin!(read(&mut head, body, self.max_body, unpacks, |error| {
                    TransportError::new(TransportErrorKind::Other).because(error)
                }));
                before(clock, reading).await.and_then(|body| body)
            };
            match body {
                Ok(body) => Ok(http::Response::from_parts(head, body)),
                Err(error) => Err(error.with_head(head)),
            }
        }
    }

    fn was_sent(error: &TransportError) -> Option<bool> {
        error.was_sent()
    }

    fn sleep(&self, duration: Duration) -> Option<impl Future<Output = ()> + Send> {
        Some(tokio::time::sleep(duration))
    }
}

/// Runs a future until the time is up.
async fn before<F: Future>(mut clock: Pin<&mut Sleep>, mut future: Pin<&mut F>) -> Result<F::Output, TransportError> {
    poll_fn(|context| {
        if let Poll::Ready(output) = future.as_mut().poll(context) {
            return Poll::Ready(Ok(output));
        }
        clock.as_mut().poll(context).map(|()| Err(TransportError::new(TransportErrorKind::Timeout)))
    })
    .await
}

fn failed(error: Error) -> TransportError {
    let kind = if error.is_connect() { TransportErrorKind::Connect } else { TransportErrorKind::Other };
    TransportError::new(kind).because(error)
}

impl<C: Clone> Clone for HyperTransport<C> {
    fn clone(&self) -> Self {
        Self { client: self.client.clone(), max_body: self.max_body, timeout: self.timeout }
    }
}

impl<C> fmt::Debug for HyperTransport<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HyperTransport")
            .field("max_body", &self.max_body)
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}
