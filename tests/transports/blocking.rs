//! The client that blocks: its tokens, and its threads.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use bytes::Bytes;
use graph_resource::blocking::{Client, HttpClient, token_fn};
use graph_resource::{AccessToken, BaseUrl, ErrorKind, TokenRequest};
use graph_resource_testing::{Disconnected, EmbeddedGraph};
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
