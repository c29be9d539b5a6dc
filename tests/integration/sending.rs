//! A client under throttling, failures and claims challenges: what is sent again, after which wait, and what is told.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use graph_resource::{
    AccessToken, BaseUrl, Client, Cloud, ErrorKind, GraphResource, Repeat, Retry, TokenRequest, token_fn,
};
use graph_resource_testing::{EmbeddedGraph, Fault};
use serde_json::json;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/flats/<id>")]
struct Flat {
    id: String,
    name: Option<String>,
}

/// A graph with two flats, and the waits that were asked for.
fn graph() -> (EmbeddedGraph, Arc<Mutex<Vec<Duration>>>) {
    let waits = Arc::new(Mutex::new(Vec::new()));
    let asked = Arc::clone(&waits);
    let graph = EmbeddedGraph::new()
        .with_collection("/flats")
        .with_entity("/flats", json!({"id": "1", "name": "one"}))
        .with_entity("/flats", json!({"id": "2", "name": "two"}))
        .with_sleep(move |wait| {
            asked.lock().unwrap().push(wait);
            tokio::time::sleep(wait)
        });
    (graph, waits)
}

fn client(graph: EmbeddedGraph) -> Client<EmbeddedGraph> {
    Client::new(graph, BaseUrl::graph())
}

fn rename() -> FlatPatch {
    FlatPatch::new().name("new")
}

fn sum(waits: &Mutex<Vec<Duration>>) -> Duration {
    waits.lock().unwrap().iter().sum()
}

#[tokio::test]
async fn a_wait_that_the_service_asks_for_is_kept() {
    for status in [429, 503] {
        let (graph, waits) = graph();
        graph.fault_next(Fault::status(status).retry_after("0.128"));
        let seen = Arc::new(Mutex::new(Vec::new()));
        let observed = Arc::clone(&seen);
        let client = client(graph).observe(move |attempt| {
            let status = attempt.status().map(|status| status.as_u16());
            observed.lock().unwrap().push((attempt.number(), status, attempt.wait().is_some()));
        });
        client.send(Flat::at("1").update(rename())).await.unwrap();
        assert_eq!(*seen.lock().unwrap(), [(1, Some(status), true), (2, Some(200), false)]);
        let waited = sum(&waits);
        // What is left of it once the gate is asked, where that has the wait.
        assert!(waited > Duration::from_millis(60) && waited < Duration::from_millis(160), "{waited:?}");
    }
}

type Making = fn() -> Fault;

#[tokio::test]
async fn what_must_not_be_sent_twice_is_not() {
    let new = Flat { id: "3".into(), name: None };
    // The fault; how often a read, a change, a change under `If-Match` and a creation are sent.
    let table: [(Making, [usize; 4]); 5] = [
        (|| Fault::status(429), [2, 2, 2, 2]),
        (|| Fault::status(503), [2, 2, 2, 1]),
        (|| Fault::status(504), [2, 2, 1, 1]),
        (|| Fault::status(500), [2, 1, 1, 1]),
        (Fault::disconnect, [2, 2, 1, 1]),
    ];
    for (fault, expected) in table {
        let sent = |graph: &EmbeddedGraph| graph.request_count();
        let mut counts = Vec::new();
        for which in 0..4 {
            let (graph, _) = graph();
            graph.fault_next(fault());
            let client = client(graph);
            let failed = match which {
                0 => client.send(Flat::at("1").get()).await.err(),
                1 => client.send(Flat::at("1").update(rename())).await.err(),
                2 => client.send(Flat::at("1").update(rename()).if_match("*")).await.err(),
                _ => client.send(Flat::collection().create(&new)).await.err(),
            };
            let count = usize::try_from(sent(client.transport())).unwrap();
            assert_eq!(
                failed.as_ref().map_or(2, graph_resource::Error::attempts),
                u32::try_from(count).unwrap(),
                "{failed:?}"
            );
            counts.push(count);
        }
        assert_eq!(counts, expected, "{:?}", fault());
    }
}

#[tokio::test]
async fn the_request_knows_better_than_its_method() {
    let (graph, _) = graph();
    graph.fault_next(Fault::disconnect());
    let client = client(graph);
    let error = client.send(Flat::at("1").update(rename()).repeat(Repeat::Once)).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Transport, 1));
    client.transport().fault_next(Fault::disconnect());
    let new = Flat { id: "3".into(), name: None };
    client.send(Flat::collection().create(&new).repeat(Repeat::Idempotent)).await.unwrap();
}

#[tokio::test]
async fn a_deletion_whose_answer_was_lost_has_succeeded() {
    let (graph, _) = graph();
    graph.fault_next(Fault::lose_answer());
    let client = client(graph);
    client.send(Flat::at("1").delete()).await.unwrap();
    assert_eq!(client.transport().request_count(), 2);
    let error = client.send(Flat::at("1").delete()).await.unwrap_err();
    assert!(error.is_not_found(), "a first deletion that finds nothing is an error");
}

#[tokio::test]
async fn a_wait_beyond_the_limit_is_told_at_once() {
    let (graph, waits) = graph();
    graph.fault_next(Fault::status(429).retry_after("3600"));
    let client = client(graph);
    let error = client.send(Flat::at("1").get()).await.unwrap_err();
    assert!(error.is_throttled());
    assert_eq!((error.retry_after(), error.attempts()), (Some(Duration::from_secs(3_600)), 1));
    assert_eq!(sum(&waits), Duration::ZERO);
}

#[tokio::test]
async fn without_retry_and_without_a_way_to_wait_each_request_is_sent_once() {
    let (graph, _) = graph();
    graph.fault_next(Fault::status(503));
    let never = client(graph).retry(Retry::never());
    assert_eq!(never.send(Flat::at("1").get()).await.unwrap_err().attempts(), 1);

    let graph = EmbeddedGraph::new().with_collection("/flats");
    graph.fault_next(Fault::status(503).retry_after("7"));
    let error = client(graph).send(Flat::at("1").get()).await.unwrap_err();
    assert_eq!((error.attempts(), error.retry_after()), (1, Some(Duration::from_secs(7))));
}

#[tokio::test]
async fn the_gate_holds_what_counts_against_the_same_limit() {
    let (graph, waits) = graph();
    graph.fault_next(Fault::status(429).retry_after("0.5"));
    // Not repeated, and still the others know.
    let client = client(graph).retry(Retry::new().attempts(1));
    assert!(client.send(Flat::at("1").get()).await.unwrap_err().is_throttled());
    client.send(Flat::at("2").get()).await.unwrap();
    assert_eq!(sum(&waits), Duration::ZERO, "another record has a limit of its own");
    // A clone shares the gate.
    client.clone().send(Flat::at("1").get()).await.unwrap();
    assert!(sum(&waits) > Duration::from_millis(100), "{:?}", *waits.lock().unwrap());
}

#[tokio::test]
async fn a_wait_at_the_gate_that_takes_too_long_is_an_error() {
    let (graph, _) = graph();
    graph.fault_next(Fault::status(429).retry_after("60"));
    let client = client(graph).retry(Retry::new().attempts(1).total(Duration::from_secs(10)));
    assert!(client.send(Flat::at("1").get()).await.unwrap_err().is_throttled());
    let error = client.send(Flat::at("1").get()).await.unwrap_err();
    assert!(error.is_throttled() && error.retry_after() > Some(Duration::from_secs(50)), "{error:?}");
    assert_eq!((error.kind(), error.attempts(), client.transport().request_count()), (ErrorKind::Throttled, 0, 1));
}

#[tokio::test]
async fn one_token_serves_until_the_service_asks_for_claims() {
    let (graph, _) = graph();
    let graph = graph.with_bearer_token("first");
    let asked = Arc::new(Mutex::new(Vec::new()));
    let calls = Arc::new(AtomicUsize::new(0));
    let (log, count) = (Arc::clone(&asked), Arc::clone(&calls));
    let provider = token_fn(move |request: TokenRequest| {
        let number = count.fetch_add(1, Ordering::SeqCst);
        log.lock().unwrap().push(request);
        async move { Ok::<_, std::io::Error>(AccessToken::new(if number == 0 { "first" } else { "second" })) }
    });
    let client = Client::new(graph, Cloud::Global).token_provider(provider);
    for _ in 0..3 {
        client.send(Flat::at("1").get()).await.unwrap();
    }
    assert_eq!(calls.load(Ordering::SeqCst), 1);
    assert_eq!(asked.lock().unwrap()[0].scopes, ["https://graph.microsoft.com/.default"]);
    assert_eq!(asked.lock().unwrap()[0].claims, None);

    let claims = r#"{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}"#;
    client.transport().challenge(claims, "second");
    client.send(Flat::at("1").get()).await.unwrap();
    assert_eq!(calls.load(Ordering::SeqCst), 2);
    assert_eq!(asked.lock().unwrap()[1].claims.as_deref(), Some(claims));
    client.send(Flat::at("1").get()).await.unwrap();
    assert_eq!(calls.load(Ordering::SeqCst), 2, "the new token serves");
}

#[tokio::test]
async fn a_refused_token_is_not_sent_again() {
    let (graph, _) = graph();
    let graph = graph.with_bearer_token("second");
    let calls = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&calls);
    let provider = token_fn(move |_: TokenRequest| {
        let number = count.fetch_add(1, Ordering::SeqCst);
        async move { Ok::<_, std::io::Error>(AccessToken::new(if number == 0 { "first" } else { "second" })) }
    });
    let client = client(graph).token_provider(provider);
    let refused = client.send(Flat::at("1").get()).await.unwrap_err();
    assert_eq!((refused.status().map(|status| status.as_u16()), refused.attempts()), (Some(401), 1));
    client.send(Flat::at("1").get()).await.unwrap();
    assert_eq!(calls.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn without_a_token_nothing_is_sent_and_the_cause_is_told() {
    let (graph, _) = graph();
    let provider = token_fn(|_: TokenRequest| async { Err::<AccessToken, _>("signed out") });
    let client = client(graph).token_provider(provider);
    let error = client.send(Flat::at("1").get()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Token);
    let cause = std::error::Error::source(&error).unwrap();
    assert_eq!(cause.to_string(), "signed out");
    assert_eq!(client.transport().request_count(), 0);
}
