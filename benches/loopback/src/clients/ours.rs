//! Ours, over reqwest and over hyper-util.

use std::cell::RefCell;

use bench_runtime::bodies::{Nulls, call_record};
use bench_runtime::ours::CallRecord;
use bench_runtime::tables::write::our_patch;
use bytes::Bytes;
use graph_resource::http::{Request, Response};
use graph_resource::transport::ReqwestTransport;
use graph_resource::{BaseUrl, HttpClient};
use http_body_util::{BodyExt, Full};

use super::Client;
use super::by_hand::{HyperClient, client, hyper_client};
use crate::{ID, TOKEN};

/// Sends, and folds the answer into the record at hand, as `update` is meant to be used.
struct Updating<T> {
    client: graph_resource::Client<T>,
    record: RefCell<CallRecord>,
}

impl<T: HttpClient> Updating<T> {
    fn new(transport: T, base: &str) -> Self {
        let base = BaseUrl::loopback(base).expect("an address of this machine");
        let client = graph_resource::Client::new(transport, base).bearer_token(TOKEN).expect("a token");
        // Of another record: what it ends as came from the service.
        let record = serde_json::from_str(&call_record(1, Nulls::Without)).expect("a record");
        Self { client, record: RefCell::new(record) }
    }

    async fn patch(&self) {
        let updated = self.client.send(CallRecord::at(ID).update(our_patch())).await.expect("an answer of 200");
        updated.merge_into(&mut self.record.borrow_mut());
    }
}

macro_rules! ours {
    ($(#[$doc:meta])* $name:ident $shown:literal: $transport:ty = $new:expr) => {
        $(#[$doc])*
        pub struct $name(Updating<$transport>);

        impl Client for $name {
            const NAME: &'static str = $shown;
            type Answer = ();

            fn new(base: &str) -> Self {
                Self(Updating::new($new, base))
            }

            async fn patch(&self) {
                self.0.patch().await;
            }

            fn shown(&self, (): ()) -> String {
                format!("{:?}", self.0.record.borrow())
            }
        }
    };
}

ours! {
    /// Over the same reqwest as the baseline.
    GraphResource "graph-resource": ReqwestTransport = ReqwestTransport::from(client())
}

ours! {
    /// Over the same client as the limit.
    GraphResourceOverHyper "graph-resource, over hyper-util": Hyper = Hyper(hyper_client())
}

/// A transport of one's own.
struct Hyper(HyperClient);

impl HttpClient for Hyper {
    type Error = Box<dyn std::error::Error + Send + Sync>;

    async fn send(&self, request: Request<Bytes>) -> Result<Response<Bytes>, Self::Error> {
        let (head, body) = self.0.request(request.map(Full::new)).await?.into_parts();
        Ok(Response::from_parts(head, body.collect().await?.to_bytes()))
    }
}
