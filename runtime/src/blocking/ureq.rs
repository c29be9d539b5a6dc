//! A blocking transport over `ureq`.

use core::time::Duration;
use std::io::Read as _;

use bytes::Bytes;
use http::Method;
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH};
use ureq::{Agent, Error, Timeout};

use crate::blocking::http_client::HttpClient;
use crate::client::body::MAX_BODY;
use crate::client::transport_error::{TransportError, TransportErrorKind};
use crate::error::is_connecting;

/// A blocking transport over [`ureq`], HTTP/1.1.
///
/// It follows no redirect: an answer of 3xx is given as it is, so that neither the token nor a body travels with it. An
/// answer larger than [`max_body`](Self::max_body) is refused while it is read. For https, one of the features of `ureq`
/// that bring TLS is needed; `ureq-rustls` turns on its `rustls`.
///
/// # Examples
///
/// ```no_run
/// use graph_resource::blocking::Client;
/// use graph_resource::transport::UreqTransport;
/// use graph_resource::{BaseUrl, Retry};
///
/// # fn example(token: &str) -> Result<(), graph_resource::Error> {
/// let client = Client::new(UreqTransport::new(), BaseUrl::graph()).bearer_token(token)?.retry(Retry::new());
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct UreqTransport {
    agent: Agent,
    max_body: usize,
}

impl UreqTransport {
    /// A transport with a time-out of 30 seconds to connect and 100 seconds for a whole request.
    ///
    /// The proxies of the environment are used, but for plain http.
    #[must_use]
    pub fn new() -> Self {
        let config = Agent::config_builder()
            .timeout_connect(Some(Duration::from_secs(30)))
            .timeout_global(Some(Duration::from_secs(100)));
        Self::from(config.build().new_agent())
    }

    /// The largest body of an answer, in bytes as they are after decompression; 64 MiB unless it is set.
    ///
    /// A larger one is an error of the kind [`TooLarge`](TransportErrorKind::TooLarge), found while the body is read.
    #[must_use]
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.max_body = bytes;
        self
    }
}

impl Default for UreqTransport {
    fn default() -> Self {
        Self::new()
    }
}

impl From<Agent> for UreqTransport {
    /// An agent of one's own, with its TLS, proxies and time limits. What it does about redirects and errors of the
    /// service is set aside: each answer is given as it is.
    fn from(agent: Agent) -> Self {
        Self { agent, max_body: MAX_BODY }
    }
}

impl HttpClient for UreqTransport {
    type Error = TransportError;

    fn send(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, TransportError> {
        let (head, body) = request.into_parts();
        let (is_plain, is_head) = (head.uri.scheme_str() == Some("http"), head.method == Method::HEAD);
        let request = http::Request::from_parts(head, &body[..]);
        let config = self.agent.configure_request(request).http_status_as_error(false).max_redirects(0);
        let config = config.max_redirects_will_error(false).allow_non_standard_methods(true);
        let config = if is_plain { config.proxy(None) } else { config };
        let (mut head, mut body) = self.agent.run(config.build()).map_err(failed)?.into_parts();
        if cfg!(feature = "gzip") && head.headers.get(CONTENT_ENCODING).is_some_and(|encoding| encoding == "gzip") {
            // It is unpacked by then.
            head.headers.remove(CONTENT_ENCODING);
            head.headers.remove(CONTENT_LENGTH);
        }
        // The answer to a HEAD may tell of an encoding, and has no body to unpack.
        let body = if is_head { Ok(Bytes::new()) } else { read(&mut body, self.max_body) };
        match body {
            Ok(body) => Ok(http::Response::from_parts(head, body)),
            Err(error) => Err(error.with_head(head)),
        }
    }

    fn was_sent(error: &TransportError) -> Option<bool> {
        error.was_sent()
    }
}

/// Reads the body, whose length the head may have told, and no more of it than the limit.
fn read(body: &mut ureq::Body, limit: usize) -> Result<Bytes, TransportError> {
    let length = body.content_length().unwrap_or_default();
    let most = u64::try_from(limit).unwrap_or(u64::MAX);
    if length > most {
        return Err(TransportError::new(TransportErrorKind::TooLarge));
    }
    // One byte more, so that the end is found without room for more.
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default().saturating_add(1));
    let mut reader = body.with_config().limit(u64::MAX).reader().take(most.saturating_add(1));
    reader.read_to_end(&mut bytes).map_err(|error| failed(Error::from(error)))?;
    if bytes.len() > limit {
        return Err(TransportError::new(TransportErrorKind::TooLarge));
    }
    Ok(Bytes::from(bytes))
}

fn failed(error: Error) -> TransportError {
    let (kind, unsent) = match &error {
        Error::Timeout(Timeout::Resolve | Timeout::Connect) => (TransportErrorKind::Timeout, true),
        Error::Timeout(_) => (TransportErrorKind::Timeout, false),
        Error::HostNotFound | Error::ConnectionFailed | Error::Tls(_) | Error::TlsRequired => {
            (TransportErrorKind::Connect, true)
        }
        Error::Io(io) if is_connecting(io) => (TransportErrorKind::Connect, true),
        // Their messages show the URL.
        Error::BadUri(_) | Error::RequireHttpsOnly(_) => return TransportError::new(TransportErrorKind::Url),
        _ => (TransportErrorKind::Other, false),
    };
    let error = TransportError::new(kind).because(error);
    if unsent { error.unsent() } else { error }
}
