//! What others would do.

use std::sync::Arc;

use azure_core::http::{ClientOptions, Context, Method, Pipeline, Request, Transport, Url};
use bench_runtime::derived::CallRecord;
use bench_runtime::tables::write::struct_patch;
use graph_rs_sdk::{GraphClient, GraphClientConfiguration};

use serde_json::Value;

use super::Client;
use crate::{ID, TOKEN};

/// graph-rs-sdk: the answer is JSON without a type, as its documentation reads one.
pub struct GraphRsSdk(GraphClient);

impl Client for GraphRsSdk {
    const NAME: &'static str = "graph-rs-sdk";
    type Answer = Value;

    fn new(base: &str) -> Self {
        let configuration = GraphClientConfiguration::new().access_token(TOKEN).https_only(false);
        let mut client = GraphClient::from(configuration);
        client.use_test_endpoint(&url::Url::parse(base).expect("a URL"));
        Self(client)
    }

    async fn patch(&self) -> Value {
        let answer = self.0.communications().call_record(ID).update_call_records(&struct_patch()).send().await;
        answer.expect("an answer").json().await.expect("JSON")
    }

    fn shown(&self, answer: Value) -> String {
        let record: CallRecord = serde_json::from_value(answer).expect("a record");
        format!("{record:?}")
    }
}

/// octocrab: the client of another API, with its layers of tower.
pub struct Octocrab(octocrab::Octocrab);

impl Client for Octocrab {
    const NAME: &'static str = "octocrab";
    type Answer = CallRecord;

    fn new(base: &str) -> Self {
        let builder = octocrab::Octocrab::builder().base_uri(base).expect("a URL").personal_token(TOKEN);
        Self(builder.build().expect("a client"))
    }

    async fn patch(&self) -> CallRecord {
        let route = format!("/v1.0/communications/callRecords/{ID}");
        self.0.patch(route, Some(&struct_patch())).await.expect("an answer")
    }
}

/// `azure_core`: its pipeline of policies, over reqwest.
pub struct AzureCore {
    pipeline: Pipeline,
    base: String,
}

impl Client for AzureCore {
    const NAME: &'static str = "azure_core";
    type Answer = CallRecord;

    fn new(base: &str) -> Self {
        let options = ClientOptions {
            transport: Some(Transport::new(Arc::new(super::by_hand::client()))),
            ..ClientOptions::default()
        };
        let pipeline = Pipeline::new(Some("bench-loopback"), Some("0.1.0"), options, Vec::new(), Vec::new(), None);
        Self { pipeline, base: base.to_owned() }
    }

    async fn patch(&self) -> CallRecord {
        let url = Url::parse(&format!("{}/communications/callRecords/{ID}", self.base)).expect("a URL");
        let mut request = Request::new(url, Method::Patch);
        request.insert_header("authorization", format!("Bearer {TOKEN}"));
        request.insert_header("accept", "application/json");
        request.insert_header("content-type", "application/json");
        request.set_json(&struct_patch()).expect("a patch is JSON");
        let answer = self.pipeline.send(&Context::default(), &mut request, None).await.expect("an answer of 200");
        serde_json::from_slice(answer.body()).expect("a record")
    }
}
