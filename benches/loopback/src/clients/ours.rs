//! Ours, over reqwest and over hyper.

use std::cell::RefCell;

use bench_runtime::bodies::{Nulls, call_record};
use bench_runtime::ours::CallRecord;
use bench_runtime::tables::write::our_patch;
use graph_resource::transport::{HyperTransport, ReqwestTransport};
use graph_resource::{AccessToken, Attempt, BaseUrl, Client as Sender, Error, HttpClient, Retry, token_fn};
use hyper_util::client::legacy::connect::HttpConnector;

use super::Client;
use super::by_hand::{client, connector};
use crate::{ID, TOKEN};

/// A client as a service has it: a provider of tokens, beside repeats and the gate, which are on by default.
fn served<T: HttpClient>(transport: T, base: &str) -> Sender<T> {
    plain(transport, base).token_provider(token_fn(|_| async { Ok::<_, Error>(AccessToken::new(TOKEN)) }))
}

/// A client that is told no more.
pub(crate) fn plain<T: HttpClient>(transport: T, base: &str) -> Sender<T> {
    Sender::new(transport, BaseUrl::loopback(base).expect("an address of this machine"))
}

/// Sends, and folds the answer into the record at hand, as `update` is meant to be used.
struct Updating<T> {
    client: Sender<T>,
    record: RefCell<CallRecord>,
}

impl<T: HttpClient> Updating<T> {
    fn new(client: Sender<T>) -> Self {
        // Of another record: what it ends as came from the service.
        let record = serde_json::from_str(&call_record(1, Nulls::Without)).expect("a record");
        Self { client, record: RefCell::new(record) }
    }

    async fn patch(&self) {
        let updated = self.client.send(CallRecord::at(ID).update(our_patch())).await.expect("an answer of 200");
        updated.merge_into(&mut self.record.borrow_mut());
    }

    /// So many changes, in batches.
    async fn update_all(&self, changes: usize) {
        let changes = (0..changes).map(|_| (CallRecord::at(ID), our_patch()));
        let mut outcomes = self.client.update_all(changes);
        while let Some((_, outcome)) = outcomes.next().await {
            outcome.expect("an answer of 204");
        }
    }
}

macro_rules! ours {
    ($(#[$doc:meta])* $name:ident $shown:literal: $transport:ty, |$base:ident| $new:expr) => {
        $(#[$doc])*
        pub struct $name(Updating<$transport>);

        impl $name {
            /// Makes so many changes, in batches.
            pub async fn update_all(&self, changes: usize) {
                self.0.update_all(changes).await;
            }
        }

        impl Client for $name {
            const NAME: &'static str = $shown;
            type Answer = ();

            fn new($base: &str) -> Self {
                Self(Updating::new($new))
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
    GraphResource "graph-resource": ReqwestTransport, |base| served(ReqwestTransport::from(client()), base)
}

ours! {
    /// Over the transport `hyper`.
    GraphResourceOverHyper "graph-resource": HyperTransport<HttpConnector>,
    |base| served(HyperTransport::new(connector()), base)
}

ours! {
    /// The same without repeats and with a token that never changes, which is the least that sends the same request.
    WithoutPolicies "all off": HyperTransport<HttpConnector>,
    |base| plain(HyperTransport::new(connector()), base).retry(Retry::never()).bearer_token(TOKEN).expect("a token")
}

ours! {
    /// With all that there is, and nothing to do for it.
    WithPolicies "graph-resource": HyperTransport<HttpConnector>,
    |base| served(HyperTransport::new(connector()), base)
        .observe(|attempt: &Attempt<'_>| {
            std::hint::black_box(attempt.took());
        })
}
