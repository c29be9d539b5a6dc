//! Queued answers, broken connections, and the record of what happened.

use bytes::Bytes;
use graph_resource_testing::{Disconnected, EmbeddedGraph};
use http::Response;
use serde_json::json;

use crate::{ask, outcome, request, send};

fn users() -> EmbeddedGraph {
    EmbeddedGraph::new().with_entity("/users", json!({"id": "1", "n": 1}))
}

fn canned(status: u16, name: &str, value: &str, body: &'static str) -> Response<Bytes> {
    Response::builder().status(status).header(name, value).body(Bytes::from(body)).unwrap()
}

#[test]
fn queued_answers_come_first_and_in_order() {
    let graph = users();
    graph.answer_next(canned(502, "content-type", "text/html", "<html>Bad Gateway</html>"));
    graph.answer_next(canned(429, "retry-after", "2.128", ""));
    let head = "PATCH /users/1";
    assert_eq!(ask(&graph, head, "{\"n\":2}").body(), "<html>Bad Gateway</html>");
    let throttled = ask(&graph, head, "{\"n\":2}");
    assert_eq!((throttled.status().as_u16(), throttled.headers().len()), (429, 1));
    assert_eq!(graph.entity("/users/1").unwrap()["n"], 1);
    assert_eq!(outcome(&ask(&graph, head, "{\"n\":2}")), "200");
    assert_eq!(graph.entity("/users/1").unwrap()["n"], 2);
}

#[test]
fn connections_break_before_and_after_the_service() {
    let graph = users();
    graph.fail_next();
    assert_eq!(send(&graph, request("PATCH /users/1", "{\"n\":2}")).unwrap_err(), failure());
    assert_eq!(graph.entity("/users/1").unwrap()["n"], 1);
    graph.lose_next_answer();
    assert!(send(&graph, request("PATCH /users/1", "{\"n\":2}")).is_err());
    assert_eq!(graph.entity("/users/1").unwrap()["n"], 2);
    graph.answer_next(canned(200, "content-length", "9", "{\"n\":"));
    assert!(send(&graph, request("GET /users/1", "")).is_err());
    assert_eq!(failure().to_string(), "the connection was broken before a whole answer came");
}

fn failure() -> Disconnected {
    let graph = users();
    graph.fail_next();
    graph.respond(&request("GET /users", "")).unwrap_err()
}

#[test]
fn everything_is_recorded() {
    let graph = users();
    let other = graph.clone();
    ask(&other, "PATCH /users/1?x=%20y\nif-match: *", "{\"n\":2}");
    graph.fail_next();
    assert!(send(&other, request("GET /users", "")).is_err());

    let exchanges = graph.exchanges();
    let sent = exchanges[0].request();
    assert_eq!((sent.method().as_str(), sent.target()), ("PATCH", "/v1.0/users/1?x=%20y"));
    assert_eq!((sent.path(), sent.query()), ("/v1.0/users/1", Some("x=%20y")));
    assert_eq!((sent.header("If-Match"), sent.header("host")), (Some("*"), Some("graph.microsoft.com")));
    assert_eq!((sent.body().as_ref(), sent.json().unwrap()), (b"{\"n\":2}".as_slice(), json!({"n": 2})));
    assert_eq!(exchanges[0].response().unwrap().status(), 200);
    assert_eq!(exchanges[0].response().unwrap().json().unwrap()["n"], 2);
    assert!(exchanges[1].response().is_none());
    assert!(exchanges[1].to_string().ends_with("\n\n(the connection was broken)\n"));

    assert_eq!(graph.requests().len(), 2);
    assert_eq!(graph.take_requests().len(), 2);
    assert!(other.exchanges().is_empty());
    ask(&graph, "GET /users", "");
    graph.clear_requests();
    assert!(graph.requests().is_empty());
}
