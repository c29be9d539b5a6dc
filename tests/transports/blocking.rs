//! The client that blocks: its tokens, and its threads.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use bytes::Bytes;
use graph_resource::blocking::{Client, HttpClient, token_fn};
use graph_resource::{AccessToken, BaseUrl, Batch, ErrorKind, Resolve, TokenRequest};
use graph_resource_testing::{Disconnected, EmbeddedGraph, Fault};
use serde_json::json;

use crate::drivers::TOKEN;
use crate::support::{Flat, FlatPatch};

/// The service in memory.
#[derive(Clone)]
struct Memory(EmbeddedGraph);

impl HttpClient for Memory {
    type Error = Disconnected;

    fn send(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, Disconnected> {
        self.0.respond(&request)
    }
}

fn client() -> Client<Memory> {
    let graph = EmbeddedGraph::new()
        .with_collection("/flats")
        .with_entity("/flats", json!({"id": "1", "name": "one"}))
        .with_bearer_token(TOKEN);
    Client::new(Memory(graph), BaseUrl::graph())
}

#[test]
fn one_refresh_serves_all_threads() {
    let asked = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&asked);
    let client = client().token_provider(token_fn(move |request: TokenRequest| {
        assert_eq!(request.scopes, ["https://graph.microsoft.com/.default"]);
        counted.fetch_add(1, SeqCst);
        thread::sleep(Duration::from_millis(100));
        Ok::<_, &str>(AccessToken::new(TOKEN))
    }));
    thread::scope(|scope| {
        for _ in 0..32 {
            scope.spawn(|| client.send(Flat::at("1").get()).unwrap());
        }
    });
    assert_eq!(asked.load(SeqCst), 1);
}

#[test]
fn nobody_waits_while_a_token_is_valid() {
    let asked = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&asked);
    let client = client().token_provider(token_fn(move |_| {
        let now = SystemTime::now();
        // The first one is due at once and valid for long; the next one takes its time.
        if counted.fetch_add(1, SeqCst) == 0 {
            return Ok(AccessToken::new(TOKEN).expires_at(now + Duration::from_secs(600)).refresh_at(now));
        }
        thread::sleep(Duration::from_millis(400));
        Ok::<_, &str>(AccessToken::new(TOKEN).expires_at(now + Duration::from_secs(3_600)))
    }));
    client.send(Flat::at("1").get()).unwrap();
    let begin = Instant::now();
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| client.send(Flat::at("1").get()).unwrap());
        }
    });
    assert!(begin.elapsed() < Duration::from_millis(300), "{:?}", begin.elapsed());
    // One of the later requests takes the new token over, and no further one is asked for.
    thread::sleep(Duration::from_millis(500));
    for _ in 0..3 {
        client.send(Flat::at("1").get()).unwrap();
    }
    assert_eq!(asked.load(SeqCst), 2);
}

#[test]
fn a_claims_challenge_is_answered_once() {
    let client = client().token_provider(token_fn(|request: TokenRequest| {
        Ok::<_, &str>(AccessToken::new(if request.claims.is_some() { "with-claims" } else { TOKEN }))
    }));
    let mut flat = client.send(Flat::at("1").get()).unwrap().track();
    client.transport().0.challenge(r#"{"access_token":{}}"#, "with-claims");
    flat.name = Some("mine".into());
    client.save(&mut flat).unwrap();
    assert_eq!(client.transport().0.request_count(), 3);
    client.transport().0.challenge(r#"{"access_token":{}}"#, "another");
    let error = client.send(Flat::at("1").update(FlatPatch::new().name("x"))).unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), 401);
}

#[test]
fn a_provider_that_fails_or_panics_is_told() {
    for panics in [false, true] {
        let client = client().token_provider(token_fn(move |_| {
            assert!(!panics, "a test's panic");
            Err("denied")
        }));
        let error = client.send(Flat::at("1").get()).unwrap_err();
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Token, 0));
        let cause = std::error::Error::source(&error).unwrap().to_string();
        assert_eq!(cause, if panics { "the token provider panicked" } else { "denied" });
        assert_eq!(client.transport().0.request_count(), 0);
    }
}

#[test]
fn pages_and_items_are_iterators() {
    let client = client().bearer_token(TOKEN).unwrap();
    for number in 2..=5 {
        client.transport().0.insert("/flats", json!({"id": number.to_string(), "name": null}));
    }
    let list = || Flat::collection().list().query("$top", 2);
    let pages: Vec<_> = client.pages(list()).map(|page| page.unwrap().len()).collect();
    assert_eq!(pages, [2, 2, 1]);
    let ids: Vec<_> = client.items(list()).map(|item| item.unwrap().id.clone()).collect();
    assert_eq!(ids, ["1", "2", "3", "4", "5"]);
    // It ends after an error.
    client.transport().0.fault_next(Fault::status(400));
    let mut pages = client.pages(list());
    assert!(pages.next().unwrap().is_err() && pages.next().is_none());
}

#[test]
fn many_changes_go_in_batches() {
    let client = client().bearer_token(TOKEN).unwrap();
    for number in 2..=50 {
        client.transport().0.insert("/flats", json!({"id": number.to_string(), "name": null}));
    }
    let changes = (1..=50).map(|number| (Flat::at(number), FlatPatch::new().name("new")));
    let mut outcomes = client.update_all(changes);
    assert!(outcomes.by_ref().all(|(_, outcome)| outcome.is_ok()));
    assert_eq!(outcomes.progress().succeeded(), 50);
    assert_eq!(client.transport().0.request_count(), 3);
    let mut batch = Batch::new();
    let one = batch.add(Flat::at("1").get());
    assert_eq!(client.send_batch(batch).unwrap().take(one).unwrap().name.as_deref(), Some("new"));
}

#[test]
fn a_change_is_saved_beside_another_writers() {
    let client = client().bearer_token(TOKEN).unwrap();
    let mut flat = client.send(Flat::at("1").get()).unwrap().track();
    client.transport().0.change("/flats/1", |flat| flat["name"] = "theirs".into());
    flat.name = Some("mine".into());
    assert_eq!(client.save_with_retry(&mut flat).save().unwrap_err().conflicts().len(), 1);
    assert_eq!(client.reload_keeping(&mut flat).unwrap(), ["name"]);
    client.transport().0.change("/flats/1", |flat| flat["name"] = "theirs again".into());
    client.save_with_retry(&mut flat).attempts(3).on_conflict(|_| Resolve::Mine).save().unwrap();
    assert_eq!(client.transport().0.entity("/flats/1").unwrap()["name"], "mine");
}
