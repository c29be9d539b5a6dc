//! Queued answers, broken connections, and the record of what happened.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use graph_resource_testing::{DateForm, Disconnected, EmbeddedGraph, Fault, FaultRule};
use http::Response;
use serde_json::json;

use crate::{ask, header, json as body, outcome, request, send};

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

#[test]
fn refusals_of_a_busy_service() {
    let graph = users();
    for (status, expected) in [
        (429, "429 TooManyRequests"),
        (503, "503 serviceNotAvailable"),
        (504, "504 GatewayTimeout"),
        (502, "502 BadGateway"),
        (500, "500 generalException"),
    ] {
        graph.fault_next(Fault::status(status));
        let answer = ask(&graph, "PATCH /users/1\nclient-request-id: mine", "{\"n\":2}");
        assert_eq!(outcome(&answer), expected);
        assert_eq!(header(&answer, "client-request-id"), Some("mine"));
        assert!(header(&answer, "request-id").is_some() && header(&answer, "retry-after").is_none());
        assert_eq!(graph.entity("/users/1").unwrap()["n"], 1);
    }
    graph.fault_next(Fault::status(504).after_effect());
    assert_eq!(outcome(&ask(&graph, "PATCH /users/1", "{\"n\":2}")), "504 GatewayTimeout");
    assert_eq!(graph.entity("/users/1").unwrap()["n"], 2);
}

#[test]
fn every_form_of_retry_after() {
    let graph = users();
    let sent = |fault: Fault| {
        graph.fault_next(fault);
        let answer = ask(&graph, "GET /users/1", "");
        let values = answer.headers().get_all("retry-after").iter().map(|value| value.to_str().unwrap().to_owned());
        (header(&answer, "date").unwrap().to_owned(), values.collect::<Vec<_>>())
    };
    let busy = || Fault::status(429);
    let after = Duration::from_secs(3_600 * 24 * 31);
    assert_eq!(sent(busy()).1, [""; 0]);
    assert_eq!(sent(busy().retry_after("2.128")).1, ["2.128"]);
    assert_eq!(sent(busy().retry_after("1").retry_after("3")).1, ["1", "3"]);
    let (date, values) = sent(busy().retry_at(DateForm::ImfFixdate, after));
    assert_eq!(
        (date.as_str(), values),
        ("Thu, 01 Jan 2026 00:00:03 GMT", vec!["Sun, 01 Feb 2026 00:00:03 GMT".to_owned()])
    );
    assert_eq!(sent(busy().retry_at(DateForm::Rfc850, after)).1, ["Sunday, 01-Feb-26 00:00:04 GMT"]);
    assert_eq!(sent(busy().retry_at(DateForm::Asctime, after)).1, ["Sun Feb  1 00:00:05 2026"]);
}

#[test]
fn answers_that_are_none() {
    let graph = users();
    graph.fault_next(Fault::html(200));
    let page = ask(&graph, "GET /users/1", "");
    assert_eq!((page.status().as_u16(), header(&page, "content-type")), (200, Some("text/html; charset=utf-8")));
    assert!(page.body().starts_with(b"<!DOCTYPE html>"));
    graph.fault_next(Fault::redirect(302, "https://elsewhere.example/x"));
    assert_eq!(header(&ask(&graph, "GET /users/1", ""), "location"), Some("https://elsewhere.example/x"));

    graph.fault_next(Fault::shorten_answer(9));
    assert_eq!(ask(&graph, "PATCH /users/1", "{\"n\":2}").body(), "{\"@odata.");
    graph.fault_next(Fault::garbage());
    let garbage = ask(&graph, "PATCH /users/1", "{\"n\":3}");
    assert!(garbage.status() == 200 && std::str::from_utf8(garbage.body()).is_err());
    graph.fault_next(Fault::cut_answer(5));
    assert!(send(&graph, request("PATCH /users/1", "{\"n\":4}")).is_err());
    assert_eq!(graph.exchanges().last().unwrap().response().unwrap().body().len(), 5);
    assert_eq!(graph.entity("/users/1").unwrap()["n"], 4, "each of them was carried out");
    graph.fault_next(Fault::cut_answer(0));
    assert!(send(&graph, request("DELETE /users/1", "")).is_err(), "an answer without a body is lost whole");
}

#[test]
fn somebody_else_is_faster() {
    let graph = users();
    let conditional = |graph: &EmbeddedGraph| {
        let etag = graph.etag("/users/1").unwrap();
        outcome(&ask(graph, &format!("PATCH /users/1\nif-match: {etag}"), "{\"n\":2}"))
    };
    graph.fault_next(Fault::race(|graph| graph.change("/users/1", |user| user["m"] = json!(7))));
    assert_eq!(conditional(&graph), "412 resourceModified");
    assert_eq!(graph.entity("/users/1").unwrap(), json!({"id": "1", "n": 1, "m": 7}));
    graph.fault_next(Fault::touch());
    assert_eq!(conditional(&graph), "412 resourceModified");
    assert_eq!(conditional(&graph), "200");
    graph.fault_next(Fault::touch());
    assert_eq!(outcome(&ask(&graph, "GET /nobody", "")), "404 ResourceNotFound");
}

#[test]
fn rules_choose_requests() {
    let graph = users();
    graph.insert("/users", json!({"id": "2"}));
    let busy = || FaultRule::new(Fault::status(429));
    let statuses = |requests: &[&str]| {
        let status =
            |head: &&str| ask(&graph, head, if head.starts_with("PATCH") { "{}" } else { "" }).status().as_u16();
        requests.iter().map(status).collect::<Vec<_>>()
    };
    let (get, list, patch) = ("GET /users/1", "GET /users", "PATCH /users/2");
    graph.add_fault(busy().method("PATCH").path("/users/{id}"));
    assert_eq!(statuses(&[get, list, patch, patch]), [200, 200, 429, 429]);
    graph.clear_faults();
    graph.add_fault(busy().path("/users").nth(2));
    assert_eq!(statuses(&[list, get, list, list]), [200, 200, 429, 200]);
    graph.clear_faults();
    graph.add_fault(busy().every(2).times(2));
    assert_eq!(statuses(&[get; 7]), [200, 429, 200, 429, 200, 200, 200]);
    graph.clear_faults();
    graph.add_fault(busy().from(2));
    graph.add_fault(FaultRule::new(Fault::status(503)));
    graph.fault_next(Fault::status(500));
    assert_eq!(statuses(&[get; 4]), [500, 503, 429, 429]);
    graph.clear_faults();
    assert_eq!(statuses(&[get]), [200]);
    graph.add_fault(busy().when(|request| request.headers().contains_key("if-match")).times(1));
    assert_eq!(statuses(&[patch, "PATCH /users/2\nif-match: *", "PATCH /users/2\nif-match: *"]), [200, 429, 200]);
}

#[test]
fn chance_is_the_same_in_every_run() {
    let drawn = |chance: f64, seed: u64| {
        let graph = users().with_exchange_limit(0);
        graph.add_fault(FaultRule::new(Fault::status(503)).probability(chance, seed));
        (0..1_000).map(|_| ask(&graph, "GET /users/1", "").status() == 503).collect::<Vec<_>>()
    };
    let count = |drawn: &[bool]| drawn.iter().filter(|hit| **hit).count();
    assert_eq!(drawn(0.05, 1), drawn(0.05, 1));
    assert_ne!(drawn(0.05, 1), drawn(0.05, 2));
    assert!((30..70).contains(&count(&drawn(0.05, 3))), "{}", count(&drawn(0.05, 3)));
    assert_eq!((count(&drawn(0.0, 4)), count(&drawn(1.0, 4))), (0, 1_000));
}

#[test]
fn a_late_answer_is_waited_for_as_the_test_says() {
    let slept = Arc::new(Mutex::new(Vec::new()));
    let inside = Arc::clone(&slept);
    let graph = users().with_sleep(move |delay| {
        inside.lock().unwrap().push(delay);
        core::future::ready(())
    });
    graph.fault_next(Fault::latency(Duration::from_millis(5)).delayed(Duration::from_millis(2)));
    assert_eq!(outcome(&ask(&graph, "GET /users/1", "")), "200");
    graph.fault_next(Fault::disconnect().delayed(Duration::from_secs(9)));
    assert!(send(&graph, request("GET /users/1", "")).is_err());
    ask(&graph, "GET /users/1", "");
    assert_eq!(*slept.lock().unwrap(), [Duration::from_millis(7), Duration::from_secs(9)]);
}

#[test]
fn a_claims_challenge_until_the_right_token_comes() {
    let graph = users().with_bearer_token("old");
    let with = |token: &str| ask(&graph, &format!("GET /users/1\nauthorization: Bearer {token}"), "");
    assert_eq!(outcome(&with("old")), "200");
    graph.challenge("{\"access_token\":{\"nbf\":{\"value\":\"1604106651\"}}}", "new");
    for token in ["old", "other"] {
        let refused = with(token);
        assert_eq!(outcome(&refused), "401 InvalidAuthenticationToken");
        let challenge = header(&refused, "www-authenticate").unwrap();
        assert!(challenge.starts_with("Bearer realm=\"\", authorization_uri=\"https://login."), "{challenge}");
        let claims = "error=\"insufficient_claims\", claims=\"eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7InZhbHVlIjoiMTYwNDEwNjY1MSJ9fX0=\"";
        assert!(challenge.ends_with(claims), "{challenge}");
    }
    assert_eq!(outcome(&with("new")), "200");
    let bare = ask(&graph, "GET /users/1", "");
    assert_eq!(
        (outcome(&bare).as_str(), body(&bare)["error"]["message"].as_str()),
        ("401 InvalidAuthenticationToken", Some("the request has no access token"))
    );
    assert!(!format!("{graph:?}").contains("new"));
}
