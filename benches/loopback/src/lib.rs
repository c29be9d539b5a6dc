//! `PATCH` of a callRecord over loopback: three properties are changed, and the service answers with the record; or
//! with nothing, where there are many of them. And a walk through many pages.

pub mod clients;
mod pages;
mod served;

use std::rc::Rc;

use bench_report::{Gauge, Table};
use bench_runtime::ours;
use futures_util::StreamExt;
use tokio::runtime::{Builder, Runtime};

use self::clients::Client;
pub use self::served::{ITEMS, PAGES, Server, record};

/// The record that is changed.
pub const ID: &str = "e523d2ed-2966-4b6b-925b-754a88034cc5";
/// The bearer token.
pub const TOKEN: &str = "a-token-of-some-length-as-tokens-are-long-0123456789012345678901234567890123456789";
/// Requests in flight.
const IN_FLIGHT: usize = 64;

/// All tables, against this server. That all clients send the same request, and read the same answer, is asserted.
///
/// # Panics
///
/// Where they do not.
#[must_use]
pub fn tables(server: &Server) -> Vec<Table> {
    let runtime = Rc::new(Builder::new_current_thread().enable_all().build().expect("a runtime"));
    macro_rules! pair {
        ($name:literal, $reach:literal: $($client:ident)*) => {{
            let mut one = Table::new(concat!($name, ", one after the other")).reach($reach);
            let mut many = Table::new(concat!($name, ", 64 in flight")).reach($reach);
            $(
                // Those that start tasks of their own do it in the runtime.
                let entered = runtime.enter();
                let client = Rc::new(clients::$client::new(&server.base));
                drop(entered);
                assert_same(server, &runtime, &*client);
                one = one.contestant_of_many(clients::$client::NAME, sequence(&runtime, Rc::clone(&client)));
                many = many.contestant_of_many(clients::$client::NAME, crowd(&runtime, client));
            )*
            [one, many]
        }};
    }
    let mut tables = Vec::new();
    tables.extend(pair!("PATCH over loopback", 1.05: Reqwest GraphResource HyperUtil GraphRsSdk Octocrab AzureCore));
    tables.extend(pair!("PATCH over loopback by `hyper`", 0.80: Reqwest GraphResourceOverHyper HyperUtil));
    tables.extend(pair!("PATCH over loopback, policies idle", 1.02: WithoutPolicies WithPolicies));
    tables.push(changes(server, &runtime));
    tables.push(pages::walks(server, &runtime));
    tables
}

/// Changes whose answers nobody asks for: one `PATCH` each, or twenty in a batch.
fn changes(server: &Server, runtime: &Rc<Runtime>) -> Table {
    let _entered = runtime.enter();
    let by_hand = Rc::new(clients::Reqwest::new(&server.base));
    let one_each = each(runtime, move || {
        let client = Rc::clone(&by_hand);
        async move { client.patch_minimal().await }
    });
    let mut table = Table::new("10,000 changes over loopback, for one").reach(0.35);
    table = table.contestant_of_many("reqwest, by hand, 64 in flight", one_each);
    macro_rules! ours {
        ($($name:literal $client:ident)*) => {$({
            let (client, runtime) = (clients::$client::new(&server.base), Rc::clone(runtime));
            runtime.block_on(client.update_all(20));
            assert_eq!(server.last().matches(r#""method":"PATCH""#).count(), 20, "one batch has all twenty");
            table = table.contestant_of_many($name, move |gauge: &mut dyn Gauge, times: usize| {
                gauge.around(&mut || runtime.block_on(client.update_all(times)));
            });
        })*};
    }
    ours! { "graph-resource" GraphResource "graph-resource, by `hyper`" GraphResourceOverHyper }
    table
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
    each(runtime, move || {
        let client = Rc::clone(&client);
        async move { client.patch().await }
    })
}

/// Many of the same, 64 in flight.
fn each<F: Future>(
    runtime: &Rc<Runtime>,
    request: impl Fn() -> F + 'static,
) -> impl FnMut(&mut dyn Gauge, usize) + 'static {
    let runtime = Rc::clone(runtime);
    move |gauge, times| {
        gauge.around(&mut || {
            let requests = (0..times).map(|_| request());
            let answers = futures_util::stream::iter(requests).buffer_unordered(IN_FLIGHT);
            runtime.block_on(answers.for_each(|answer| {
                std::hint::black_box(answer);
                std::future::ready(())
            }));
        });
    }
}
