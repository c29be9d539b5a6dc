//! Requests that nobody would send on purpose: each has an answer, and none is a panic.

use graph_resource_testing::{EmbeddedGraph, Rules};
use http::Request;
use serde_json::json;

use crate::encoded;

const WORDS: [&str; 62] = [
    "a",
    "name",
    "n",
    "tags",
    "city",
    "zip",
    "manager",
    "events",
    "it",
    "$it",
    "x",
    "x:x",
    "eq",
    "ne",
    "gt",
    "le",
    "and",
    "or",
    "not",
    "in",
    "has",
    "any",
    "all",
    "any(x:x",
    "(",
    ")",
    "(",
    ")",
    "/",
    "/",
    ",",
    ":",
    ";",
    " ",
    " ",
    " ",
    "'",
    "'it''s'",
    "''",
    "\"",
    "\"n:a\"",
    "AND",
    "null",
    "true",
    "1",
    "-1.5e3",
    "INF",
    "-INF",
    "2023-01-01",
    "2023-01-01T00:00:00Z",
    "duration'PT1H'",
    "184efa21-98c3-4e5d-95ab-d07053a96e67",
    "ns.e'a'",
    "microsoft.graph.user",
    "$count",
    "$ref",
    "contains(",
    "length(",
    "desc",
    "\u{e9}\u{1f600}",
    "$select=",
    "%",
];

fn service() -> EmbeddedGraph {
    EmbeddedGraph::new()
        .with_rules("/users", Rules::new().page_size(2).strict())
        .with_collection("/users/{id}/events")
        .with_to_one("/users/{id}/manager", ["/users"])
        .with_function("/users/f", |call| json!(call.parameters()))
        .with_exchange_limit(0)
        .with_entity("/users", json!({"id": "a", "name": "Ada", "n": 1, "tags": ["x"], "city": {"zip": null}, "events": [{"id": "e", "n": 1}]}))
        .with_entity("/users", json!({"id": "b", "name": null, "n": "NaN", "tags": [], "a": "2023-01-01T00:00:00Z"}))
}

/// The same texts in every run.
fn texts(seed: u64, count: usize, words: usize) -> impl Iterator<Item = String> {
    let mut state = seed;
    let mut draw = move |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    (0..count).map(move |_| {
        let length = 1 + draw(words);
        let mut text = String::new();
        for _ in 0..length {
            text += WORDS[draw(WORDS.len())];
            text += if draw(2) == 0 { " " } else { "" };
        }
        text
    })
}

#[test]
fn query_options_of_all_kinds() {
    let graph = service();
    graph.link("/users/a/manager", "/users/b");
    let (mut good, mut bad) = (0, 0);
    for text in texts(11, 100, 9) {
        for option in ["$filter", "$orderby", "$select", "$expand", "$search", "$top", "$skiptoken", "$deltatoken"] {
            for path in ["users", "users/a", "users/delta", "users/$count"] {
                let uri = format!("https://graph.microsoft.com/v1.0/{path}?{option}={}", encoded(&text));
                let request =
                    Request::get(uri).header("consistencylevel", "eventual").body(bytes::Bytes::new()).unwrap();
                let status = graph.respond(&request).unwrap().status().as_u16();
                assert!([200, 400, 501].contains(&status), "{status}: {option}={text}");
                if status == 200 { good += 1 } else { bad += 1 }
            }
        }
    }
    assert!(good > 50 && bad > 50, "{good} good ones, {bad} bad ones");
}

#[test]
fn paths_and_bodies_of_all_kinds() {
    let graph = service();
    for (at, text) in texts(5, 1_600, 6).enumerate() {
        let method = ["GET", "POST", "PATCH", "PUT", "DELETE"][at % 5];
        let path =
            ["users/", "users/a/", "users(", "users/f(", "users/a/manager/$ref?$id=", "$batch/", "-/", ""][at % 8];
        let uri = format!("https://graph.microsoft.com/v1.0/{path}{}", encoded(&text).replace("%2F", "/"));
        let body = [
            json!({ "requests": [{"id": "1", "method": text, "url": text, "headers": {text.clone(): text}, "body": text}] }).to_string(),
            json!({ "@odata.id": text, "manager@odata.bind": text, text.clone(): {"@odata.type": text} }).to_string(),
            text.clone(),
        ];
        let request = Request::builder().method(method).uri(uri).header("content-type", "application/json");
        let Ok(request) = request.body(bytes::Bytes::from(body[at % 3].clone())) else { continue };
        let status = graph.respond(&request).unwrap().status();
        assert!(!status.is_server_error() || status == 501, "{status}: {request:?}");
    }
    let batch = json!({ "requests": [{"id": "1", "method": "GET", "url": "/users"}] }).to_string();
    for end in 0..batch.len() {
        let request =
            Request::post("https://graph.microsoft.com/v1.0/$batch").header("content-type", "application/json");
        let answer = graph.respond(&request.body(bytes::Bytes::from(batch[..end].to_owned())).unwrap()).unwrap();
        assert_eq!(answer.status(), 400);
    }
}
