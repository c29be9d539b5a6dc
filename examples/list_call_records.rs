//! Lists the call records of a time, page by page, the latest first.
//!
//! `cargo run --example list_call_records` runs against a Graph that is embedded here, on a loopback socket. Against
//! another service:
//!
//! - `GRAPH_BASE_URL`: its root, such as `https://graph.microsoft.com/v1.0`;
//! - `GRAPH_ACCESS_TOKEN`: a bearer token for it.
//!
//! The first argument is the moment to begin at (`2026-01-01T00:00:00Z`), the second one the moment to end before.

use std::env;
use std::error::Error;
use std::io::IsTerminal as _;

use graph_resource::transport::ReqwestTransport;
use graph_resource::{BaseUrl, Client, DateTimeOffset, Page, PageLink};
use graph_resource_testing::{EmbeddedGraph, GraphServer};
use graph_resources::call_records::CallRecord;
use indicatif::ProgressBar;

type Outcome<T> = Result<T, Box<dyn Error>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome<()> {
    let (client, _server) = connect()?;
    let moment = |number, otherwise: &str| env::args().nth(number).unwrap_or_else(|| otherwise.to_owned());
    let from: DateTimeOffset = moment(1, "2020-01-01T00:00:00Z").parse()?;
    let to: DateTimeOffset = moment(2, "2100-01-01T00:00:00Z").parse()?;

    let p = CallRecord::props();
    let list = CallRecord::collection()
        .list()
        .select_declared()
        .filter(p.start_date_time.ge(from) & p.start_date_time.lt(to))
        .order_by(p.start_date_time.descending())
        .top(60)
        .count();
    // A bar where somebody watches; in a file or a pipe there is only the list.
    let bar = if std::io::stderr().is_terminal() { ProgressBar::new(0) } else { ProgressBar::hidden() };
    let mut pages =
        client.pages(list).skip_bad_items(|index, error| eprintln!("item {index} was passed over: {error}"));
    let (mut seen, mut last): (u64, Option<PageLink>) = (0, None);
    while let Some(page) = pages.next().await {
        let page: Page<CallRecord> = page?;
        if let Some(all) = page.count().and_then(|all| u64::try_from(all).ok()) {
            bar.set_length(all);
        }
        for record in &page {
            let organizer = if record.has(p.organizer_v2) { "told" } else { "not told" };
            bar.suspend(|| {
                println!("{}  {:<12}  organizer {organizer}", record.start_date_time, record.r#type.to_string());
            });
        }
        seen += page.len() as u64;
        bar.set_position(seen);
        last = page.resume();
    }
    bar.finish_and_clear();
    println!("{seen} records. {}", if last.is_none() { "That is all of them." } else { "There are more." });
    Ok(())
}

/// A client of the service that the environment names, or of an embedded one, which lives as long as the second value.
fn connect() -> Outcome<(Client<ReqwestTransport>, Option<GraphServer>)> {
    let transport = ReqwestTransport::new()?;
    if let Ok(url) = env::var("GRAPH_BASE_URL") {
        let token =
            env::var("GRAPH_ACCESS_TOKEN").map_err(|_| "GRAPH_BASE_URL is set; set GRAPH_ACCESS_TOKEN as well")?;
        let base = BaseUrl::parse(&url).or_else(|refused| BaseUrl::loopback(&url).map_err(|_| refused))?;
        return Ok((Client::new(transport, base).bearer_token(&token)?, None));
    }
    let server = EmbeddedGraph::with_call_records().with_bearer_token("an-access-token").serve()?;
    println!("No GRAPH_BASE_URL: an embedded Graph listens on {}.", server.base_url());
    let base = BaseUrl::loopback(&server.base_url())?;
    Ok((Client::new(transport, base).bearer_token("an-access-token")?, Some(server)))
}
