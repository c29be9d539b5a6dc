//! Ours, over reqwest and over hyper-util.

use std::cell::RefCell;

use bench_runtime::bodies::{Nulls, call_record};
use bench_runtime::ours::CallRecord;
use bench_runtime::tables::write::our_patch;
use graph_resource::transport::{HyperTransport, ReqwestTransport};
use graph_resource::{AccessToken, BaseUrl, Error, HttpClient, token_fn};
use hyper_util::client::legacy::connect::HttpConnector;

use super::Client;
use super::by_hand::{client, connector};
use crate::{ID, TOKEN};

/// Sends, and folds the answer into the record at hand, as `update` is meant to be used.
struct Updating<T> {
    client: graph_resource::Client<T>,
    record: RefCell<CallRecord>,
}

impl<T: HttpClient> Updating<T> {
    fn new(transport: T, base: &str) -> Self {
        let base = BaseUrl::loopback(base).expect("an address of this machine");
        // As a service has it: a provider of tokens, repeats, and the gate, which are on by default.
        let provider = token_fn(|_| async { Ok::<_, Error>(AccessToken::new(TOKEN)) });
        let client = graph_resource::Client::new(transport, base).token_provider(provider);
        // Of another record: what it ends as came from the service.
        let record = serde_json::from_str(&call_record(1, Nulls::Without)).expect("a record");
        Self { client, record: RefCell::new(record) }
    }

    async fn patch(&self) {
        let updated = self.client.send(CallRecord::at(ID).update(our_patch())).await.expect("an answer of 200");
        updated.merge_into(&mut self.record.borrow_mut());
    }

    /// So many changes in batches.
    async fn update_all(&self, changes: usize) {
        let changes = (0..changes).map(|_| (CallRecord::at(ID), our_patch()));
        let mut outcomes = self.client.update_all(changes);
        while let Some((_, outcome)) = outcomes.next().await {
            outcome.expect("an answer of 204");
        }
    }
}

macro_rules! ours {
    ($(#[$doc:meta])* $name:ident $shown:literal: $transport:ty = $new:expr) => {
        $(#[$doc])*
        pub struct $name(Updating<$transport>);

        impl $name {
            /// Makes so many changes in batches.
            pub async fn update_all(&self, changes: usize) {
                self.0.update_all(changes).await;
            }
        }

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
    GraphResourceOverHyper "graph-resource, over hyper": HyperTransport<HttpConnector> = HyperTransport::new(connector())
}
