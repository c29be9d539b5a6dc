//! Links between entities: followed, added, replaced, removed and bound.

use graph_resource_testing::EmbeddedGraph;
use serde_json::json;

use crate::{ROOT, ask, encoded, json as body, keys, outcome};

fn directory() -> EmbeddedGraph {
    EmbeddedGraph::new()
        .with_entity("/users", json!({"id": "a", "name": "Ada"}))
        .with_entity("/users", json!({"id": "b"}))
        .with_entity("/teams", json!({"id": "t"}))
        .with_entity("/groups", json!({"id": "g"}))
        .with_to_many("/groups/{id}/members", ["/users"])
        .with_to_one("/users/{id}/manager", ["/users"])
        .with_to_one("/me", ["/users"])
}

fn reference(url: &str) -> String {
    json!({"@odata.id": url}).to_string()
}

#[test]
fn a_linked_entity_is_the_entity() {
    let graph = directory();
    graph.link("/groups/g/members", "/users/a");
    graph.link("/users/a/manager", "/users/b");
    graph.link("/me", "/users/a");
    assert_eq!(body(&ask(&graph, "GET /me/manager", ""))["id"], "b");
    assert_eq!(body(&ask(&graph, "GET /groups/g/members/a/manager", ""))["id"], "b");
    assert_eq!(outcome(&ask(&graph, "PATCH /groups/g/members/a", "{\"name\":\"Eve\"}")), "200");
    assert_eq!(graph.entity("/users/a").unwrap()["name"], "Eve");
    for (head, expected) in [
        ("GET /groups/g/members/b", "404 itemNotFound"),
        ("GET /users/b/manager", "404 itemNotFound"),
        ("GET /groups/x/members", "404 itemNotFound"),
        ("GET /groups/g/owners", "404 ResourceNotFound"),
        ("DELETE /groups/g/members", "405 methodNotAllowed"),
    ] {
        assert_eq!(outcome(&ask(&graph, head, "")), expected, "{head}");
    }
    // The path without `$ref` is the user's: it is the user that goes.
    assert_eq!(outcome(&ask(&graph, "DELETE /groups/g/members/a", "")), "204");
    assert!(graph.entity("/users/a").is_none() && graph.links("/groups/g/members").is_empty());
    assert_eq!(outcome(&ask(&graph, "GET /me", "")), "404 itemNotFound");
}

#[test]
fn references_are_added_and_removed() {
    let graph = directory();
    let members = "/groups/g/members";
    let add = |url: &str| outcome(&ask(&graph, "POST /groups/g/members/$ref", &reference(url)));
    assert_eq!(add(&format!("{ROOT}/directoryObjects/a")), "204");
    assert_eq!(add(&format!("{ROOT}/users/b")), "204");
    assert_eq!(add("users/b"), "204");
    assert_eq!(graph.links(members), ["/users/a", "/users/b"]);
    let answer = body(&ask(&graph, "GET /groups/g/members/$ref", ""));
    assert_eq!(answer["@odata.context"], format!("{ROOT}/$metadata#Collection($ref)"));
    assert_eq!(answer["value"][1], json!({"@odata.id": format!("{ROOT}/users/b")}));
    for (url, expected) in [
        ("https://evil.example/v1.0/users/a", "400 BadRequest"),
        ("https://graph.microsoft.com/users/a", "400 BadRequest"),
        ("https://graph.microsoft.com.evil.example/v1.0/users/a", "400 BadRequest"),
        ("teams/t", "400 BadRequest"),
        ("users/x", "404 itemNotFound"),
        ("directoryObjects/t", "404 itemNotFound"),
    ] {
        assert_eq!(add(url), expected, "{url}");
    }
    assert_eq!(outcome(&ask(&graph, "POST /groups/g/members/$ref", "{\"id\":\"a\"}")), "400 BadRequest");
    assert_eq!(outcome(&ask(&graph, "PUT /groups/g/members/$ref", &reference("users/a"))), "405 methodNotAllowed");
    assert_eq!(outcome(&ask(&graph, "DELETE /groups/g/members/$ref", "")), "400 BadRequest");

    assert_eq!(outcome(&ask(&graph, "DELETE /groups/g/members/a/$ref", "")), "204");
    assert_eq!(outcome(&ask(&graph, "DELETE /groups/g/members/a/$ref", "")), "404 itemNotFound");
    let by_id = format!("DELETE /groups/g/members/$ref?$id={}", encoded(&format!("{ROOT}/users/b")));
    assert_eq!(outcome(&ask(&graph, &by_id, "")), "204");
    assert!(graph.links(members).is_empty());
    assert_eq!(graph.entities("/users").len(), 2, "the entities stay");
}

#[test]
fn a_single_link_is_replaced() {
    let graph = directory();
    let manager = "/users/a/manager/$ref";
    assert_eq!(outcome(&ask(&graph, &format!("GET {manager}"), "")), "404 itemNotFound");
    assert_eq!(outcome(&ask(&graph, &format!("POST {manager}"), &reference("users/b"))), "405 methodNotAllowed");
    assert_eq!(outcome(&ask(&graph, &format!("PUT {manager}"), &reference("users/b"))), "204");
    assert_eq!(body(&ask(&graph, &format!("GET {manager}"), ""))["@odata.id"], format!("{ROOT}/users/b"));
    assert_eq!(outcome(&ask(&graph, &format!("PUT {manager}"), &reference("users/a"))), "204");
    assert_eq!(graph.links("/users/a/manager"), ["/users/a"]);
    assert_eq!(outcome(&ask(&graph, &format!("DELETE {manager}"), "")), "204");
    assert_eq!(outcome(&ask(&graph, &format!("DELETE {manager}"), "")), "404 itemNotFound");
    graph.link("/users/a/manager", "/users/b");
    assert!(graph.unlink("/users/a/manager", "/users/b") && !graph.unlink("/users/a/manager", "/users/b"));
}

#[test]
fn bodies_bind_links() {
    let graph = directory();
    let patch = |path: &str, text: &str| outcome(&ask(&graph, &format!("PATCH {path}"), text));
    let binding = json!({"members@odata.bind": [format!("{ROOT}/users/a")]}).to_string();
    assert_eq!(patch("/groups/g", &binding), "200");
    assert_eq!(patch("/groups/g", &json!({"name": "G", "members@odata.bind": ["users/b"]}).to_string()), "200");
    assert_eq!(graph.links("/groups/g/members"), ["/users/a", "/users/b"]);
    assert_eq!(graph.entity("/groups/g").unwrap(), json!({"id": "g", "name": "G"}));
    assert_eq!(patch("/users/a", "{\"manager@odata.bind\":\"users/b\"}"), "200");
    assert_eq!(patch("/users/a", "{\"manager@odata.bind\":null}"), "200");
    assert!(graph.links("/users/a/manager").is_empty());
    for (path, text) in [
        ("/groups/g", json!({"members@odata.bind": "users/a"})),
        ("/groups/g", json!({"members@odata.bind": [1]})),
        ("/users/a", json!({"manager@odata.bind": ["users/b"]})),
        ("/users/a", json!({"boss@odata.bind": "users/b"})),
        ("/users/a", json!({"name": "X", "manager": {"id": "b"}})),
    ] {
        assert_eq!(patch(path, &text.to_string()), "400 BadRequest", "{text}");
    }
    assert_eq!(patch("/users/a", "{\"name\":\"X\",\"manager@odata.bind\":\"users/x\"}"), "404 itemNotFound");
    assert_eq!(graph.entity("/users/a").unwrap()["name"], "Ada", "all or nothing");

    let made =
        ask(&graph, "POST /groups", &json!({"id": "n", "members@odata.bind": ["users/a", "users/b"]}).to_string());
    assert_eq!(outcome(&made), "201");
    assert_eq!(keys(&graph, "GET /groups/n/members?$orderby=id%20desc"), "b a");
}
