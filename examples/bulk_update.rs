//! Changes many call records by `update_all`: in batches of twenty, a few in flight, with progress, throttled now and then.
//!
//! `cargo run --example bulk_update` runs against a Graph that is embedded here, with 5,000 records; a number behind `--`
//! asks for another one. On a terminal there is a bar, elsewhere a line each tenth.

use std::error::Error;
use std::io::IsTerminal as _;
use std::time::{Duration, Instant};

use graph_resource::transport::ReqwestTransport;
use graph_resource::{BaseUrl, Client, Progress, Retry};
use graph_resource_testing::{EmbeddedGraph, Fault, FaultRule};
use graph_resources::call_records::{CallRecord, CallRecordPatch};
use indicatif::{ProgressBar, ProgressStyle};

type Outcome<T> = Result<T, Box<dyn Error>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome<()> {
    let count = std::env::args().nth(1).map_or(Ok(5_000), |count| count.parse::<u64>())?;
    let graph = records(count);
    // One record in a hundred is throttled, and one that nobody has is among them.
    graph.add_fault(FaultRule::new(Fault::status(429).retry_after("0.05")).in_batches().probability(0.01, 7));
    let server = graph.serve()?;
    println!("An embedded Graph with {count} call records listens on {}.", server.base_url());
    let client = Client::new(ReqwestTransport::new()?, BaseUrl::loopback(&server.base_url())?)
        .bearer_token("an-access-token")?
        .retry(Retry::new().budget(1_000));

    let begin = Instant::now();
    let changes = (0..=count).map(|n| (CallRecord::at(n), CallRecordPatch::new().version(2).clear_join_web_url()));
    let mut shown = Shown::new(count + 1);
    let mut failed = Vec::new();
    let mut results = client.update_all(changes).in_flight(4).on_progress(|progress| shown.show(progress));
    while let Some((at, result)) = results.next().await {
        if let Err(error) = result {
            failed.push(format!("{}: {error}", at.path().as_str().unwrap_or_default()));
        }
    }
    let progress = results.progress();
    drop(results);
    shown.finish();

    println!(
        "{} records changed in {:.1?}, by {} requests; {} failed:",
        progress.succeeded(),
        begin.elapsed(),
        graph.request_count(),
        progress.failed()
    );
    for failed in &failed {
        println!("  {failed}");
    }
    let changed = graph.entities("/communications/callRecords").iter().filter(|record| record["version"] == 2).count();
    println!("The service has {changed} records in version 2.");
    if changed as u64 == count && failed.len() == 1 { Ok(()) } else { Err("a change is missing".into()) }
}

/// An embedded Graph with so many records: copies of one, with keys from 0 on.
fn records(count: u64) -> EmbeddedGraph {
    let graph = EmbeddedGraph::with_call_records().with_bearer_token("an-access-token").with_exchange_limit(0);
    let collection = "/communications/callRecords";
    let all = graph.entities(collection);
    for record in &all {
        graph.remove(&format!("{collection}/{}", record["id"].as_str().unwrap_or_default()));
    }
    for n in 0..count {
        let mut record = all[0].clone();
        (record["id"], record["version"]) = (n.to_string().into(), 1.into());
        graph.insert(collection, record);
    }
    graph
}

/// A bar on a terminal, and lines elsewhere.
enum Shown {
    Bar(ProgressBar),
    Lines { all: u64, tenth: u64 },
}

impl Shown {
    fn new(all: u64) -> Self {
        if !std::io::stderr().is_terminal() {
            return Self::Lines { all, tenth: 0 };
        }
        let bar = ProgressBar::new(all);
        bar.enable_steady_tick(Duration::from_millis(100));
        let style = "{spinner} {wide_bar} {pos} of {len}, {per_sec}, {eta} left{msg}";
        Self::Bar(bar.with_style(ProgressStyle::with_template(style).unwrap_or_else(|_| ProgressStyle::default_bar())))
    }

    fn show(&mut self, progress: Progress) {
        match self {
            Self::Bar(bar) => {
                bar.set_position(progress.done());
                if progress.failed() > 0 {
                    bar.set_message(format!(", {} failed", progress.failed()));
                }
            }
            Self::Lines { all, tenth } => {
                let done = progress.done() * 10 / (*all).max(1);
                if done > *tenth {
                    *tenth = done;
                    println!("{} of {all} done, {} failed", progress.done(), progress.failed());
                }
            }
        }
    }

    fn finish(&self) {
        if let Self::Bar(bar) = self {
            bar.finish_and_clear();
        }
    }
}
