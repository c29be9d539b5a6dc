//! `WWW-Authenticate` of a 401: each line is a header. Its claims are asked for once, and are a JSON object.
#![no_main]

use std::convert::Infallible;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use graph_resource::blocking::{Client, HttpClient, token_fn};
use graph_resource::http::header::{HeaderValue, WWW_AUTHENTICATE};
use graph_resource::{AccessToken, BaseUrl, Bytes, TokenRequest, http};
use libfuzzer_sys::fuzz_target;
use serde_json::{Map, Value};

struct Refusing<'d>(&'d [u8], AtomicUsize);

impl HttpClient for Refusing<'_> {
    type Error = Infallible;

    fn send(&self, _: http::Request<Bytes>) -> Result<http::Response<Bytes>, Infallible> {
        assert!(self.1.fetch_add(1, Relaxed) < 2, "asked once more, and no more");
        let mut answer = http::Response::new(Bytes::new());
        *answer.status_mut() = http::StatusCode::UNAUTHORIZED;
        for line in self.0.split(|&byte| byte == b'\n') {
            if let Ok(value) = HeaderValue::from_bytes(line) {
                answer.headers_mut().append(WWW_AUTHENTICATE, value);
            }
        }
        Ok(answer)
    }
}

fuzz_target!(|data: &[u8]| {
    let provider = token_fn(|request: TokenRequest| {
        if let Some(claims) = request.claims {
            serde_json::from_str::<Map<String, Value>>(&claims).expect("claims are a JSON object");
        }
        Ok::<_, Infallible>(AccessToken::new("token"))
    });
    let client = Client::new(Refusing(data, AtomicUsize::new(0)), BaseUrl::graph()).token_provider(provider);
    let request = http::Request::get("/me").body(Bytes::new()).expect("it is a request");
    assert_eq!(client.http(request).expect("it was answered").status().as_u16(), 401);
});
