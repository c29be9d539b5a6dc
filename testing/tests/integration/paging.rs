//! Collections, page by page.

use bytes::Bytes;
use graph_resource_testing::{ETags, EmbeddedGraph, Rules};
use http::Request;
use serde_json::{Value, json};

use crate::{ROOT, ask, header, json as body, outcome, send};

fn users(rules: Rules) -> EmbeddedGraph {
    let graph = EmbeddedGraph::new().with_rules("/users", rules.etags(ETags::Nowhere)).with_collection("/users");
    ["e", "d", "c", "b", "a"]
        .into_iter()
        .fold(graph, |graph, id| graph.with_entity("/users", json!({"id": id, "n": 1})))
}

fn pages(graph: &EmbeddedGraph, first: &str, prefer: &str) -> Vec<Vec<String>> {
    let mut pages = Vec::new();
    let mut link = Some(format!("{ROOT}{first}"));
    while let Some(url) = link {
        let request = Request::get(url).header("prefer", prefer).body(Bytes::new()).unwrap();
        let page = body(&send(graph, request).unwrap());
        let ids = page["value"].as_array().unwrap().iter().map(|user| user["id"].as_str().unwrap().to_owned());
        pages.push(ids.collect());
        link = page["@odata.nextLink"].as_str().map(str::to_owned);
    }
    pages
}

#[test]
fn a_page_to_the_byte() {
    let graph = users(Rules::new());
    let answer = ask(&graph, "GET /users?$count=true&$top=2&$select=id&$skip=1", "");
    let token = "a41edc19fe9530dcac8df66e5b1065a49dc7fc886d221098";
    assert_eq!(
        answer.body(),
        &format!(
            "{{\"@odata.context\":\"https://graph.microsoft.com/v1.0/$metadata#users(id)\",\"@odata.count\":5,\
             \"@odata.nextLink\":\"{ROOT}/users?$count=true&$top=2&$select=id&$skiptoken={token}\",\
             \"value\":[{{\"id\":\"d\"}},{{\"id\":\"c\"}}]}}"
        )
    );
}

#[test]
fn a_token_is_good_for_its_own_request_alone() {
    let graph = users(Rules::new());
    let link =
        body(&ask(&graph, "GET /users?$top=2&$filter=n%20eq%201", ""))["@odata.nextLink"].as_str().unwrap().to_owned();
    let of = |url: &str| {
        let request = Request::get(url).body(Bytes::new()).unwrap();
        outcome(&send(&graph, request).unwrap())
    };
    assert_eq!(of(&link), "200");
    for changed in [
        link.replace("$top=2", "$top=3"),
        link.replace("eq%201", "eq%202"),
        link.replace("/users?", "/groups?"),
        format!("{link}&$count=true"),
        format!("{link}&$skip=1"),
        format!("{link}0"),
        link[..link.len() - 1].to_owned(),
        link.replace("$skiptoken=", "$skiptoken=X%27"),
    ] {
        assert_eq!(
            of(&changed).split(' ').next(),
            Some(if changed.contains("/groups") { "404" } else { "400" }),
            "{changed}"
        );
    }
}

#[test]
fn links_lead_through_the_whole_collection() {
    let graph = users(Rules::new());
    assert_eq!(pages(&graph, "/users", ""), [["e", "d", "c", "b", "a"]]);
    assert_eq!(pages(&graph, "/users?$top=2", ""), [vec!["e", "d"], vec!["c", "b"], vec!["a"]]);
    assert_eq!(pages(&graph, "/users?$top=5", ""), [["e", "d", "c", "b", "a"]]);
    assert_eq!(pages(&graph, "/users?$top=2&$skip=3", ""), [["b", "a"]]);
    assert_eq!(pages(&graph, "/users", "odata.maxpagesize=3"), [vec!["e", "d", "c"], vec!["b", "a"]]);
    assert_eq!(pages(&graph, "/users?$top=0", ""), [[""; 0]]);
    assert_eq!(pages(&graph, "/users?$skip=9", ""), [[""; 0]]);
    let graph = users(Rules::new().page_size(4));
    assert_eq!(pages(&graph, "/users?$top=9", ""), [vec!["e", "d", "c", "b"], vec!["a"]]);
}

#[test]
fn a_page_size_that_was_honoured_is_confirmed() {
    let graph = users(Rules::new().page_size(4));
    let applied = |size| {
        let answer = ask(&graph, &format!("GET /users\nprefer: odata.maxpagesize={size}"), "");
        header(&answer, "preference-applied").map(str::to_owned)
    };
    assert_eq!(applied(3).as_deref(), Some("odata.maxpagesize=3"));
    assert_eq!(applied(9), None);
}

#[test]
fn an_empty_collection() {
    let graph = EmbeddedGraph::new().with_collection("/groups");
    let answer = body(&ask(&graph, "GET /groups", ""));
    assert_eq!(answer["value"], Value::Array(Vec::new()));
    assert_eq!(header(&ask(&graph, "GET /groups", ""), "etag"), None);
}
