//! `reqwest`, over rustls.

use core::time::Duration;

use bytes::Bytes;

use crate::client::http_client::HttpClient;
use crate::error::TransportError;

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
    type Error = TransportError;

    #[allow(clippy::manual_async_fn, reason = "an async function would hold the request twice: rust-lang/rust#62958")]
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> impl Future<Output = Result<http::Response<Bytes>, TransportError>> + Send {
        async move {
            let sending = {
                let request = reqwest::Request::try_from(request).map_err(|error| failure(error).sent(false))?;
                self.0.execute(request)
            };
            let mut answer = sending.await.map_err(failure)?;
            let mut response = http::Response::new(Bytes::new());
            *response.status_mut() = answer.status();
            *response.version_mut() = answer.version();
            *response.headers_mut() = core::mem::take(answer.headers_mut());
            match answer.bytes().await {
                Ok(body) => *response.body_mut() = body,
                Err(error) => {
                    let (head, _) = response.into_parts();
                    return Err(failure(error).after_head(head.status, head.headers));
                }
            }
            Ok(response)
        }
    }
}

/// What reqwest tells of a failure. The URL is taken out: a link may hold a token.
fn failure(error: reqwest::Error) -> TransportError {
    let (is_timeout, is_connect, is_unbuilt) = (error.is_timeout(), error.is_connect(), error.is_builder());
    let mut failure = TransportError::new(error.without_url());
    if is_timeout {
        failure = failure.timed_out();
    }
    if is_connect {
        failure = failure.connecting();
    }
    if is_unbuilt { failure.sent(false) } else { failure }
}

#[cfg(test)]
mod tests {
    use core::time::Duration;
    use std::io::{Read as _, Write as _};
    use std::net::TcpListener;
    use std::thread;

    use super::{Bytes, HttpClient, ReqwestTransport};
    use crate::error::{Error, ErrorKind};

    #[test]
    fn a_future_can_be_made_outside_of_a_runtime() {
        let request = http::Request::get("https://graph.example/").body(Bytes::new()).unwrap();
        drop(ReqwestTransport::new().unwrap().send(request));
    }

    /// Answers the one request with this text, and closes the connection.
    fn served(answer: &'static str) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let _ = stream.read(&mut [0; 4096]).unwrap();
            stream.write_all(answer.as_bytes()).unwrap();
        });
        format!("http://{address}/")
    }

    async fn failure_of(url: &str) -> Error {
        let request = http::Request::get(url).body(Bytes::new()).unwrap();
        let transport = ReqwestTransport::from(reqwest::Client::builder().no_proxy().build().unwrap());
        Error::of_transport(transport.send(request).await.unwrap_err())
    }

    #[tokio::test]
    async fn a_head_that_arrived_is_kept() {
        let cut = "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 7\r\nrequest-id: r\r\nContent-Length: 100\r\n\r\n{\"err";
        let error = failure_of(&served(cut)).await;
        assert_eq!((error.kind(), error.request_id()), (ErrorKind::BodyLost, Some("r")));
        assert!(error.is_throttled() && error.is_retryable() && !error.is_connect());
        assert_eq!((error.retry_after(), error.was_sent()), (Some(Duration::from_secs(7)), Some(true)));
    }

    #[tokio::test]
    async fn a_connection_that_is_refused_sent_nothing() {
        let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let error = failure_of(&format!("http://{closed}/")).await;
        assert!(error.is_connect() && error.is_retryable() && error.was_sent() == Some(false), "{error:?}");
        assert_eq!(error.to_string(), "the service could not be reached");
    }
}
