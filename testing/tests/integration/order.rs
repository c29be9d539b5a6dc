//! `$orderby` and `$search`.

use graph_resource_testing::{EmbeddedGraph, Rules};
use serde_json::json;

use crate::{encoded, keys};

fn users() -> EmbeddedGraph {
    let graph = EmbeddedGraph::new()
        .with_rules("/users", Rules::new().write_only(["secret"]))
        .with_to_one("/users/{id}/manager", ["/users"]);
    [
        json!({"id": "a", "name": "Bo", "n": 10, "seen": "2026-01-01T10:00:00+02:00", "tags": ["x"], "city": {"zip": "2"}}),
        json!({"id": "b", "name": "Åse", "n": 9, "seen": "2026-01-01T09:00:00Z", "tags": [], "secret": "find me"}),
        json!({"id": "c", "name": "Ada", "n": null, "seen": "2026-01-01T08:00:00.5Z", "city": {"zip": "1"}}),
        json!({"id": "d", "name": "Bo", "n": 10.5, "mail": "bo@example.com"}),
    ]
    .into_iter()
    .fold(graph, |graph, user| graph.with_entity("/users", user))
}

#[test]
fn every_key_counts_and_equals_keep_their_order() {
    let graph = users();
    graph.link("/users/a/manager", "/users/c");
    for (order, expected) in [
        ("name", "c a d b"),
        ("name desc", "b a d c"),
        ("name,n desc", "c d a b"),
        ("n", "c b a d"),
        ("n desc", "d a b c"),
        ("seen", "d a c b"),
        ("seen desc", "b c a d"),
        ("city/zip", "b d c a"),
        ("length(name),id desc", "d a c b"),
        ("tags/$count desc", "a b c d"),
        ("manager/name desc", "a b c d"),
        ("nothing", "a b c d"),
    ] {
        assert_eq!(keys(&graph, &format!("GET /users?$orderby={}", encoded(order))), expected, "{order}");
    }
    assert_eq!(keys(&graph, "GET /users?$orderby=name&$top=2&$skip=1"), "a d");
    for order in ["", "name up", "city", "tags", "secret", "name,", "'x'"] {
        let head = format!("GET /users?$orderby={}", encoded(order));
        assert_eq!(keys(&graph, &head), "400 BadRequest", "{order}");
    }
}

#[test]
fn a_search_needs_the_header() {
    let graph = users();
    let ask =
        |search: &str| keys(&graph, &format!("GET /users?$search={}\nConsistencyLevel: Eventual", encoded(search)));
    for (search, expected) in [
        ("\"name:bo\"", "a d"),
        ("\"name:bo\" AND \"mail:EXAMPLE\"", "d"),
        ("\"name:ada\" OR \"mail:example\"", "c d"),
        ("bo", "a d"),
        ("\"find me\"", ""),
        ("name:bo", "400 BadRequest"),
        ("\"secret:find\"", "400 BadRequest"),
        ("\"name:bo", "400 BadRequest"),
    ] {
        assert_eq!(ask(search), expected, "{search}");
    }
    assert_eq!(keys(&graph, "GET /users?$search=%22name:bo%22"), "400 Request_UnsupportedQuery");
    assert_eq!(
        keys(&graph, "GET /users?$search=%22name:bo%22\nConsistencyLevel: session"),
        "400 Request_UnsupportedQuery"
    );
}
