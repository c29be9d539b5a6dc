//! `PATCH` of a callRecord over loopback: three properties are changed, and the service answers with the record.

pub mod clients;
mod served;

use std::rc::Rc;

use bench_report::{Gauge, Table};
use bench_runtime::ours;
use futures_util::StreamExt;
use tokio::runtime::{Builder, Runtime};

use self::clients::Client;
pub use self::served::{Server, record};

/// The record that is changed.
pub const ID: &str = "e523d2ed-2966-4b6b-925b-754a88034cc5";
/// The bearer token.
pub const TOKEN: &str = "a-token-of-some-length-as-tokens-are-long-0123456789012345678901234567890123456789";
/// Requests in flight.
const IN_FLIGHT: usize = 64;

/// Both tables, against this server. That all clients send the same request, and read the same answer, is asserted.
///
/// # Panics
///
/// Where they do not.
#[must_use]
pub fn tables(server: &Server) -> Vec<Table> {
    let runtime = Rc::new(Builder::new_current_thread().enable_all().build().expect("a runtime"));
    let mut one = Table::new("PATCH over loopback, one after the other").reach(1.05);
    let mut many = Table::new("PATCH over loopback, 64 in flight").reach(1.05);
    macro_rules! contestants {
        ($($client:ident)*) => {$(
            // Those that start tasks of their own do it in the runtime.
            let entered = runtime.enter();
            let client = Rc::new(clients::$client::new(&server.base));
            drop(entered);
            assert_same(server, &runtime, &*client);
            one = one.contestant_of_many(clients::$client::NAME, sequence(&runtime, Rc::clone(&client)));
            many = many.contestant_of_many(clients::$client::NAME, crowd(&runtime, client));
        )*};
    }
    contestants! { Reqwest GraphResource HyperUtil GraphResourceOverHyper GraphRsSdk Octocrab AzureCore }
    vec![one, many]
}

fn assert_same<C: Client>(server: &Server, runtime: &Runtime, client: &C) {
    let answer = runtime.block_on(client.patch());
    let expected: ours::CallRecord = serde_json::from_str(&record()).expect("the server's record");
    assert_eq!(client.shown(answer), format!("{expected:?}"), "{}", C::NAME);
    let sent = server.last();
    let told = |what: &str| assert!(sent.contains(what), "{} sent {sent}", C::NAME);
    told(&format!("PATCH /v1.0/communications/callRecords/{ID}\n"));
    told(&format!("authorization: Bearer {TOKEN}\n"));
    told("content-type: application/json\n");
    told(r##"{"@odata.type":"#microsoft.graph.callRecords.callRecord","version":8,"endDateTime":"##);
}

fn sequence<C: Client + 'static>(runtime: &Rc<Runtime>, client: Rc<C>) -> impl FnMut(&mut dyn Gauge, usize) + 'static {
    let runtime = Rc::clone(runtime);
    move |gauge, times| {
        gauge.around(&mut || {
            runtime.block_on(async {
                for _ in 0..times {
                    std::hint::black_box(client.patch().await);
                }
            });
        });
    }
}

fn crowd<C: Client + 'static>(runtime: &Rc<Runtime>, client: Rc<C>) -> impl FnMut(&mut dyn Gauge, usize) + 'static {
    let runtime = Rc::clone(runtime);
    move |gauge, times| {
        gauge.around(&mut || {
            let requests = (0..times).map(|_| client.patch());
            let answers = futures_util::stream::iter(requests).buffer_unordered(IN_FLIGHT);
            runtime.block_on(answers.for_each(|answer| {
                std::hint::black_box(answer);
                std::future::ready(())
            }));
        });
    }
}
