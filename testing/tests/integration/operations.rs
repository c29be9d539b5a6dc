//! Actions and functions that the test answers.

use bytes::Bytes;
use graph_resource_testing::{EmbeddedGraph, OperationAnswer};
use http::{Response, StatusCode};
use serde_json::json;

use crate::{ask, header, json as body, outcome};

fn service() -> EmbeddedGraph {
    let graph = EmbeddedGraph::new().with_entity("/users", json!({"id": "a b", "n": 1})).with_to_one("/me", ["/users"]);
    graph.link("/me", "/users/a%20b");
    graph
        .with_action("/users/{user}/add", |call| {
            let path = format!("/users/{}", call.key("user").unwrap().replace(' ', "%20"));
            let amount = call.parameter("amount").and_then(serde_json::Value::as_i64).unwrap_or_default();
            call.graph().change(&path, |user| user["n"] = json!(user["n"].as_i64().unwrap() + amount));
        })
        .with_action("/users/{id}/sendMail", |_| {
            Response::builder().status(202).header("location", "/x").body(Bytes::from("raw")).unwrap()
        })
        .with_action("/users/{id}/fail", |_| OperationAnswer::refused(StatusCode::FORBIDDEN, "accessDenied", "No."))
        .with_function("/users/echo", |call| json!({"given": call.parameters(), "top": call.query("$top")}))
        .with_function("/users/{id}/names", |_| json!(["x", "y"]))
        .with_function("/hello", |call| json!(format!("{:?}", call.headers().get("x-who"))))
}

#[test]
fn actions() {
    let graph = service();
    assert_eq!(outcome(&ask(&graph, "POST /users/a%20b/add", "{\"amount\":4}")), "204");
    assert_eq!(outcome(&ask(&graph, "POST /me/microsoft.graph.add", "{\"amount\":2}")), "204");
    assert_eq!(outcome(&ask(&graph, "POST /users('a%20b')/add", "")), "204");
    assert_eq!(graph.entity("/users/a%20b").unwrap()["n"], 7);
    let raw = ask(&graph, "POST /users/a%20b/sendMail\nclient-request-id: mine", "");
    assert_eq!((raw.status().as_u16(), raw.body().as_ref()), (202, b"raw".as_slice()));
    assert_eq!((header(&raw, "location"), header(&raw, "client-request-id")), (Some("/x"), Some("mine")));
    let failed = ask(&graph, "POST /users/a%20b/fail", "{}");
    assert_eq!(
        (outcome(&failed).as_str(), body(&failed)["error"]["message"].as_str()),
        ("403 accessDenied", Some("No."))
    );
    for (head, text, expected) in [
        ("GET /users/a%20b/add", "", "405 methodNotAllowed"),
        ("POST /users/x/add", "{}", "404 itemNotFound"),
        ("POST /users/a%20b/add", "[]", "400 BadRequest"),
        ("POST /users/a%20b/add\ncontent-type: text/plain", "{}", "415 unsupportedMediaType"),
        ("POST /users/a%20b/Add", "{}", "404 ResourceNotFound"),
        ("POST /users/a%20b/sub", "{}", "404 ResourceNotFound"),
    ] {
        assert_eq!(outcome(&ask(&graph, head, text)), expected, "{head}");
    }
}

#[test]
fn functions() {
    let graph = service();
    let echo = |call: &str| body(&ask(&graph, &format!("GET /users/{call}"), ""));
    assert_eq!(
        echo("echo(a='x%2Fy''z',b=2019-11-01,c=-1.5,d=true,e=null,f=ns.e'm')?$top=3"),
        json!({"given": {"a": "x/y'z", "b": "2019-11-01", "c": -1.5, "d": true, "e": null, "f": "m"}, "top": "3"})
    );
    assert_eq!(echo("microsoft.graph.echo(p=@x,q=@y)?@x=%5B%22a%22%5D")["given"], json!({"p": ["a"], "q": null}));
    assert_eq!(echo("echo")["given"], json!({}));
    assert_eq!(echo("echo()")["given"], json!({}));
    assert_eq!(echo("echo(period='D7')")["given"], json!({"period": "D7"}));
    assert_eq!(body(&ask(&graph, "GET /me/names", "")), json!({"value": ["x", "y"]}));
    assert_eq!(body(&ask(&graph, "GET /hello()\nx-who: me", "")), json!({"value": "Some(\"me\")"}));
    for call in ["echo(a)", "echo(a=x)", "echo(a='x)", "echo(a=1,a=2)", "echo(a=1"] {
        assert_eq!(outcome(&ask(&graph, &format!("GET /users/{call}"), "")), "400 BadRequest", "{call}");
    }
    assert_eq!(outcome(&ask(&graph, "POST /users/echo", "{}")), "405 methodNotAllowed");
}

#[test]
fn a_token_is_asked_for_first() {
    let graph = service().with_bearer_token("t");
    assert_eq!(outcome(&ask(&graph, "GET /users/echo", "")), "401 InvalidAuthenticationToken");
}
