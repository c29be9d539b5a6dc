//! Deltas: rounds, pages, what is gone, tokens that expire.

use std::collections::BTreeMap;

use bytes::Bytes;
use graph_resource_testing::{ETags, EmbeddedGraph, Rules};
use http::{Request, Response};
use serde_json::{Value, json};

use crate::{ROOT, ask, header, json as body, outcome, send};

fn users(rules: Rules) -> EmbeddedGraph {
    let graph = EmbeddedGraph::new().with_rules("/users", rules.etags(ETags::Nowhere)).with_collection("/users");
    (1..=5).fold(graph, |graph, n| graph.with_entity("/users", json!({"id": n.to_string(), "n": n, "m": 0})))
}

fn get(graph: &EmbeddedGraph, url: &str, prefer: &str) -> Response<Bytes> {
    send(graph, Request::get(url).header("prefer", prefer).body(Bytes::new()).unwrap()).unwrap()
}

fn link<'p>(page: &'p Value, name: &str) -> Option<&'p str> {
    page.get(name).and_then(Value::as_str)
}

/// All entries of a round, and the link to the next one.
fn round(graph: &EmbeddedGraph, first: &str, prefer: &str) -> (Vec<Value>, String) {
    let (mut entries, mut url) = (Vec::new(), first.to_owned());
    loop {
        let answer = get(graph, &url, prefer);
        assert_eq!(answer.status(), 200, "{url}: {}", outcome(&answer));
        let page = body(&answer);
        entries.extend(page["value"].as_array().unwrap().iter().cloned());
        match (link(&page, "@odata.nextLink"), link(&page, "@odata.deltaLink")) {
            (Some(next), None) => next.clone_into(&mut url),
            (None, Some(delta)) => return (entries, delta.to_owned()),
            other => panic!("{other:?}"),
        }
    }
}

fn ids(entries: &[Value]) -> Vec<&str> {
    entries.iter().map(|entry| entry["id"].as_str().unwrap()).collect()
}

const FIRST: &str = "https://graph.microsoft.com/v1.0/users/delta";

#[test]
fn rounds_tell_what_changed() {
    let graph = users(Rules::new().page_size(2));
    let (entries, link) = round(&graph, FIRST, "");
    assert_eq!(ids(&entries), ["1", "2", "3", "4", "5"]);
    assert_eq!(round(&graph, &link, "").0, Vec::<Value>::new());

    graph.change("/users/2", |user| user["n"] = json!(20));
    graph.insert("/users", json!({"id": "6"}));
    graph.remove("/users/1");
    graph.remove_softly("/users/3");
    assert_eq!(outcome(&ask(&graph, "DELETE /users/4", "")), "204");
    let (entries, next) = round(&graph, &link, "");
    assert_eq!(ids(&entries), ["2", "6", "1", "3", "4"]);
    assert_eq!(entries[0], json!({"id": "2", "n": 20, "m": 0}));
    let reasons: Vec<&Value> = entries[2..].iter().map(|entry| &entry["@removed"]["reason"]).collect();
    assert_eq!(reasons, ["deleted", "changed", "deleted"]);
    assert_eq!(ids(&round(&graph, &link, "").0), ["2", "6", "1", "3", "4"], "a link can be asked again");
    assert!(round(&graph, &next, "").0.is_empty());
    assert_eq!(ids(&round(&graph, FIRST, "").0), ["5", "2", "6"], "nobody is told of those who were gone before");
    graph.insert("/users", json!({"id": "3"}));
    assert_eq!(round(&graph, &next, "").0, [json!({"id": "3"})]);
}

#[test]
fn what_changes_within_a_round_comes_again() {
    let graph = users(Rules::new());
    let page = body(&get(&graph, FIRST, "odata.maxpagesize=2"));
    graph.change("/users/1", |user| user["n"] = json!(10));
    graph.remove("/users/2");
    graph.remove("/users/5");
    let (entries, link) = round(&graph, link(&page, "@odata.nextLink").unwrap(), "odata.maxpagesize=2");
    assert_eq!(ids(&entries), ["3", "4", "1", "2", "5"]);
    assert!(round(&graph, &link, "").0.is_empty());
}

#[test]
fn options_are_in_the_token() {
    let graph = users(Rules::new().page_size(2).write_only(["m"]));
    let (entries, link) = round(&graph, &format!("{FIRST}()?$select=n&$filter=n%20gt%203"), "");
    assert_eq!(entries, [json!({"id": "4", "n": 4}), json!({"id": "5", "n": 5})]);
    assert!(!link.contains("select") && !link.contains("filter"));
    graph.change("/users/1", |user| user["n"] = json!(9));
    assert_eq!(round(&graph, &link, "").0, [json!({"id": "1", "n": 9})]);
    let (entries, latest) = round(&graph, &format!("{FIRST}?$deltatoken=latest"), "");
    assert!(entries.is_empty());
    graph.change("/users/2", |user| user["n"] = json!(9));
    assert_eq!(ids(&round(&graph, &latest, "").0), ["2"]);
    for url in [
        format!("{link}&$select=n"),
        format!("{link}0"),
        link.replace("$deltatoken", "$skiptoken"),
        format!("{FIRST}?$deltatoken=1"),
        format!("{FIRST}?$orderby=n"),
        format!("{FIRST}?$count=true"),
        format!("{FIRST}?$select=a(b)"),
        format!("{FIRST}?$filter=m%20eq%201"),
        format!("{ROOT}/users?{}", link.split_once('?').unwrap().1.replace("$deltatoken", "$skiptoken")),
    ] {
        assert_eq!(outcome(&get(&graph, &url, "")), "400 BadRequest", "{url}");
    }
    assert_eq!(outcome(&ask(&graph, "POST /users/delta", "{}")), "405 methodNotAllowed");
    assert_eq!(outcome(&ask(&graph, "GET /users/1/delta", "")), "404 ResourceNotFound");
}

#[test]
fn minimal_entries() {
    let graph = users(Rules::new());
    let (entries, link) = round(&graph, FIRST, "return=minimal");
    assert_eq!(entries[0], json!({"id": "1", "n": 1, "m": 0}), "the first round tells all");
    graph.change("/users/1", |user| user["n"] = json!(null));
    graph.change("/users/2", |user| {
        user.as_object_mut().unwrap().remove("m");
    });
    let answer = get(&graph, &link, "return=minimal");
    assert_eq!(header(&answer, "preference-applied"), Some("return=minimal"));
    assert_eq!(
        round(&graph, &link, "return=minimal").0,
        [json!({"id": "1", "n": null}), json!({"id": "2", "m": null})]
    );
    assert_eq!(
        round(&graph, &link, "").0,
        [json!({"id": "1", "n": null, "m": 0}), json!({"id": "2", "n": 2, "m": null})]
    );
}

#[test]
fn links_expire() {
    let graph = users(Rules::new().page_size(2));
    let query = "$select=n";
    let (_, delta) = round(&graph, &format!("{FIRST}?{query}"), "");
    let page = body(&get(&graph, FIRST, ""));
    let next = link(&page, "@odata.nextLink").unwrap();
    graph.expire_deltas("resyncChangesApplyDifferences");
    for (url, location) in
        [(delta.as_str(), format!("{FIRST}?{query}&$deltatoken=")), (next, format!("{FIRST}?$deltatoken="))]
    {
        let gone = get(&graph, url, "");
        assert_eq!(
            (outcome(&gone).as_str(), header(&gone, "location")),
            ("410 resyncChangesApplyDifferences", Some(&*location))
        );
    }
    let (entries, delta) = round(&graph, &format!("{FIRST}?{query}&$deltatoken="), "");
    assert_eq!(entries[0], json!({"id": "1", "n": 1}));
    graph.expire_deltas("SyncStateNotFound");
    let gone = get(&graph, &delta, "");
    assert_eq!((outcome(&gone).as_str(), header(&gone, "location")), ("400 SyncStateNotFound", None));
}

#[test]
fn changes_of_links() {
    let graph =
        users(Rules::new()).with_entity("/groups", json!({"id": "g"})).with_to_many("/groups/{id}/members", ["/users"]);
    graph.link("/groups/g/members", "/users/1");
    graph.link("/groups/g/members", "/users/2");
    let groups = format!("{ROOT}/groups/delta");
    let (entries, link) = round(&graph, &groups, "");
    assert_eq!(entries[0]["members@delta"], json!([{"id": "1"}, {"id": "2"}]));
    graph.unlink("/groups/g/members", "/users/1");
    graph.remove("/users/2");
    graph.link("/groups/g/members", "/users/3");
    let (entries, _) = round(&graph, &link, "return=minimal");
    let expected = json!([
        {"id": "1", "@removed": {"reason": "changed"}},
        {"id": "2", "@removed": {"reason": "deleted"}},
        {"id": "3"},
    ]);
    assert_eq!((entries.len(), &entries[0]["members@delta"]), (1, &expected));
    assert_eq!(round(&graph, &groups, "").0[0]["members@delta"], json!([{"id": "3"}]));
    assert!(round(&graph, &format!("{groups}?$select=id"), "").0[0].get("members@delta").is_none());
}

#[test]
fn services_that_differ() {
    let graph = users(Rules::new().deleted_facet().repeat_in_delta().page_size(2));
    let (entries, link) = round(&graph, FIRST, "");
    assert_eq!(ids(&entries), ["1", "2", "2", "3", "3", "4", "4", "5"]);
    graph.remove("/users/1");
    let (entries, _) = round(&graph, &link, "");
    assert_eq!(entries.last().unwrap(), &json!({"id": "1", "deleted": {"state": "deleted"}}));
}

/// A client that merges what it is told ends with what the service has, whatever happens in between.
#[test]
fn a_client_that_listens_knows_everything() {
    let mut state = 7_u64;
    let mut draw = move |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    for run in 0..60 {
        let rules = if run % 2 == 0 { Rules::new() } else { Rules::new().repeat_in_delta() };
        let graph = users(rules);
        let mut known: BTreeMap<String, Value> = BTreeMap::new();
        let mut url = FIRST.to_owned();
        let mut rounds = 0;
        while rounds < 6 {
            for _ in 0..draw(4) {
                let path = format!("/users/{}", draw(8));
                match draw(4) {
                    0 => drop(graph.remove(&path)),
                    1 if graph.entity(&path).is_none() => {
                        drop(graph.insert("/users", json!({"id": &path[7..], "n": draw(9)})));
                    }
                    _ if graph.entity(&path).is_some() => graph.change(&path, |user| user["n"] = json!(draw(99))),
                    _ => {}
                }
            }
            if draw(12) == 0 {
                graph.expire_deltas("resyncRequired");
            }
            let prefer =
                format!("odata.maxpagesize={}{}", 1 + draw(3), if draw(2) == 0 { ",return=minimal" } else { "" });
            let answer = get(&graph, &url, &prefer);
            if answer.status() == 410 {
                known.clear();
                url = header(&answer, "location").unwrap().to_owned();
                continue;
            }
            let page = body(&answer);
            for entry in page["value"].as_array().unwrap() {
                let id = entry["id"].as_str().unwrap().to_owned();
                if entry.get("@removed").is_some() {
                    known.remove(&id);
                } else {
                    let has = known.entry(id).or_insert_with(|| json!({}));
                    has.as_object_mut().unwrap().extend(entry.as_object().unwrap().clone());
                }
            }
            rounds += u64::from(page.get("@odata.deltaLink").is_some());
            url = link(&page, "@odata.nextLink").or(link(&page, "@odata.deltaLink")).unwrap().to_owned();
        }
        let (entries, _) = match get(&graph, &url, "").status().as_u16() {
            410 => {
                known.clear();
                round(&graph, FIRST, "")
            }
            _ => round(&graph, &url, ""),
        };
        for entry in entries {
            let id = entry["id"].as_str().unwrap().to_owned();
            if entry.get("@removed").is_some() { drop(known.remove(&id)) } else { drop(known.insert(id, entry)) }
        }
        let stored = graph.entities("/users").into_iter().map(|user| (user["id"].as_str().unwrap().to_owned(), user));
        assert_eq!(known, stored.collect::<BTreeMap<_, _>>(), "run {run}");
    }
}
