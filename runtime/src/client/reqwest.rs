//! `reqwest`, over rustls.

use core::time::Duration;

use bytes::Bytes;

use crate::client::http_client::HttpClient;

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

    #[allow(clippy::manual_async_fn, reason = "an async function would hold the request twice: rust-lang/rust#62958")]
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> impl Future<Output = Result<http::Response<Bytes>, reqwest::Error>> + Send {
        async move {
            // The URL is taken out of errors: a link may hold a token.
            let sending = {
                let request = reqwest::Request::try_from(request).map_err(reqwest::Error::without_url)?;
                self.0.execute(request)
            };
            let mut answer = sending.await.map_err(reqwest::Error::without_url)?;
            let mut response = http::Response::new(Bytes::new());
            *response.status_mut() = answer.status();
            *response.version_mut() = answer.version();
            *response.headers_mut() = core::mem::take(answer.headers_mut());
            *response.body_mut() = answer.bytes().await.map_err(reqwest::Error::without_url)?;
            Ok(response)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Bytes, HttpClient, ReqwestTransport};

    #[test]
    fn a_future_can_be_made_outside_of_a_runtime() {
        let request = http::Request::get("https://graph.example/").body(Bytes::new()).unwrap();
        drop(ReqwestTransport::new().unwrap().send(request));
    }
}
