//! What an upload session expects next: each line is an answer. What is sent is a part of the file.
#![no_main]

use graph_resource::sessions::{Upload, UploadSession, UploadStep};
use graph_resource::{Bytes, http};
use libfuzzer_sys::fuzz_target;

const SIZE: u64 = 1_000_000;
const UNIT: u64 = 327_680;

fuzz_target!(|data: &[u8]| {
    let session = UploadSession::from_url("https://upload.example/1").expect("it is a URL");
    let mut upload = Upload::new(session, SIZE).part_size(UNIT);
    for line in data.split(|&byte| byte == b'\n').take(16) {
        match upload.step() {
            UploadStep::Done => return,
            UploadStep::Ask => assert!(upload.ask().body().is_empty()),
            UploadStep::Send(range) => {
                assert!(range.start < range.end && range.end <= SIZE, "{range:?}");
                assert!(range.end - range.start <= UNIT, "{range:?}");
                let content = Bytes::from(vec![0; usize::try_from(range.end - range.start).expect("it is small")]);
                upload.part(range, content).expect("it is the part that was asked for");
            }
        }
        // The first byte says the status, as far as it is one of those that go on.
        let status = [200, 201, 202, 416][usize::from(line.first().copied().unwrap_or_default()) % 4];
        let text = String::from_utf8_lossy(line.get(1..).unwrap_or_default());
        let body = serde_json::json!({"nextExpectedRanges": text.split('|').collect::<Vec<_>>()}).to_string();
        let answer = http::Response::builder().status(status).body(Bytes::from(body)).expect("it is an answer");
        if upload.answered(answer).is_err() {
            return;
        }
        assert!(upload.arrived().is_none_or(|arrived| arrived <= SIZE));
    }
});
