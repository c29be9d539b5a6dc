//! Requests and answers by hand: a struct of optional properties, and a reader.

use bench_runtime::hand::{CallRecord, CallRecordPatch, update};
use bench_runtime::tables::write::{body, hand_patch};
use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::Client;
use crate::{ID, TOKEN};

const KEY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The baseline: reqwest, a hand-written patch and a hand-written reader.
pub struct Reqwest {
    client: reqwest::Client,
    base: String,
}

impl Client for Reqwest {
    const NAME: &'static str = "reqwest, by hand";
    type Answer = CallRecord;

    fn new(base: &str) -> Self {
        Self { client: client(), base: base.to_owned() }
    }

    async fn patch(&self) -> CallRecord {
        let answer =
            self.request().send().await.and_then(reqwest::Response::error_for_status).expect("an answer of 200");
        let bytes = answer.bytes().await.expect("a body");
        read(&bytes)
    }
}

impl Reqwest {
    /// Changes the record, and asks for no answer.
    ///
    /// # Panics
    ///
    /// The service gives another one than 204.
    pub async fn patch_minimal(&self) {
        let answer = self.request().header("prefer", "return=minimal").send().await.expect("an answer");
        assert_eq!(answer.status(), http::StatusCode::NO_CONTENT);
    }

    fn request(&self) -> reqwest::RequestBuilder {
        let patch: CallRecordPatch = hand_patch();
        let id = utf8_percent_encode(ID, KEY);
        self.client
            .patch(format!("{}/communications/callRecords/{id}", self.base))
            .bearer_auth(TOKEN)
            .header(ACCEPT, "application/json")
            .header(CONTENT_TYPE, "application/json")
            .body(body(&patch))
    }
}

/// A client that follows no redirect.
pub(crate) fn client() -> reqwest::Client {
    reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client")
}

/// UTF-8 is checked once, and the text is read.
fn read(body: &[u8]) -> CallRecord {
    let text = std::str::from_utf8(body).expect("UTF-8");
    serde_json::from_str(text).expect("a record")
}

/// The limit: the client that reqwest is made of, and `http::Request`.
pub struct HyperUtil {
    client: HyperClient,
    base: String,
    authorization: HeaderValue,
}

/// hyper-util's client with a pool.
type HyperClient = hyper_util::client::legacy::Client<HttpConnector, Full<Bytes>>;

/// As reqwest sets its connector up.
pub(crate) fn connector() -> HttpConnector {
    let mut connector = HttpConnector::new();
    connector.set_nodelay(true);
    connector
}

impl Client for HyperUtil {
    const NAME: &'static str = "hyper-util, by hand";
    type Answer = CallRecord;

    fn new(base: &str) -> Self {
        let authorization = HeaderValue::try_from(format!("Bearer {TOKEN}")).expect("a header");
        let client = hyper_util::client::legacy::Client::builder(TokioExecutor::new()).build(connector());
        Self { client, base: base.to_owned(), authorization }
    }

    async fn patch(&self) -> CallRecord {
        let mut request = update(&self.base, ID, None, &hand_patch()).expect("a request");
        request.headers_mut().insert(AUTHORIZATION, self.authorization.clone());
        let answer = self.client.request(request.map(Full::new)).await.expect("an answer");
        assert!(answer.status().is_success());
        let bytes = answer.into_body().collect().await.expect("a body").to_bytes();
        read(&bytes)
    }
}
