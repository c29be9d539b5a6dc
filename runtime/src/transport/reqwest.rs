//! `reqwest`, over rustls.

use core::time::Duration;

use bytes::Bytes;

use crate::http_client::HttpClient;

/// A transport over [`reqwest`], with rustls.
///
/// Follows no redirect: an answer of 3xx is given as it is, so that no token travels with it.
///
/// # Examples
///
/// ```no_run
/// use graph_resource::transport::ReqwestTransport;
/// use graph_resource::{BaseUrl, Client};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let client = Client::new(ReqwestTransport::new()?, BaseUrl::graph());
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct ReqwestTransport(reqwest::Client);

impl ReqwestTransport {
    /// A transport with a time-out of 30 seconds to connect and 100 seconds for a whole request.
    ///
    /// # Errors
    ///
    /// The TLS backend cannot be set up.
    pub fn new() -> Result<Self, reqwest::Error> {
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(Duration::from_secs(30))
            .timeout(Duration::from_secs(100))
            .build()?;
        Ok(Self(client))
    }
}

impl From<reqwest::Client> for ReqwestTransport {
    /// A client of one's own. Where it follows redirects, reqwest takes the token off on the way to another host.
    fn from(client: reqwest::Client) -> Self {
        Self(client)
    }
}

impl HttpClient for ReqwestTransport {
    type Error = reqwest::Error;

    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> impl Future<Output = Result<http::Response<Bytes>, reqwest::Error>> + Send {
        // Outside of the future, which would hold the request to its end.
        let sending = reqwest::Request::try_from(request).map(|request| self.0.execute(request));
        async move {
            // The URL is taken out of errors: a link may hold a token.
            let mut answer =
                sending.map_err(reqwest::Error::without_url)?.await.map_err(reqwest::Error::without_url)?;
            let mut response = http::Response::new(Bytes::new());
            *response.status_mut() = answer.status();
            *response.version_mut() = answer.version();
            *response.headers_mut() = core::mem::take(answer.headers_mut());
            *response.body_mut() = answer.bytes().await.map_err(reqwest::Error::without_url)?;
            Ok(response)
        }
    }
}
