//! Content that is no JSON: photos, files, reports.

use bytes::Bytes;
use http::header::ETAG;
use http::{HeaderValue, StatusCode};

use crate::service::Reply;

/// Bytes with their media type.
#[derive(Clone, Debug)]
pub(crate) struct Content {
    pub(crate) media_type: HeaderValue,
    pub(crate) bytes: Bytes,
    pub(crate) etag: Option<String>,
}

impl Content {
    pub(crate) fn reply(&self) -> Reply {
        let mut reply = Reply::raw(StatusCode::OK, self.bytes.clone(), self.media_type.clone());
        if let Some(etag) = &self.etag {
            reply.set(ETAG, etag);
        }
        reply
    }
}
