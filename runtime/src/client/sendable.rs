//! What a client sends until its outcome is to be told.

use bytes::Bytes;
use http::Method;
use http::header::HeaderMap;

use crate::client::request_id::RequestId;
use crate::error::Error;
use crate::odata::base_url::BaseUrl;
#[cfg(feature = "tracing")]
use crate::odata::template::Template;
use crate::request::operation::Operation;
use crate::request::repeat::Repeat;
use crate::request::request::Request;

/// What can be sent, and sent again.
pub(crate) trait Sendable {
    fn build(&self, base: &BaseUrl) -> Result<http::Request<Bytes>, Error>;

    fn gate_key(&self) -> &str;

    fn repeats(&self, method: &Method, headers: &HeaderMap) -> Repeat;

    #[cfg(feature = "tracing")]
    fn method(&self) -> Method;

    /// The path without its keys, where it is known.
    #[cfg(feature = "tracing")]
    fn template(&self) -> Option<&Template>;
}

impl<O: Operation> Sendable for Request<O> {
    fn build(&self, base: &BaseUrl) -> Result<http::Request<Bytes>, Error> {
        self.to_http(base)
    }

    fn gate_key(&self) -> &str {
        self.gate_key()
    }

    fn repeats(&self, method: &Method, headers: &HeaderMap) -> Repeat {
        self.repeats(method, headers)
    }

    #[cfg(feature = "tracing")]
    fn method(&self) -> Method {
        O::METHOD
    }

    #[cfg(feature = "tracing")]
    fn template(&self) -> Option<&Template> {
        self.template()
    }
}

impl Sendable for http::Request<Bytes> {
    fn build(&self, _: &BaseUrl) -> Result<http::Request<Bytes>, Error> {
        Ok(self.clone())
    }

    fn gate_key(&self) -> &str {
        self.uri().path()
    }

    fn repeats(&self, method: &Method, headers: &HeaderMap) -> Repeat {
        Repeat::of(method, headers)
    }

    #[cfg(feature = "tracing")]
    fn method(&self) -> Method {
        self.method().clone()
    }

    #[cfg(feature = "tracing")]
    fn template(&self) -> Option<&Template> {
        None
    }
}

/// The last answer to a request.
pub(crate) struct Exchanged {
    pub(crate) response: http::Response<Bytes>,
    pub(crate) id: RequestId,
    pub(crate) attempts: u32,
}
