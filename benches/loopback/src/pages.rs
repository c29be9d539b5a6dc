//! A walk through a collection of many pages.

use std::rc::Rc;

use bench_report::{Gauge, Table};
use bench_runtime::tables::reading::{HandPage, User};
use graph_resource::transport::{HyperTransport, ReqwestTransport};
use graph_resource::{Client, HttpClient};
use serde_json::from_slice;
use tokio::runtime::Runtime;

use crate::TOKEN;
use crate::clients::{client, connector, plain};
use crate::served::{ITEMS, PAGES, Server};

/// Walks by following the link of each page.
async fn by_hand(client: &reqwest::Client, base: &str) -> usize {
    let (mut seen, mut next) = (0, Some(format!("{base}/users")));
    while let Some(link) = next {
        let request = client.get(link).bearer_auth(TOKEN).header("accept", "application/json");
        let answer = request.send().await.and_then(reqwest::Response::error_for_status).expect("an answer of 200");
        let page: HandPage = from_slice(&answer.bytes().await.expect("a body")).expect("a page");
        seen += page.value.iter().filter(|user| user.mail.is_some()).count();
        next = page.next_link;
    }
    seen
}

async fn ours<T: HttpClient>(client: &Client<T>) -> usize {
    let (mut seen, mut users) = (0, client.items(User::collection().list()));
    while let Some(user) = users.next().await {
        seen += usize::from(user.expect("an item").mail.is_some());
    }
    seen
}

/// One walk is one measure.
pub(crate) fn walks(server: &Server, runtime: &Rc<Runtime>) -> Table {
    let base = server.base.clone();
    let _entered = runtime.enter();
    let reqwest = client();
    let over_reqwest = plain(ReqwestTransport::from(client()), &base).bearer_token(TOKEN).expect("a token");
    let over_hyper = plain(HyperTransport::new(connector()), &base).bearer_token(TOKEN).expect("a token");
    Table::new("walk 1,000 pages of 100 items over loopback")
        .reach(1.05)
        .contestant_of_many(
            "reqwest, by hand",
            walk(runtime, move |runtime| runtime.block_on(by_hand(&reqwest, &base))),
        )
        .contestant_of_many("graph-resource", walk(runtime, move |runtime| runtime.block_on(ours(&over_reqwest))))
        .contestant_of_many(
            "graph-resource, by `hyper`",
            walk(runtime, move |runtime| runtime.block_on(ours(&over_hyper))),
        )
}

fn walk(
    runtime: &Rc<Runtime>,
    walk: impl Fn(&Runtime) -> usize + 'static,
) -> impl FnMut(&mut dyn Gauge, usize) + 'static {
    let runtime = Rc::clone(runtime);
    move |gauge, times| {
        for _ in 0..times {
            gauge.around(&mut || assert_eq!(walk(&runtime), PAGES * ITEMS, "each item is seen once"));
        }
    }
}
