//! Many changes at the same time, by writers that do not know of each other, over a service that fails now and then: each
//! change is made once.
//!
//! `SOAK_CHANGES=100000 cargo test --release -p graph-resource-tests --test sending soak -- --nocapture` is the run of
//! `docs/reliability.md`.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use graph_resource::{BaseUrl, Client, GraphResource, Retry};
use graph_resource_testing::{EmbeddedGraph, Fault, FaultRule};
use serde_json::json;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/counters/<id>")]
struct Counter {
    id: String,
    #[graph_resource(default)]
    by_writer: BTreeMap<String, u32>,
    note: Option<String>,
}

/// Writers, each with one change in flight.
const IN_FLIGHT: u64 = 64;

fn parameter(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().map_or(default, |text| text.parse().unwrap_or_else(|_| panic!("{name} is a number")))
}

/// One request in twenty fails, in ten ways.
fn failing() -> EmbeddedGraph {
    let graph = EmbeddedGraph::new().with_collection("/counters").with_sleep(tokio::time::sleep).with_exchange_limit(0);
    let faults = [
        Fault::status(429).retry_after("0.002"),
        Fault::status(429),
        Fault::status(503).retry_after("0.001"),
        Fault::status(503),
        Fault::status(504),
        Fault::status(504).after_effect(),
        Fault::disconnect(),
        Fault::lose_answer(),
        Fault::garbage(),
        Fault::touch(),
    ];
    for (seed, fault) in (1..).zip(faults) {
        graph.add_fault(FaultRule::new(fault).probability(0.005, seed));
    }
    // All others come late, so that writers overtake each other.
    graph.add_fault(FaultRule::new(Fault::latency(Duration::from_millis(1))));
    graph
}

tokio::task_local! {
    /// How often the change was sent.
    static SENT: Cell<u32>;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_of_many_changes_is_made_once() {
    let (changes, records) = (parameter("SOAK_CHANGES", 2_000), parameter("SOAK_RECORDS", 8));
    // What is allocated once and for all comes with the first run.
    run(1, 1).await;
    let before = in_use();
    run(changes, records).await;
    // Other tests of this binary run beside the short one.
    if std::env::var_os("SOAK_CHANGES").is_some() {
        let kept = in_use() - before;
        println!("{kept} bytes are in use more than before");
        assert!(kept < 64 << 10, "{kept} bytes are kept");
    }
}

/// How many bytes are allocated.
fn in_use() -> i64 {
    let stats = crate::ALLOCATOR.stats();
    i64::try_from(stats.bytes_allocated).unwrap() - i64::try_from(stats.bytes_deallocated).unwrap()
}

async fn run(changes: u64, records: u64) {
    let graph = failing();
    for record in 0..records {
        graph.insert("/counters", json!({"id": record.to_string(), "byWriter": {}, "note": null}));
    }
    let client = Client::new(graph.clone(), BaseUrl::graph())
        .retry(Retry::new().attempts(8).backoff(Duration::from_millis(1), Duration::from_millis(20)).budget(1_000))
        .observe(|attempt| {
            let _ = SENT.try_with(|sent| sent.set(sent.get() + u32::from(attempt.method() == "PATCH")));
        });
    let (begin, left, errors) = (Instant::now(), Arc::new(AtomicU64::new(changes)), Arc::new(AtomicU64::new(0)));
    let writers = (0..IN_FLIGHT).map(|writer| {
        let (client, left, errors) = (client.clone(), Arc::clone(&left), Arc::clone(&errors));
        tokio::spawn(async move {
            let (id, name, mut tries) = ((writer % records).to_string(), format!("w{writer}"), Vec::new());
            let mut counter = loop {
                if let Ok(counter) = client.send(Counter::at(&id).get()).await {
                    break counter.track();
                }
            };
            while left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_ok() {
                *counter.by_writer.entry(name.clone()).or_default() += 1;
                let change = async {
                    while let Err(error) = counter.save_with_retry(&client).attempts(50).await {
                        assert!(error.conflicts().is_empty(), "writers change what is their own: {error:?}");
                        errors.fetch_add(1, Ordering::Relaxed);
                    }
                    SENT.with(Cell::get)
                };
                tries.push(SENT.scope(Cell::new(0), change).await);
            }
            (tries, counter)
        })
    });
    let writers: Vec<_> = writers.collect();
    let (mut tries, mut sums) = (Vec::new(), BTreeMap::new());
    for (writer, task) in writers.into_iter().enumerate() {
        let (own, counter) = task.await.unwrap();
        assert!(!counter.is_changed());
        sums.insert(format!("w{writer}"), own.len() as u64);
        tries.extend(own);
    }
    let stored = (0..records).map(|record| graph.entity(&format!("/counters/{record}")).unwrap());
    let stored: BTreeMap<String, u64> = stored
        .flat_map(|record| record["byWriter"].as_object().unwrap().clone())
        .map(|(writer, count)| (writer, count.as_u64().unwrap()))
        .collect();
    sums.retain(|_, sum| *sum > 0);
    assert_eq!(stored, sums, "each change of each writer, once");
    assert_eq!(stored.values().sum::<u64>(), changes);

    tries.sort_unstable();
    let at = |share: usize| tries[(tries.len() - 1) * share / 1_000];
    println!(
        "{changes} changes of {records} records, {IN_FLIGHT} in flight, {} requests, {:.1?}: \
         tries a change: median {}, 99 of 100 at most {}, all at most {}; saves begun anew after an error: {}",
        graph.request_count(),
        begin.elapsed(),
        at(500),
        at(990),
        at(1_000),
        errors.load(Ordering::Relaxed),
    );
    assert!(at(500) <= 3, "the median of the tries is {}", at(500));
    assert!(at(1_000) <= 12, "one change took {} tries", at(1_000));
    let metrics = tokio::runtime::Handle::current().metrics();
    // A task that has been joined may still be on its way out.
    for _ in 0..100 {
        if metrics.num_alive_tasks() > 0 {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
    assert_eq!(metrics.num_alive_tasks(), 0, "no task is left");
}
