//! Answers before they have the headers that all have.

use bytes::Bytes;
use http::header::{CONTENT_TYPE, DATE};
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};
use serde_json::Value;

use crate::errors::{Refusal, Stamp};
use crate::wire;

pub(crate) const CLIENT_REQUEST_ID: HeaderName = HeaderName::from_static("client-request-id");
const REQUEST_ID: HeaderName = HeaderName::from_static("request-id");
const ODATA_VERSION: HeaderName = HeaderName::from_static("odata-version");

/// An answer without the headers that every answer has.
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Content,
}

pub(crate) enum Content {
    None,
    Json(Value),
    /// Bytes and their media type.
    Raw(Bytes, HeaderValue),
}

impl Reply {
    pub(crate) fn new(status: StatusCode, body: Option<Value>) -> Self {
        Self { status, headers: HeaderMap::new(), body: body.map_or(Content::None, Content::Json) }
    }

    pub(crate) fn raw(status: StatusCode, bytes: impl Into<Bytes>, media_type: HeaderValue) -> Self {
        Self { status, headers: HeaderMap::new(), body: Content::Raw(bytes.into(), media_type) }
    }

    pub(crate) fn refusal(refusal: Refusal, stamp: &Stamp) -> Self {
        let body = Content::Json(refusal.body(stamp));
        Self { status: refusal.status, headers: refusal.headers.into_iter().collect(), body }
    }

    /// Sets a header. A seeded tag that no header can carry is left out.
    pub(crate) fn set(&mut self, name: HeaderName, value: &str) {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.headers.insert(name, value);
        }
    }

    /// Adds what every answer has.
    pub(crate) fn finish(self, stamp: Stamp) -> Response<Bytes> {
        let Self { status, headers, body } = self;
        let mut response = Response::new(Bytes::new());
        *response.status_mut() = status;
        let all = response.headers_mut();
        let mut set = |name, value: &str| {
            if let Ok(value) = HeaderValue::from_str(value) {
                all.insert(name, value);
            }
        };
        set(DATE, &stamp.now.http_date());
        set(REQUEST_ID, &stamp.request_id);
        set(ODATA_VERSION, "4.0");
        if matches!(body, Content::Json(_)) {
            set(CONTENT_TYPE, wire::JSON);
        }
        if let Content::Raw(_, media_type) = &body {
            all.insert(CONTENT_TYPE, media_type.clone());
        }
        if let Some(id) = stamp.client_request_id {
            all.insert(CLIENT_REQUEST_ID, id);
        }
        all.extend(headers);
        *response.body_mut() = match body {
            Content::None => Bytes::new(),
            Content::Json(body) => wire::to_bytes(&body),
            Content::Raw(bytes, _) => bytes,
        };
        response
    }
}
