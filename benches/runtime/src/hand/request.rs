//! A request written by hand.

use bytes::Bytes;
use http::Request;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::CallRecordPatch;

/// Everything but RFC 3986's unreserved characters.
const KEY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// `PATCH` of a callRecord.
///
/// # Errors
///
/// The base is no URL, or the tag cannot stand in a header.
///
/// # Panics
///
/// Does not: no patch fails to be written.
pub fn update(
    base: &str,
    id: &str,
    etag: Option<&str>,
    patch: &CallRecordPatch,
) -> Result<Request<Bytes>, http::Error> {
    let id = utf8_percent_encode(id, KEY);
    let mut body = Vec::with_capacity(512);
    serde_json::to_writer(&mut body, patch).expect("a patch is JSON");
    let mut request = Request::builder()
        .method("PATCH")
        .uri(format!("{base}/communications/callRecords/{id}"))
        .header("accept", "application/json")
        .header("content-type", "application/json");
    if let Some(etag) = etag {
        request = request.header("if-match", etag);
    }
    request.body(Bytes::from(body))
}
