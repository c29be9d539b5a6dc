//! `Retry-After`, beside a `Date`: each line is a header.
#![no_main]

use graph_resource::http::header::{DATE, HeaderMap, HeaderValue, RETRY_AFTER};
use graph_resource::retry_after;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let mut headers = HeaderMap::new();
    for (line, name) in data.split(|&byte| byte == b'\n').zip([DATE, RETRY_AFTER, RETRY_AFTER, RETRY_AFTER]) {
        if let Ok(value) = HeaderValue::from_bytes(line) {
            headers.append(name, value);
        }
    }
    assert!(retry_after(&headers).is_none_or(|wait| wait.as_secs() <= 86_400));
});
