//! Entity tags: what the client holds against what somebody else did meanwhile.

use graph_resource_testing::{ETags, EmbeddedGraph, Rules};
use serde_json::json;

use crate::{ask, header, json as body, outcome};

fn users() -> EmbeddedGraph {
    EmbeddedGraph::new().with_entity("/users", json!({"id": "1", "city": "Oslo", "@odata.etag": "W/\"seven\""}))
}

#[test]
fn a_tag_is_shown_and_changes_with_every_write() {
    let graph = users();
    let answer = ask(&graph, "GET /users/1", "");
    assert_eq!(header(&answer, "etag"), Some("W/\"seven\""));
    assert_eq!(body(&answer)["@odata.etag"], "W/\"seven\"");
    assert_eq!(body(&ask(&graph, "GET /users", ""))["value"][0]["@odata.etag"], "W/\"seven\"");
    let tags: Vec<_> = (0..3)
        .map(|_| header(&ask(&graph, "PATCH /users/1", "{\"city\":\"Moss\"}"), "etag").unwrap().to_owned())
        .collect();
    assert_eq!(tags, ["W/\"JzEt000000000001Jw==\"", "W/\"JzEt000000000002Jw==\"", "W/\"JzEt000000000003Jw==\""]);
}

#[test]
fn if_match() {
    for (condition, expected) in [
        ("W/\"seven\"", "200"),
        ("*", "200"),
        ("\"x\", W/\"seven\"", "200"),
        ("\"seven\"", "412 resourceModified"),
        ("W/\"six\"", "412 resourceModified"),
    ] {
        let graph = users();
        let answer = ask(&graph, &format!("PATCH /users/1\nif-match: {condition}"), "{\"city\":null}");
        assert_eq!(outcome(&answer), expected, "{condition}");
        assert_eq!(graph.entity("/users/1").unwrap()["city"].is_null(), expected == "200");
        let expected = if expected == "200" { "204" } else { expected };
        assert_eq!(outcome(&ask(&users(), &format!("DELETE /users/1\nif-match: {condition}"), "")), expected);
    }
    assert_eq!(outcome(&ask(&users(), "DELETE /users/2\nif-match: *", "")), "404 itemNotFound");
}

#[test]
fn somebody_else() {
    let graph = users();
    let mine = graph.etag("/users/1").unwrap();
    graph.change("/users/1", |user| user["city"] = json!("Moss"));
    assert_ne!(graph.etag("/users/1").unwrap(), mine);
    let update = format!("PATCH /users/1\nif-match: {mine}");
    assert_eq!(outcome(&ask(&graph, &update, "{\"city\":\"Oslo\"}")), "412 resourceModified");
    assert_eq!(graph.entity("/users/1"), Some(json!({"id": "1", "city": "Moss"})));

    graph.change("/users/1", |user| user["@odata.etag"] = json!("W/\"nine\""));
    assert_eq!(graph.etag("/users/1").as_deref(), Some("W/\"nine\""));

    assert_eq!(graph.insert("/users", json!({"id": "2"})), "2");
    assert_eq!(graph.remove("/users/1"), Some(json!({"id": "1", "city": "Moss"})));
    assert_eq!(outcome(&ask(&graph, &update, "{}")), "404 itemNotFound");
    assert_eq!(graph.remove("/users/1"), None);
    assert_eq!(graph.entities("/users"), [json!({"id": "2"})]);
}

#[test]
fn a_resource_without_tags_has_no_conditions() {
    let graph = users().with_default_rules(Rules::new().etags(ETags::Nowhere));
    let answer = ask(&graph, "PATCH /users/1\nif-match: \"x\"", "{}");
    assert_eq!((outcome(&answer).as_str(), header(&answer, "etag")), ("200", None));
    assert_eq!(body(&answer).get("@odata.etag"), None);
    assert_eq!(body(&ask(&graph, "GET /users", ""))["value"][0].get("@odata.etag"), None);
}

#[test]
#[should_panic(expected = "there is nothing at /users/2")]
fn a_change_of_nothing_is_a_mistake_in_the_test() {
    users().change("/users/2", |_| {});
}

#[test]
#[should_panic(expected = "/groups: no resource has the path 'groups'")]
fn an_entity_for_no_collection_is_a_mistake_in_the_test() {
    users().insert("/groups", json!({}));
}
