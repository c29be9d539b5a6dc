//! What the service saw and what it said, so that a test can look at the exact exchange.

use core::fmt;
use std::collections::VecDeque;

use bytes::Bytes;
use http::header::{AUTHORIZATION, COOKIE, HOST, PROXY_AUTHORIZATION};
use http::{HeaderMap, Method, Request, Response, StatusCode};
use serde_json::Value;

/// A request as the service received it.
///
/// `Debug` and `Display` show the body, and neither an access token nor a cookie.
#[derive(Clone)]
pub struct RecordedRequest {
    method: Method,
    target: String,
    headers: HeaderMap,
    body: Bytes,
}

impl RecordedRequest {
    pub(crate) fn of(request: &Request<Bytes>) -> Self {
        let uri = request.uri();
        let target = uri.path_and_query().map_or("/", http::uri::PathAndQuery::as_str).to_owned();
        let mut headers = request.headers().clone();
        for secret in [AUTHORIZATION, COOKIE, PROXY_AUTHORIZATION] {
            if let http::header::Entry::Occupied(mut values) = headers.entry(secret) {
                values.iter_mut().for_each(|value| value.set_sensitive(true));
            }
        }
        if let (None, Some(authority)) = (headers.get(HOST), uri.authority())
            && let Ok(host) = authority.as_str().parse()
        {
            headers.insert(HOST, host);
        }
        Self { method: request.method().clone(), target, headers, body: request.body().clone() }
    }

    /// The method.
    #[must_use]
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// Path and query as they were sent, percent-encoded: `/v1.0/users/a%2Fb?$select=id`.
    #[must_use]
    pub fn target(&self) -> &str {
        &self.target
    }

    /// Path as it was sent, percent-encoded.
    #[must_use]
    pub fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }

    /// Query as it was sent, percent-encoded, without the `?`.
    #[must_use]
    pub fn query(&self) -> Option<&str> {
        self.target.split_once('?').map(|(_, query)| query)
    }

    /// All headers. A request that came without a socket has the authority of its URL as `host`.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The first value of a header, where it is visible ASCII. The name is not case-sensitive.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The body, to the byte.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// The body read as JSON; `None` where it is no JSON.
    #[must_use]
    pub fn json(&self) -> Option<Value> {
        serde_json::from_slice(&self.body).ok()
    }
}

/// An answer as the service gave it.
#[derive(Clone)]
pub struct RecordedResponse {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl RecordedResponse {
    pub(crate) fn of(response: &Response<Bytes>) -> Self {
        let (headers, body) = (response.headers().clone(), response.body().clone());
        Self { status: response.status(), headers, body }
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// All headers that the service set. Those that HTTP/1.1 adds on a socket are not among them.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The first value of a header, where it is visible ASCII. The name is not case-sensitive.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The body, to the byte.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// The body read as JSON; `None` where it is no JSON.
    #[must_use]
    pub fn json(&self) -> Option<Value> {
        serde_json::from_slice(&self.body).ok()
    }
}

/// A request and the answer to it.
///
/// `Display` writes both as HTTP/1.1 does, without the access token: for examples, and for failing tests.
#[derive(Clone, Debug)]
pub struct Exchange {
    pub(crate) request: RecordedRequest,
    pub(crate) response: Option<RecordedResponse>,
}

impl Exchange {
    /// The request.
    #[must_use]
    pub fn request(&self) -> &RecordedRequest {
        &self.request
    }

    /// The answer; `None` where the connection was broken instead.
    #[must_use]
    pub fn response(&self) -> Option<&RecordedResponse> {
        self.response.as_ref()
    }
}

/// The latest exchanges.
#[derive(Debug)]
pub(crate) struct Exchanges {
    kept: VecDeque<Exchange>,
    limit: usize,
    seen: u64,
}

impl Default for Exchanges {
    fn default() -> Self {
        Self { kept: VecDeque::new(), limit: 10_000, seen: 0 }
    }
}

impl Exchanges {
    pub(crate) fn set_limit(&mut self, limit: usize) {
        self.limit = limit;
        self.shorten();
    }

    pub(crate) fn keep(&mut self, request: RecordedRequest, response: Option<RecordedResponse>) {
        self.seen += 1;
        self.kept.push_back(Exchange { request, response });
        self.shorten();
    }

    fn shorten(&mut self) {
        let over = self.kept.len().saturating_sub(self.limit);
        self.kept.drain(..over);
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &Exchange> {
        self.kept.iter()
    }

    pub(crate) fn take(&mut self) -> Vec<Exchange> {
        core::mem::take(&mut self.kept).into()
    }

    pub(crate) fn seen(&self) -> u64 {
        self.seen
    }
}

impl fmt::Debug for RecordedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecordedRequest")
            .field("method", &self.method)
            .field("target", &self.target)
            .field("headers", &self.headers)
            .field("body", &String::from_utf8_lossy(&self.body))
            .finish()
    }
}

impl fmt::Debug for RecordedResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecordedResponse")
            .field("status", &self.status)
            .field("headers", &self.headers)
            .field("body", &String::from_utf8_lossy(&self.body))
            .finish()
    }
}

impl fmt::Display for RecordedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} {} HTTP/1.1", self.method, self.target)?;
        message(f, &self.headers, &self.body)
    }
}

impl fmt::Display for RecordedResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = self.status.canonical_reason().unwrap_or_default();
        writeln!(f, "{}", format!("HTTP/1.1 {} {reason}", self.status.as_str()).trim_end())?;
        message(f, &self.headers, &self.body)
    }
}

impl fmt::Display for Exchange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.request)?;
        match &self.response {
            Some(response) => response.fmt(f),
            None => f.write_str("(the connection was broken)\n"),
        }
    }
}

fn message(f: &mut fmt::Formatter<'_>, headers: &HeaderMap, body: &[u8]) -> fmt::Result {
    for (name, value) in headers {
        if value.is_sensitive() {
            writeln!(f, "{name}: [redacted]")?;
        } else {
            writeln!(f, "{name}: {}", String::from_utf8_lossy(value.as_bytes()))?;
        }
    }
    if !body.is_empty() {
        writeln!(f, "\n{}", String::from_utf8_lossy(body))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use http::{Request, Response};

    use super::{Exchange, RecordedRequest, RecordedResponse};

    fn exchange() -> Exchange {
        let request = Request::patch("https://graph.microsoft.com/v1.0/users/1?x=y")
            .header("Authorization", "Bearer s3cret")
            .header("Cookie", "c=s3cret")
            .body(Bytes::from("{\"a\":1}"))
            .unwrap();
        let response = Response::builder().status(204).header("ETag", "W/\"1\"").body(Bytes::new()).unwrap();
        Exchange { request: RecordedRequest::of(&request), response: Some(RecordedResponse::of(&response)) }
    }

    #[test]
    fn an_exchange_reads_like_http() {
        let expected = "PATCH /v1.0/users/1?x=y HTTP/1.1\nauthorization: [redacted]\ncookie: [redacted]\n\
                        host: graph.microsoft.com\n\n{\"a\":1}\n\nHTTP/1.1 204 No Content\netag: W/\"1\"\n";
        assert_eq!(exchange().to_string(), expected);
    }

    #[test]
    fn no_secret_is_shown_and_the_test_can_still_read_it() {
        let exchange = exchange();
        assert!(!format!("{exchange:?} {exchange:#?} {exchange}").contains("s3cret"));
        let request = exchange.request();
        assert_eq!(request.header("authorization"), Some("Bearer s3cret"));
        assert_eq!((request.path(), request.query()), ("/v1.0/users/1", Some("x=y")));
        assert_eq!(request.json().unwrap()["a"], 1);
    }
}
