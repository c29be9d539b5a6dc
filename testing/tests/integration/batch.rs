//! `$batch`, its limits, and parts that fail.

use bytes::Bytes;
use graph_resource_testing::{EmbeddedGraph, Fault, FaultRule};
use http::Response;
use serde_json::{Value, json};

use crate::{ask, json as body, outcome};

fn users() -> EmbeddedGraph {
    let graph = EmbeddedGraph::new().with_collection("/users");
    (1..=20).fold(graph, |graph, n| graph.with_entity("/users", json!({"id": n.to_string(), "n": n})))
}

fn send(graph: &EmbeddedGraph, requests: &Value) -> Response<Bytes> {
    ask(graph, "POST /$batch\nauthorization: Bearer t", &json!({ "requests": requests }).to_string())
}

/// `id status` of each answer, sorted by id.
fn statuses(answer: &Response<Bytes>) -> Vec<String> {
    let parts = body(answer)["responses"].as_array().unwrap().clone();
    let mut all: Vec<String> =
        parts.iter().map(|part| format!("{} {}", part["id"].as_str().unwrap(), part["status"])).collect();
    all.sort();
    all
}

fn part(answer: &Response<Bytes>, id: &str) -> Value {
    body(answer)["responses"].as_array().unwrap().iter().find(|part| part["id"] == id).unwrap().clone()
}

fn get(id: &str, url: &str) -> Value {
    json!({"id": id, "method": "GET", "url": url})
}

#[test]
fn parts_have_answers_of_their_own() {
    let graph = users().with_bearer_token("t");
    let answer = send(
        &graph,
        &json!([
            get("a", "/users/1"),
            get("b", "users?$filter=n%20gt%2018&$select=n"),
            get("c", "/users/99"),
            {"id": "d", "method": "patch", "url": "/users/2", "headers": {"content-type": "application/json"}, "body": {"n": 0}},
            {"id": "e", "method": "DELETE", "url": "/users/3"},
            {"id": "f", "method": "POST", "url": "/users", "headers": {"Content-Type": "application/json"}, "body": {"id": "new"}},
            get("g", "/users/$count"),
        ]),
    );
    assert_eq!(answer.status(), 200);
    assert_eq!(statuses(&answer), ["a 200", "b 200", "c 404", "d 200", "e 204", "f 201", "g 200"]);
    assert_ne!(body(&answer)["responses"][0]["id"], "a", "the answers have an order of their own");
    assert_eq!(part(&answer, "a")["body"]["n"], 1);
    assert_eq!(
        part(&answer, "a")["body"]["@odata.context"],
        "https://graph.microsoft.com/v1.0/$metadata#users/$entity"
    );
    assert_eq!(part(&answer, "b")["body"]["value"].as_array().unwrap().len(), 2);
    assert_eq!(part(&answer, "c")["body"]["error"]["code"], "itemNotFound");
    assert!(part(&answer, "e").get("body").is_none());
    assert_eq!(part(&answer, "f")["headers"]["Location"], "https://graph.microsoft.com/v1.0/users/new");
    assert_eq!(part(&answer, "g")["body"], "20");
    assert_eq!(graph.entity("/users/2").unwrap()["n"], 0);
    assert_eq!(graph.requests().len(), 1);
}

#[test]
fn what_depends_on_a_failure_is_not_carried_out() {
    let graph = users();
    let after =
        |id: &str, on: &str| json!({"id": id, "method": "DELETE", "url": format!("/users/{id}"), "dependsOn": [on]});
    let chain = send(&graph, &json!([get("1", "/users/1"), after("2", "1"), get("x", "/none"), after("3", "x")]));
    assert_eq!(outcome(&chain), "400 BadRequest", "a mixed form");
    let chain = send(&graph, &json!([get("A", "/users/99"), after("4", "a"), after("5", "4")]));
    assert_eq!(statuses(&chain), ["4 424", "5 424", "A 404"]);
    let fan = send(&graph, &json!([get("1", "/users/1"), after("6", "1"), after("7", "1")]));
    assert_eq!(statuses(&fan), ["1 200", "6 204", "7 204"]);
    assert!(graph.entity("/users/4").is_some() && graph.entity("/users/6").is_none());
}

#[test]
fn limits_of_a_batch() {
    let graph = users();
    let many = |count: usize| (0..count).map(|n| get(&n.to_string(), "/users/1")).collect::<Value>();
    assert_eq!(send(&graph, &many(20)).status(), 200);
    let on = |on: Value| json!([get("1", "/users/1"), get("2", "/users/1"), {"id": "3", "method": "GET", "url": "/users", "dependsOn": on}]);
    for requests in [
        many(21),
        many(0),
        json!([1]),
        json!([{"method": "GET", "url": "/users"}]),
        json!([{"id": 1, "method": "GET", "url": "/users"}]),
        json!([{"id": "1", "url": "/users"}]),
        json!([{"id": "1", "method": "GET"}]),
        json!([get("a", "/users"), get("A", "/users")]),
        json!([get("a", "https://graph.microsoft.com/v1.0/users")]),
        json!([get("a", "users:x/1")]),
        on(json!(["1", "2"])),
        on(json!(["4"])),
        on(json!("1")),
        on(json!(["2"])),
        json!([{"id": "1", "method": "GET", "url": "/users", "dependsOn": ["1"]}]),
    ] {
        assert_eq!(outcome(&send(&graph, &requests)), "400 BadRequest", "{requests}");
    }
    assert_eq!(outcome(&ask(&users().with_bearer_token("t"), "POST /$batch", "{}")), "401 InvalidAuthenticationToken");
    assert_eq!(outcome(&ask(&graph, "GET /$batch", "")), "405 methodNotAllowed");
    assert_eq!(outcome(&ask(&graph, "POST /$batch", "{}")), "400 BadRequest");
    let bodies = send(
        &graph,
        &json!([
            {"id": "1", "method": "GET", "url": "/users/1", "headers": {"Content-Type": "application/json"}, "body": {}},
            {"id": "2", "method": "PATCH", "url": "/users/1", "body": {"n": 2}},
            {"id": "3", "method": "POST", "url": "/$batch", "headers": {"Content-Type": "application/json"}, "body": {"requests": []}},
            {"id": "4", "method": "PATCH", "url": "/users/1", "headers": {"Content-Type": "image/png"}, "body": "%%%"},
            {"id": "5", "method": "PATCH", "url": "/users/1", "headers": [], "body": {}},
        ]),
    );
    assert_eq!(statuses(&bodies), ["1 400", "2 400", "3 400", "4 400", "5 400"]);
    assert_eq!(graph.entity("/users/1").unwrap()["n"], 1);
}

#[test]
fn parts_fail_by_rule() {
    let graph = users();
    graph.add_fault(FaultRule::new(Fault::status(429).retry_after("9")).path("/users/{id}").in_batches().nth(2));
    graph.add_fault(FaultRule::new(Fault::lose_answer()).method("DELETE").in_batches());
    let answer = send(
        &graph,
        &json!([get("1", "/users/1"), get("2", "/users/2"), {"id": "3", "method": "DELETE", "url": "/users/3"}, get("4", "/users/4")]),
    );
    assert_eq!(statuses(&answer), ["1 200", "2 429", "4 200"], "the third has no answer");
    assert_eq!(part(&answer, "2")["headers"]["Retry-After"], "9");
    assert!(graph.entity("/users/3").is_none());
    assert_eq!(outcome(&ask(&graph, "GET /users/5", "")), "200");
    graph.fault_next(Fault::status(503));
    assert_eq!(outcome(&send(&graph, &json!([get("1", "/users/1")]))), "503 serviceNotAvailable");
}

#[test]
fn operations_and_other_bodies_work_in_a_batch() {
    let graph = users().with_action("/users/{id}/touch", |call| {
        call.graph().change(&format!("/users/{}", call.key("id").unwrap()), |user| user["n"] = json!(-1));
        http::Response::builder().header("content-type", "image/png").body(Bytes::from_static(b"\xff\x00")).unwrap()
    });
    let answer = send(&graph, &json!([{"id": "1", "method": "POST", "url": "/users/1/touch"}]));
    assert_eq!(part(&answer, "1")["body"], "/wA=");
    assert_eq!(graph.entity("/users/1").unwrap()["n"], -1);
}
