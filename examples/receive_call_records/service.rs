//! The Graph that sends: what happens in it, and its limit for each record.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Mutex;
use std::time::{Duration, Instant, SystemTime};

use graph_resource_testing::{Deliveries, EmbeddedGraph, Fault, FaultRule, fixtures};
use serde_json::json;

use crate::{Outcome, ago};

const RECORDS: &str = "/communications/callRecords";

/// How often a record is given within the window.
pub(crate) const LIMIT: usize = 10;
/// Twenty seconds in Graph; nobody is to wait so long for an example.
pub(crate) const WINDOW: Duration = Duration::from_secs(1);

pub(crate) fn embedded() -> EmbeddedGraph {
    let graph = EmbeddedGraph::new()
        .with_collection(RECORDS)
        .with_rules(RECORDS, fixtures::call_record_rules())
        .with_subscriptions(Deliveries::new().first_repeat(Duration::from_millis(100)))
        .with_bearer_token("an-access-token")
        .with_clock(SystemTime::now());
    let reads: Mutex<BTreeMap<String, VecDeque<Instant>>> = Mutex::default();
    let is_too_much = move |request: &graph_resource::http::Request<graph_resource::Bytes>| {
        let mut reads = reads.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let reads = reads.entry(request.uri().path().to_owned()).or_default();
        reads.retain(|read| read.elapsed() < WINDOW);
        if reads.len() >= LIMIT {
            return true;
        }
        reads.push_back(Instant::now());
        false
    };
    let throttled = Fault::status(429).retry_after(&WINDOW.as_secs().to_string());
    graph.add_fault(FaultRule::new(throttled).method("GET").path(&format!("{RECORDS}/{{id}}")).when(is_too_much));
    graph
}

/// A call is over.
pub(crate) fn call(graph: &EmbeddedGraph, id: &str) -> Outcome<()> {
    graph.insert(
        RECORDS,
        json!({
            "id": id, "version": 1, "type": "groupCall", "modalities": ["audio"],
            "lastModifiedDateTime": ago(1)?.to_string(), "startDateTime": ago(40)?.to_string(),
            "endDateTime": ago(10)?.to_string(), "organizer": null, "participants": [],
            "joinWebUrl": null,
        }),
    );
    Ok(())
}

/// More is known of a call.
pub(crate) fn grow(graph: &EmbeddedGraph, id: &str) {
    graph.change(&format!("{RECORDS}/{id}"), |record| {
        record["version"] = json!(record["version"].as_i64().unwrap_or_default() + 1);
        record["modalities"] = json!(["audio", "video"]);
    });
}

pub(crate) fn versions(graph: &EmbeddedGraph) -> BTreeMap<String, i64> {
    let all = graph.entities(RECORDS);
    let versions =
        all.iter().filter_map(|record| Some((record["id"].as_str()?.to_owned(), record["version"].as_i64()?)));
    versions.collect()
}
