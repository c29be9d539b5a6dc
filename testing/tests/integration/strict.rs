//! Names that nobody has named, and how much is remembered.

use graph_resource_testing::{EmbeddedGraph, Rules};
use serde_json::json;

use crate::{ask, json as body, keys, outcome};

fn strict() -> EmbeddedGraph {
    let rules = Rules::new().strict().not_null(["department"]).open("bag", [""; 0]);
    EmbeddedGraph::new().with_rules("/users", rules).with_to_one("/users/{id}/manager", ["/users"]).with_entity(
        "/users",
        json!({"id": "1", "mailNickname": "ada", "bag": {}, "home": {"zip": "1"}, "phones": [{"kind": "x"}]}),
    )
}

#[test]
fn a_slip_is_refused() {
    let graph = strict();
    for text in [
        json!({"mail_nick_name": "x"}),
        json!({"MailNickname": "x"}),
        json!({"home": {"ZIP": "2"}}),
        json!({"phones": [{"Kind": "y"}]}),
        json!({"bags": {}}),
    ] {
        assert_eq!(outcome(&ask(&graph, "PATCH /users/1", &text.to_string())), "400 BadRequest", "{text}");
        assert_eq!(outcome(&ask(&graph, "POST /users", &text.to_string())), "400 BadRequest", "{text}");
    }
    let known = json!({"mailNickname": "y", "department": "d", "bag": {"any": 1}, "home": {"zip": "2"}, "phones": [{"kind": "z"}]});
    assert_eq!(outcome(&ask(&graph, "PATCH /users/1", &known.to_string())), "200");
    for query in [
        "$select=mail_nick_name",
        "$filter=mail_nick_name%20eq%20'x'",
        "$orderby=mail_nick_name",
        "$expand=boss",
        "$filter=phones/any(p:p/Kind%20eq%20'x')",
        "$filter=manager/nope%20eq%201",
        "$expand=manager($select=nope)",
    ] {
        assert_eq!(keys(&graph, &format!("GET /users?{query}")), "400 BadRequest", "{query}");
    }
    assert_eq!(
        keys(&graph, "GET /users?$select=home/zip&$filter=phones/any(p:p/kind%20eq%20'z')&$expand=manager"),
        "1"
    );
}

#[test]
fn what_a_test_puts_in_is_known_from_then_on() {
    let graph = strict();
    assert_eq!(outcome(&ask(&graph, "PATCH /users/1", "{\"city\":\"Oslo\"}")), "400 BadRequest");
    graph.change("/users/1", |user| user["city"] = json!(null));
    assert_eq!(outcome(&ask(&graph, "PATCH /users/1", "{\"city\":\"Oslo\"}")), "200");
    graph.insert("/users", json!({"id": "2", "floor": 3}));
    assert_eq!(outcome(&ask(&graph, "PATCH /users/1", "{\"floor\":4}")), "200");
    assert_eq!(body(&ask(&graph, "GET /users/1", ""))["floor"], 4);
}

#[test]
fn only_the_latest_exchanges_are_kept() {
    let graph = strict().with_exchange_limit(2);
    for id in ["1", "2", "3"] {
        ask(&graph, &format!("GET /users/{id}"), "");
    }
    let kept: Vec<String> = graph.requests().iter().map(|request| request.path().to_owned()).collect();
    assert_eq!(kept, ["/v1.0/users/2", "/v1.0/users/3"]);
    assert_eq!(graph.request_count(), 3);
    let graph = graph.with_exchange_limit(0);
    ask(&graph, "GET /users/1", "");
    assert!(graph.exchanges().is_empty());
}
