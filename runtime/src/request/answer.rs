//! A successful answer: its head and its text. What it is read as is for the operation to say.

use bytes::Bytes;
use http::{HeaderName, header};

use crate::codec::decode::text;
use crate::error::Error;
use crate::etag::ETag;
use crate::odata::path::ResourcePath;
use crate::request::options::RequestOptions;

/// A successful answer, on its way to what the operation makes of it.
pub struct Answer<'h> {
    pub(crate) head: &'h http::response::Parts,
    pub(crate) body: Bytes,
    /// Where the request went.
    pub(crate) path: Option<ResourcePath>,
    /// The same where it followed a relationship.
    pub(crate) related: Option<ResourcePath>,
    /// What it asked for.
    pub(crate) options: RequestOptions,
}

impl Answer<'_> {
    /// A 204 has no content, whatever stands in its body: documentation shows bodies that are none.
    pub(crate) fn text(&self) -> Result<Option<&str>, Error> {
        if self.head.status == http::StatusCode::NO_CONTENT || self.body.iter().all(u8::is_ascii_whitespace) {
            return Ok(None);
        }
        text(&self.body).map(Some)
    }

    /// The tag in the body wins over the header's.
    pub(crate) fn etag_or_header(&self, etag: Option<ETag>) -> Option<ETag> {
        etag.or_else(|| self.header(&header::ETAG).map(ETag::from))
    }

    pub(crate) fn request_id(&self) -> Option<String> {
        self.header(&REQUEST_ID).map(str::to_owned)
    }

    pub(crate) fn header(&self, name: &HeaderName) -> Option<&str> {
        self.head.headers.get(name)?.to_str().ok()
    }
}

const REQUEST_ID: HeaderName = HeaderName::from_static("request-id");
