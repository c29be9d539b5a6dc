//! Content that is no JSON: photos, files, reports.

use core::fmt;
use std::sync::Arc;

use bytes::Bytes;
use http::header;

use crate::error::Error;
use crate::etag::ETag;
use crate::request::answer::Answer;

/// Content as the service gave it: its bytes, its media type and its version; or where it is, for services that answer with
/// a redirect.
#[derive(Clone, PartialEq)]
pub struct Content {
    body: Bytes,
    media_type: Option<String>,
    etag: Option<ETag>,
    location: Option<String>,
    request_id: Option<Arc<str>>,
}

impl Content {
    /// The bytes; none where the content is at another [location](Self::location).
    #[must_use]
    pub fn bytes(&self) -> &Bytes {
        &self.body
    }

    /// The bytes alone.
    #[must_use]
    pub fn into_bytes(self) -> Bytes {
        self.body
    }

    /// The media type: `image/jpeg`, `text/csv`.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.media_type.as_deref()
    }

    /// The version, where the service tells it.
    #[must_use]
    pub fn etag(&self) -> Option<&ETag> {
        self.etag.as_ref()
    }

    /// Where the content is, where the answer was a redirect. The URL holds a token of its own, lives for minutes, and leads to
    /// another origin: it is read without the client's token, as [`Client::download`](crate::Client::download) does.
    #[must_use]
    pub fn location(&self) -> Option<&str> {
        self.location.as_deref()
    }

    /// The service's id of the request.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }
}

impl fmt::Debug for Content {
    /// Shows neither the content nor a URL.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Content")
            .field("length", &self.body.len())
            .field("media_type", &self.media_type)
            .field("etag", &self.etag)
            .field("is_elsewhere", &self.location.is_some())
            .field("request_id", &self.request_id)
            .finish()
    }
}

impl Answer<'_> {
    pub(crate) fn raw_content(self) -> Result<Content, Error> {
        self.check_done()?;
        self.check_undivided()?;
        let is_elsewhere = self.head.status.is_redirection();
        let location = is_elsewhere.then(|| self.header(&header::LOCATION).map(str::to_owned)).flatten();
        if is_elsewhere && location.is_none() {
            return Err(Error::of_service(self.head.status, &self.head.headers, &self.body));
        }
        Ok(Content {
            media_type: self.header(&header::CONTENT_TYPE).filter(|_| !is_elsewhere).map(str::to_owned),
            etag: self.etag_or_header(None),
            request_id: self.request_id(),
            body: if is_elsewhere { Bytes::new() } else { self.body },
            location,
        })
    }
}
