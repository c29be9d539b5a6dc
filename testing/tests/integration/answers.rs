//! Whole answers, to the byte.

use graph_resource_testing::{ETags, EmbeddedGraph, Rules};
use serde_json::json;

use crate::{ask, header, json as body, outcome};

fn users() -> EmbeddedGraph {
    EmbeddedGraph::new().with_entity("/users", json!({"id": "1", "city": "Oslo", "skills": ["a"]}))
}

#[test]
fn an_entity() {
    let graph = users();
    ask(&graph, "GET /users/1\nclient-request-id: mine", "");
    let expected = "\
GET /v1.0/users/1 HTTP/1.1
client-request-id: mine
host: graph.microsoft.com

HTTP/1.1 200 OK
date: Thu, 01 Jan 2026 00:00:00 GMT
request-id: 000000f0-0000-4000-8000-000000000001
odata-version: 4.0
content-type: application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8
client-request-id: mine
etag: W/\"JzEt000000000001Jw==\"

{\"@odata.context\":\"https://graph.microsoft.com/v1.0/$metadata#users/$entity\",\
\"@odata.etag\":\"W/\\\"JzEt000000000001Jw==\\\"\",\"city\":\"Oslo\",\"id\":\"1\",\"skills\":[\"a\"]}
";
    assert_eq!(graph.exchanges()[0].to_string(), expected);
}

#[test]
fn an_error() {
    let graph = users();
    let answer = ask(&graph, "GET /users/2\nclient-request-id: mine", "");
    assert_eq!(answer.status(), 404);
    assert_eq!(
        answer.body(),
        "{\"error\":{\"code\":\"itemNotFound\",\"innerError\":{\"client-request-id\":\"mine\",\
         \"date\":\"2026-01-01T00:00:00\",\"request-id\":\"000000f0-0000-4000-8000-000000000001\"},\
         \"message\":\"there is no item with the key '2'\"}}"
    );
    assert_eq!(header(&answer, "client-request-id"), Some("mine"));
    assert_eq!(header(&answer, "odata-version"), Some("4.0"));
    // The next one, without an id of the client's.
    let answer = ask(&graph, "GET /users/2", "");
    assert_eq!(header(&answer, "date"), Some("Thu, 01 Jan 2026 00:00:01 GMT"));
    assert_eq!(header(&answer, "client-request-id"), None);
    let id = "000000f0-0000-4000-8000-000000000002";
    assert_eq!(body(&answer)["error"]["innerError"]["client-request-id"], id);
}

#[test]
fn every_kind_of_refusal() {
    let graph = users().with_singleton("/me/mailboxSettings", json!({"timeZone": "UTC"}));
    for (head, text, expected) in [
        ("GET /groups", "", "404 ResourceNotFound"),
        ("GET /users/1/photo", "", "404 ResourceNotFound"),
        ("PATCH /users/2", "{}", "404 itemNotFound"),
        ("DELETE /users/2", "", "404 itemNotFound"),
        ("PUT /users/1", "{}", "405 methodNotAllowed"),
        ("PATCH /users", "{}", "405 methodNotAllowed"),
        ("DELETE /me/mailboxSettings", "", "405 methodNotAllowed"),
        ("GET /users//1", "", "400 BadRequest"),
        ("GET /users/%2e%2e", "", "400 BadRequest"),
        ("GET /users?$top=x", "", "400 BadRequest"),
        ("GET /users?$apply=aggregate(n%20with%20sum%20as%20n)", "", "501 NotImplemented"),
        ("GET /users?filter=city%20eq%20'Oslo'", "", "400 BadRequest"),
        ("GET /users?$filter=city%20eq", "", "400 BadRequest"),
        ("GET /users?$skiptoken=3", "", "400 BadRequest"),
        ("GET /users/1?$top=1", "", "400 BadRequest"),
        ("GET /users/1/$count", "", "404 ResourceNotFound"),
        ("PATCH /users/1", "{\"a\":", "400 BadRequest"),
        ("PATCH /users/1", "[]", "400 BadRequest"),
        ("PATCH /users/1\ncontent-type: application/json", "", "400 BadRequest"),
        ("PATCH /users/1\ncontent-type: application/merge-patch+json", "{}", "415 unsupportedMediaType"),
        ("POST /users\ncontent-type: text/plain", "{}", "415 unsupportedMediaType"),
        ("POST /users", "{\"id\":\"1\"}", "409 nameAlreadyExists"),
        ("POST /users", "{\"id\":[]}", "400 BadRequest"),
    ] {
        assert_eq!(outcome(&ask(&graph, head, text)), expected, "{head}");
    }
    assert_eq!(header(&ask(&graph, "PUT /users/1", ""), "allow"), Some("GET, PATCH, DELETE"));
    assert_eq!(graph.entities("/users"), [json!({"id": "1", "city": "Oslo", "skills": ["a"]})]);
}

#[test]
fn a_token_can_be_required() {
    let graph = users().with_bearer_token("t0ken");
    let answer = ask(&graph, "GET /users/1", "");
    assert_eq!(outcome(&answer), "401 InvalidAuthenticationToken");
    assert_eq!(header(&answer, "www-authenticate"), Some("Bearer realm=\"\", error=\"invalid_token\""));
    assert_eq!(
        outcome(&ask(&graph, "GET /users/1\nauthorization: Bearer other", "")),
        "401 InvalidAuthenticationToken"
    );
    assert_eq!(outcome(&ask(&graph, "GET /users/1\nauthorization: Bearer t0ken", "")), "200");
    assert!(!format!("{:?}", graph.requests()).contains("t0ken"));
}

#[test]
fn keys_are_decoded_once_and_both_forms_are_read() {
    let graph = EmbeddedGraph::new();
    let graph = ["a/b", "a%2Fb", "O'Neil", "$x", "å b+c"]
        .into_iter()
        .fold(graph, |graph, id| graph.with_entity("/users", json!({"id": id})));
    for (path, id) in [
        ("/users/a%2Fb", "a/b"),
        ("/users/a%252Fb", "a%2Fb"),
        ("/users/O'Neil", "O'Neil"),
        ("/users/O%27Neil", "O'Neil"),
        ("/users('O''Neil')", "O'Neil"),
        ("/users(id='O%27%27Neil')", "O'Neil"),
        ("/users('$x')", "$x"),
        ("/users('%24x')", "$x"),
        ("/users/%C3%A5%20b+c", "å b+c"),
    ] {
        assert_eq!(body(&ask(&graph, &format!("GET {path}"), ""))["id"], id, "{path}");
    }
    assert_eq!(outcome(&ask(&graph, "GET /users/%24x", "")), "404 ResourceNotFound");
}

#[test]
fn both_versions_show_the_same_and_name_themselves() {
    let graph = users();
    let request = http::Request::get("http://localhost:8080/beta/users/1").body(bytes::Bytes::new()).unwrap();
    let answer = graph.respond(&request).unwrap();
    assert_eq!(body(&answer)["@odata.context"], "http://localhost:8080/beta/$metadata#users/$entity");
    let request = http::Request::get("http://localhost:8080/v2.0/users/1").body(bytes::Bytes::new()).unwrap();
    assert_eq!(outcome(&graph.respond(&request).unwrap()), "400 BadRequest");
}

#[test]
fn a_singleton() {
    let graph = EmbeddedGraph::new()
        .with_rules("/me/mailboxSettings", Rules::new().etags(ETags::Nowhere))
        .with_singleton("/me/mailboxSettings", json!({"timeZone": "UTC", "language": {"locale": "nb-NO"}}));
    let answer = ask(&graph, "PATCH /me/mailboxSettings", "{\"timeZone\":null}");
    assert_eq!(
        answer.body(),
        "{\"@odata.context\":\"https://graph.microsoft.com/v1.0/$metadata#me/mailboxSettings\",\
         \"language\":{\"locale\":\"nb-NO\"},\"timeZone\":null}"
    );
    assert_eq!(header(&answer, "etag"), None);
}

#[test]
fn selection_and_hidden_properties() {
    let rules = Rules::new().write_only(["password"]).closed("", ["city", "password", "home"]).etags(ETags::Nowhere);
    let user = json!({"id": "1", "city": "Oslo", "password": "p", "home": {"zip": "0150", "street": null}});
    let graph = EmbeddedGraph::new().with_rules("/users", rules).with_entity("/users", user.clone());
    let answer = ask(&graph, "GET /users/1?$select=home/zip", "");
    let context = "https://graph.microsoft.com/v1.0/$metadata#users(home/zip)/$entity";
    assert_eq!(body(&answer), json!({"@odata.context": context, "id": "1", "home": {"zip": "0150"}}));
    assert_eq!(body(&ask(&graph, "GET /users/1?$select=password", "")).get("password"), None);
    assert_eq!(outcome(&ask(&graph, "GET /users/1?$select=City", "")), "400 BadRequest");
    assert_eq!(graph.entity("/users/1"), Some(user));
}
