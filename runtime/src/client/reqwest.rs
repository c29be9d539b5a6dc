//! A transport over `reqwest`.

use core::time::Duration;

use bytes::Bytes;

use crate::client::body::ArrivingBody;
use crate::client::http_client::HttpClient;
use crate::client::max_body::MAX_BODY;
use crate::client::transport_error::{TransportError, TransportErrorKind};

/// A transport over [`reqwest`].
///
/// It follows no redirect: an answer of 3xx is given as it is, so that neither the token nor a body travels with it. An
/// answer larger than [`max_body`](Self::max_body) is refused while it is read.
///
/// # Examples
///
/// With a client of one's own, and whatever TLS it was built with:
///
/// ```
/// use graph_resource::transport::ReqwestTransport;
/// use graph_resource::{BaseUrl, Client};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # if cfg!(feature = "reqwest-rustls") {
/// let http = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build()?;
/// let client = Client::new(ReqwestTransport::from(http), BaseUrl::graph());
/// # }
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct ReqwestTransport {
    client: reqwest::Client,
    /// For plain http on this machine, which no proxy is to see.
    local: Option<reqwest::Client>,
    max_body: usize,
}

impl ReqwestTransport {
    /// A transport over rustls, with a time-out of 30 seconds to connect and 100 seconds for a whole request.
    ///
    /// The proxies of the environment are used, but for plain http on this machine.
    ///
    /// # Errors
    ///
    /// The TLS backend cannot be set up.
    #[cfg(feature = "reqwest-rustls")]
    pub fn new() -> Result<Self, reqwest::Error> {
        let builder = || {
            reqwest::Client::builder()
                .redirect(reqwest::redirect::Policy::none())
                .connect_timeout(Duration::from_secs(30))
                .timeout(Duration::from_secs(100))
        };
        Ok(Self { client: builder().build()?, local: Some(builder().no_proxy().build()?), max_body: MAX_BODY })
    }

    /// The largest body of an answer, in bytes as they are after decompression; 64 MiB unless it is set.
    ///
    /// A larger one is an error of the kind [`TooLarge`](TransportErrorKind::TooLarge), found while the body is read.
    #[must_use]
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.max_body = bytes;
        self
    }

    /// The client for this request.
    fn client_for(&self, url: &http::Uri) -> &reqwest::Client {
        match &self.local {
            Some(local) if url.scheme_str() == Some("http") => local,
            _ => &self.client,
        }
    }
}

impl From<reqwest::Client> for ReqwestTransport {
    /// A client of one's own, best built with `redirect(Policy::none())`: where it follows a redirect, the request fails
    /// with [`Redirected`](TransportErrorKind::Redirected), since a `PATCH` that was answered with 303 became a `GET`.
    fn from(client: reqwest::Client) -> Self {
        Self { client, local: None, max_body: MAX_BODY }
    }
}

impl HttpClient for ReqwestTransport {
    type Error = TransportError;

    #[allow(clippy::manual_async_fn, reason = "an async function would hold the request twice: rust-lang/rust#62958")]
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> impl Future<Output = Result<http::Response<Bytes>, TransportError>> + Send {
        async move {
            let (sending, url) = {
                let client = self.client_for(request.uri());
                let spelling = request.uri().clone();
                let request = reqwest::Request::try_from(request).map_err(failed)?;
                if !is_same(&spelling, request.url()) {
                    return Err(TransportError::new(TransportErrorKind::Url));
                }
                (client.execute(request), spelling)
            };
            let mut answer = sending.await.map_err(failed)?;
            if !is_same(&url, answer.url()) {
                return Err(TransportError::new(TransportErrorKind::Redirected));
            }
            let mut response = http::Response::new(());
            *response.status_mut() = answer.status();
            *response.version_mut() = answer.version();
            *response.headers_mut() = core::mem::take(answer.headers_mut());
            let (head, ()) = response.into_parts();
            match read(&mut answer, ArrivingBody::new(&head.headers, self.max_body)).await {
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

/// Reads the body, and no more of it than the limit.
async fn read(answer: &mut reqwest::Response, mut body: ArrivingBody) -> Result<Bytes, TransportError> {
    while let Some(piece) = answer.chunk().await.map_err(failed)? {
        body.push(piece)?;
    }
    Ok(body.finish())
}

/// Whether reqwest's URL leads where the given one does. The library encodes more characters, which changes nothing,
/// and resolves dots in a path, which leads elsewhere.
fn is_same(given: &http::Uri, url: &reqwest::Url) -> bool {
    is_encoded(given.path(), url.path())
        && is_encoded(given.query().unwrap_or_default(), url.query().unwrap_or_default())
        && given.host().is_some_and(|host| url.host_str().is_some_and(|other| other.eq_ignore_ascii_case(host)))
}

/// Whether `encoded` is `text`, with or without more of its bytes percent-encoded.
fn is_encoded(text: &str, encoded: &str) -> bool {
    if text == encoded {
        return true;
    }
    let mut rest = encoded;
    text.bytes().all(|byte| {
        let len = if rest.as_bytes().first() == Some(&byte) {
            1
        } else if rest.get(..3).is_some_and(|code| code.eq_ignore_ascii_case(&format!("%{byte:02X}"))) {
            3
        } else {
            return false;
        };
        rest = rest.get(len..).unwrap_or_default();
        true
    }) && rest.is_empty()
}

/// The error without the URL: a link may hold a token.
fn failed(error: reqwest::Error) -> TransportError {
    let kind = if error.is_timeout() {
        TransportErrorKind::Timeout
    } else if error.is_connect() {
        TransportErrorKind::Connect
    } else if error.is_builder() {
        TransportErrorKind::Url
    } else {
        TransportErrorKind::Other
    };
    let unsent = error.is_connect();
    let error = TransportError::new(kind).because(error.without_url());
    if unsent { error.unsent() } else { error }
}

#[cfg(all(test, feature = "reqwest-rustls"))]
mod tests {
    use super::{Bytes, HttpClient, ReqwestTransport, is_same};

    #[test]
    fn a_future_can_be_made_outside_of_a_runtime() {
        let request = http::Request::get("https://graph.example/").body(Bytes::new()).unwrap();
        drop(ReqwestTransport::new().unwrap().send(request));
    }

    #[test]
    fn a_url_that_is_spelled_otherwise_is_another_one() {
        for (url, same) in [
            ("https://graph.example/v1.0/users/a%20b?$filter=x%20eq%20'y'", true),
            ("https://GRAPH.example/v1.0/users('a')", true),
            ("https://graph.example:443/v1.0/users?$skiptoken=X%27", true),
            ("https://graph.example/v1.0/users/a{b}?x='", true),
            ("https://graph.example/v1.0/users?", true),
            ("https://graph.example/v1.0/%2e%2e/me", false),
            ("https://graph.example/v1.0/users/../me", false),
        ] {
            let given: http::Uri = url.parse().unwrap();
            let parsed = reqwest::Url::parse(url).unwrap();
            assert_eq!(is_same(&given, &parsed), same, "{url} became {parsed}");
        }
    }
}
