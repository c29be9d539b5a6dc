//! `$filter`, from the text of the URL.

use graph_resource_testing::{EmbeddedGraph, Rules};
use serde_json::json;

use crate::{ask, encoded, json as body, keys, outcome};

fn records() -> EmbeddedGraph {
    EmbeddedGraph::new()
        .with_collection("/users/{id}/events")
        .with_to_one("/users/{id}/manager", ["/users"])
        .with_rules("/users", Rules::new().write_only(["secret"]))
        .with_entity(
            "/users",
            json!({
                "@odata.type": "#microsoft.graph.user", "id": "a", "name": "O'Neil", "age": 41, "on": true,
                "born": "1985-02-03", "seen": "2026-01-01T10:00:00+02:00", "sku": "184EFA21-98c3-4e5d-95ab-d07053a96e67",
                "price": "INF", "took": "PT1H", "at": "09:25:00", "tags": ["x", "y"], "flags": "red,blue",
                "city": {"name": "Oslo", "zip": null}, "phones": [{"kind": "home", "n": 1}, {"kind": "work", "n": 2}],
                "rooms": [], "secret": "s",
                "events": [{"id": "e1", "subject": "Lunch"}, {"id": "e2", "subject": "Audit"}],
            }),
        )
        .with_entity(
            "/users",
            json!({
                "@odata.type": "#microsoft.graph.guest", "id": "b", "name": "ada", "age": 9_007_199_254_740_993_i64,
                "on": false, "born": "1990-12-31", "seen": "2026-01-01T08:00:00.0000001Z", "price": 1.5, "took": "PT90M",
                "at": "10:00", "tags": ["y"], "flags": "green", "city": {"name": "Bergen", "zip": "5003"},
                "phones": [{"kind": "work", "n": 3}], "rooms": [1], "mood": "sad",
            }),
        )
        .with_entity("/users", json!({"id": "c", "name": null}))
}

fn found(graph: &EmbeddedGraph, filter: &str) -> String {
    keys(graph, &format!("GET /users?$filter={}", encoded(filter)))
}

#[test]
fn every_operator() {
    let graph = records();
    graph.link("/users/b/manager", "/users/a");
    for (filter, expected) in [
        ("name eq 'O''Neil'", "a"),
        ("name ne 'O''Neil'", "b c"),
        ("name eq null", "c"),
        ("name ne null", "a b"),
        ("nothing eq null", "a b c"),
        ("age gt 41", "b"),
        ("age ge 41", "a b"),
        ("age lt 1e3", "a"),
        ("age le 41.0", "a"),
        ("age eq 9007199254740993", "b"),
        ("age eq 9007199254740992", ""),
        ("on", "a"),
        ("not on", "b"),
        ("on eq false", "b"),
        ("on ne true", "b c"),
        ("price eq INF", "a"),
        ("price lt INF", "b"),
        ("born lt 1990-01-01", "a"),
        ("seen eq 2026-01-01T08:00:00Z", "a"),
        ("seen gt 2026-01-01T08:00:00Z", "b"),
        ("seen ge 2026-01-01T09:00:00+01:00", "a b"),
        ("sku eq 184efa21-98c3-4e5d-95ab-d07053a96e67", "a"),
        ("took gt duration'PT60M'", "b"),
        ("at lt 09:30:00", "a"),
        ("flags has 'blue'", "a"),
        ("flags has ns.color'blue,red'", "a"),
        ("flags eq ns.color'blue,red'", "a"),
        ("mood eq 'sad'", "b"),
        ("mood eq ns.mood'sad'", "b"),
        ("id in ('a','c','x')", "a c"),
        ("not (id in ('a'))", "b c"),
        ("startswith(name,'O''')", "a"),
        ("endswith(name,'a')", "b"),
        ("contains(name,'d')", "b"),
        ("not contains(name,'d')", "a"),
        ("tolower(name) eq 'o''neil'", "a"),
        ("length(name) eq 3", "b"),
        ("indexof(name,'N') eq 2", "a"),
        ("concat(id,name) eq 'bada'", "b"),
        ("city/name eq 'Oslo'", "a"),
        ("city/zip eq null", "a c"),
        ("tags/any(t:t eq 'x')", "a"),
        ("tags/any(t:startswith(t,'y'))", "a b"),
        ("tags/all(t:t eq 'y')", "b c"),
        ("phones/any(p:p/kind eq 'work' and p/n gt 2)", "b"),
        ("phones/all(p:p/kind eq 'work')", "b c"),
        ("phones/any(p:p/kind eq name or p/n eq 1)", "a"),
        ("rooms/any()", "b"),
        ("not rooms/any()", "a c"),
        ("tags/$count ge 2", "a"),
        ("manager/name eq 'O''Neil'", "b"),
        ("manager eq null", "a c"),
        ("manager/manager/name eq null", "a b c"),
        ("events/any(e:e/subject eq 'Audit')", "a"),
        ("events/$count eq 0", "b c"),
        ("microsoft.graph.guest/name eq 'ada'", "b"),
        ("on or age gt 1 and name eq 'x'", "a"),
        ("(on or age gt 1) and name eq 'ada'", "b"),
        ("name eq 'ada' or name eq 'O''Neil' and on eq false", "b"),
        ("seen gt 2026-01-01T07:00:00Z and (price eq 1.50 or price eq INF)", "a b"),
    ] {
        assert_eq!(found(&graph, filter), expected, "{filter}");
    }
}

#[test]
fn what_a_service_refuses() {
    let graph = records();
    for filter in [
        "name eq",
        "name eq 'x",
        "age eq '41'",
        "name gt 5",
        "on eq 'true'",
        "seen gt 2026-13-01T00:00:00Z",
        "born eq 09:25:00",
        "name eq 184efa21-98c3-4e5d-95ab-d07053a96e67",
        "seen eq 5",
        "tags eq 'x'",
        "tags/name eq 'x'",
        "name/x eq 1",
        "city eq 'Oslo'",
        "name",
        "contains(age,'4')",
        "name/any(n:n eq 'x')",
        "secret eq 's'",
        "flags gt ns.color'red'",
        "startswith(name)",
        "soundex(name) eq 'x'",
        "name eq 'a' and",
        "age add 1 eq 42",
    ] {
        let answer = ask(&graph, &format!("GET /users?$filter={}", encoded(filter)), "");
        assert_eq!(outcome(&answer), "400 BadRequest", "{filter}");
        assert!(body(&answer)["error"]["message"].as_str().unwrap().len() > 10);
    }
    let answer = ask(&graph, "GET /users?$filter=name%20eq%20'O'Neil'", "");
    let message = "invalid '$filter': syntax error at position 15: the quotation mark is not closed";
    assert_eq!(body(&answer)["error"]["message"], message);
}

#[test]
fn a_literal_cannot_leave_its_quotes() {
    let graph = records();
    assert_eq!(found(&graph, "name eq 'x'' or ''a'' eq ''a'"), "");
    assert_eq!(found(&graph, "name eq 'x' or 'a' eq 'a'"), "a b c");
    // Split before decoding: an encoded `&` or `=` belongs to the text.
    assert_eq!(found(&graph, "name eq 'a&$top=1'"), "");
}

#[test]
fn a_filter_counts_and_pages_what_it_leaves() {
    let graph = records();
    let page = body(&ask(&graph, "GET /users?$filter=name%20ne%20null&$top=1&$count=true", ""));
    assert_eq!((page["@odata.count"].as_u64(), page["value"][0]["id"].as_str()), (Some(2), Some("a")));
    let link = page["@odata.nextLink"].as_str().unwrap().replace("https://graph.microsoft.com/v1.0", "GET ");
    assert_eq!(keys(&graph, &link), "b");
    assert_eq!(ask(&graph, "GET /users/$count?$filter=name%20ne%20null", "").body(), "2");
    assert_eq!(keys(&graph, "GET /users/a/events?$filter=subject%20eq%20'Lunch'"), "e1");
}

#[test]
fn directory_objects_ask_for_more() {
    let graph = records().with_rules("/users", Rules::new().advanced_queries());
    let eventual = "\nConsistencyLevel: eventual";
    for query in
        ["$filter=name%20ne%20'x'", "$filter=endswith(name,'a')", "$filter=not%20on", "$filter=on&$orderby=name"]
    {
        assert_eq!(keys(&graph, &format!("GET /users?{query}")), "400 Request_UnsupportedQuery", "{query}");
        assert_eq!(keys(&graph, &format!("GET /users?{query}{eventual}")), "400 Request_UnsupportedQuery", "{query}");
        assert_eq!(keys(&graph, &format!("GET /users?{query}&$count=true")), "400 Request_UnsupportedQuery", "{query}");
        assert!(!keys(&graph, &format!("GET /users?{query}&$count=true{eventual}")).contains("400"), "{query}");
    }
    assert_eq!(keys(&graph, "GET /users?$filter=on"), "a");
    assert_eq!(outcome(&ask(&graph, "GET /users/$count", "")), "400 Request_UnsupportedQuery");
    assert_eq!(ask(&graph, &format!("GET /users/$count{eventual}"), "").body(), "3");
}
