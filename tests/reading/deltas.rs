//! Rounds of changes, and a copy that they keep.

use std::collections::{BTreeMap, BTreeSet};

use graph_resource::delta::{Applied, DeltaItem, DeltaLink, DeltaStore, LinkChanges, Next, ResyncHow, Round};
use graph_resource::{BaseUrl, Bytes, Client, ErrorKind, GraphResource, Partial};
use graph_resource_testing::{ETags, EmbeddedGraph, Rules};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{BASE, FOREIGN, Script, run};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
struct User {
    id: String,
    n: Option<i64>,
    m: Option<i64>,
    #[graph_resource(annotation = "friends@delta")]
    friends: Option<LinkChanges>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/versions/<number>")]
struct Version {
    number: i32,
    text: Option<String>,
}

type Copy = BTreeMap<String, UserPartial>;

fn graph(page_size: usize) -> EmbeddedGraph {
    graph_with(Rules::new().page_size(page_size))
}

fn graph_with(rules: Rules) -> EmbeddedGraph {
    EmbeddedGraph::new()
        .with_rules("/users", rules.etags(ETags::Nowhere))
        .with_collection("/users")
        .with_to_many("/users/{id}/friends", ["/users"])
}

fn answer(body: &str) -> http::Response<Bytes> {
    http::Response::new(Bytes::from(body.to_owned()))
}

#[test]
fn a_page_is_of_entries_and_removals() {
    let body = r#"{"value":[{"id":"1","n":null},{"id":"2","@removed":{"reason":"changed"}},{"@removed":{},"id":"3"},
        {"id":"4","deleted":{"state":"x"}},{"id":"5","n":1,"m":2}],"@odata.deltaLink":"https://graph.microsoft.com/v1.0/x"}"#;
    let Round::End(items, link) = User::collection().delta().parse(answer(body)).unwrap() else {
        panic!("it is the last")
    };
    let shown: Vec<String> = items
        .iter()
        .map(|item| match item {
            DeltaItem::Entry(entry) => format!("{} {:?}", User::key_in(entry).unwrap(), entry.n),
            DeltaItem::Removed { key, reason } => format!("-{key} {reason:?}"),
        })
        .collect();
    assert_eq!(shown, ["1 Null", "-2 Some(\"changed\")", "-3 None", "-4 None", "5 Value(1)"]);
    let stored = serde_json::to_string(&link).unwrap();
    assert_eq!(serde_json::from_str::<DeltaLink>(&stored).unwrap(), link);
    assert!(!format!("{link:?}").contains("graph.microsoft.com"));
    assert_eq!(Version::key_in(&Version::whole_of(7)), Some("7".to_owned()));
}

impl Version {
    fn whole_of(number: i32) -> VersionPartial {
        VersionPartial { number: Some(number), ..VersionPartial::default() }
    }
}

#[test]
fn what_is_no_page_of_changes_is_an_error() {
    for (body, path) in [
        (r#"{"value":[{"id":"1","n":"x"}],"@odata.deltaLink":"x"}"#, Some("value[0].n")),
        (r#"{"value":[{"@removed":{}}],"@odata.deltaLink":"x"}"#, Some("value[0]")),
        (r#"{"value":[]}"#, None),
        (r#"{"value":{},"@odata.deltaLink":"x"}"#, Some("value")),
        ("[]", None),
        ("<html>", None),
    ] {
        let error = User::collection().delta().parse(answer(body)).unwrap_err();
        assert_eq!((error.kind(), error.path()), (ErrorKind::Decode, path), "{body}: {error}");
    }
}

#[test]
fn no_link_of_a_round_leads_elsewhere() {
    let page = |kind: &str, link: &str| json!({"value": [], kind: link}).to_string();
    for link in FOREIGN {
        let script = Script::new([page("@odata.nextLink", link), page("@odata.deltaLink", link)]);
        let client = Client::new(&script, BaseUrl::graph()).bearer_token("secret").unwrap();
        let mut rounds = client.delta(User::collection().delta());
        run(rounds.next()).unwrap().unwrap();
        let next = run(rounds.next()).unwrap().unwrap_err();
        let Round::End(_, end) = run(client.send(User::collection().delta())).unwrap() else {
            panic!("it is the last")
        };
        let stored: DeltaLink = serde_json::from_str(&serde_json::to_string(&end).unwrap()).unwrap();
        let later = run(client.delta::<User>(stored).next()).unwrap().unwrap_err();
        for error in [next, later] {
            assert!(matches!(error.kind(), ErrorKind::ForeignOrigin | ErrorKind::Query), "{link}: {error}");
        }
        assert_eq!(script.asked().len(), 2, "{link}");
    }
    for kind in ["@odata.nextLink", "@odata.deltaLink"] {
        let error = User::collection().delta().parse(answer(&page(kind, ""))).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "an empty link is none");
    }
    let (a, b) = (format!("{BASE}/users/delta?a"), format!("{BASE}/users/delta?b"));
    let script = Script::new([&a, &b, &a].map(|link| page("@odata.nextLink", link)));
    let client = Client::new(&script, BaseUrl::graph());
    let mut rounds = client.delta(User::collection().delta());
    assert!(run(rounds.next()).unwrap().is_ok() && run(rounds.next()).unwrap().is_ok());
    assert_eq!(run(rounds.next()).unwrap().unwrap_err().kind(), ErrorKind::Decode, "a link was seen before");
    assert!(run(rounds.next()).is_none());
}

#[test]
fn the_service_says_how_to_begin_anew() {
    for (status, code, wanted) in [
        (410, "resyncRequired", Some(ResyncHow::Full)),
        (410, "resyncChangesApplyDifferences", Some(ResyncHow::ApplyDifferences)),
        (410, "resyncChangesUploadDifferences", Some(ResyncHow::UploadDifferences)),
        (404, "syncStateNotFound", Some(ResyncHow::Full)),
        (404, "itemNotFound", None),
        (500, "syncStateNotFound", None),
    ] {
        let body = json!({"error": {"code": code, "message": "m"}}).to_string();
        let answer =
            http::Response::builder().status(status).header("location", "https://a/b").body(body.into()).unwrap();
        let resync = User::collection().delta().parse(answer).unwrap_err().resync();
        assert_eq!(resync.as_ref().map(|resync| resync.how), wanted, "{status} {code}");
        assert!(resync.is_none_or(|resync| resync.location.as_deref() == Some("https://a/b")));
    }
}

#[test]
fn headers_go_with_each_page_and_preferences_with_the_link() {
    let graph = graph(1);
    for id in ["a", "b"] {
        graph.insert("/users", json!({"id": id, "n": 1}));
    }
    let client = Client::new(&graph, BaseUrl::graph());
    let first = User::collection().delta().select(User::props().n).prefer("return=minimal").header("x-a", "1");
    let mut rounds = client.delta(first);
    let mut last = None;
    while let Some(round) = run(rounds.next()) {
        if let Round::End(_, link) = round.unwrap() {
            last = Some(link);
        }
    }
    assert!(graph.requests()[0].target().ends_with("/users/delta?$select=id,n"));
    assert!(graph.requests().iter().all(|request| request.header("x-a") == Some("1")));
    let mut rounds = client.delta::<User>(last.unwrap());
    assert!(run(rounds.next()).unwrap().unwrap().items().is_empty());
    assert_eq!(graph.requests().last().unwrap().header("prefer"), Some("return=minimal"));
}

#[test]
fn what_only_the_copy_has_is_kept_where_it_is_to_be_uploaded() {
    for (code, is_kept) in [("resyncChangesUploadDifferences", true), ("resyncChangesApplyDifferences", false)] {
        let graph = graph(2);
        graph.insert("/users", json!({"id": "a", "n": 1}));
        let client = Client::new(&graph, BaseUrl::graph());
        let mut copy = Copy::new();
        let link = run(client.sync(User::collection().delta(), None, &mut copy)).unwrap();
        copy.upsert("mine", UserPartial { id: Some("mine".into()), ..UserPartial::default() });
        graph.expire_deltas(code);
        run(client.sync(User::collection().delta(), Some(link), &mut copy)).unwrap();
        assert_eq!(copy.contains_key("mine"), is_kept, "{code}");
    }
}

#[test]
fn links_of_a_resource_add_up_over_pages() {
    let page = |items: &str, link: &str| {
        answer(&format!(r#"{{"value":[{items}],"@odata.{link}":"https://graph.microsoft.com/v1.0/x"}}"#))
    };
    let (mut copy, mut applied) = (Copy::new(), Applied::changes());
    for body in [
        page(
            r##"{"id":"1","n":1,"friends@delta":[{"@odata.type":"#microsoft.graph.user","id":"a"},{"id":"b"}]}"##,
            "nextLink",
        ),
        page(
            r#"{"id":"1","friends@delta":[{"id":"c"},{"id":"a","@removed":{"reason":"changed"}}]},{"id":"2"}"#,
            "nextLink",
        ),
        page(r#"{"id":"1","friends@delta":[{"@removed":{},"id":"d"},{"id":"a","@odata.type":"x.y"}]}"#, "deltaLink"),
    ] {
        applied.apply(User::collection().delta().parse(body).unwrap(), &mut copy).unwrap();
    }
    let friends = copy["1"].friends.clone().value().unwrap();
    let (added, removed) = (friends.added, friends.removed);
    let of = |text: &str| Some(text.to_owned());
    assert_eq!(added, [("a", of("x.y")), ("b", None), ("c", None)].map(|(key, of)| (key.to_owned(), of)).into());
    assert_eq!(removed, BTreeMap::from([("d".to_owned(), None)]));
    assert!(copy["2"].friends.is_absent(), "nothing was said of them");
    // The copy goes to a disk and back.
    let stored = serde_json::to_string(&copy).unwrap();
    assert!(stored.contains(r##""friends@delta":[{"@odata.type":"#x.y","id":"a"}"##), "{stored}");
    assert_eq!(serde_json::from_str::<Copy>(&stored).unwrap(), copy);
    let asked = User::collection().delta().select_declared().query("$select", "friends").to_http(BASE).unwrap();
    assert_eq!(asked.uri().query(), Some("$select=id,n,m,friends"), "a service tells it where it is selected by name");
    // What was removed is told once, and what is linked stays.
    let friends = copy.get_mut("1").unwrap().friends.as_mut().value().unwrap();
    assert_eq!(friends.take_removed().into_keys().collect::<Vec<_>>(), ["d"]);
    assert!(friends.take_removed().is_empty() && friends.added.len() == 3);
    let later = page(r#"{"id":"1","friends@delta":[{"@removed":{},"id":"c"}]}"#, "deltaLink");
    applied.apply(User::collection().delta().parse(later).unwrap(), &mut copy).unwrap();
    let friends = copy.get_mut("1").unwrap().friends.as_mut().value().unwrap();
    assert_eq!(friends.take_removed().into_keys().collect::<Vec<_>>(), ["c"]);
    assert_eq!(friends.added.keys().collect::<Vec<_>>(), ["a", "b"]);
    let wrong = page(r#"{"id":"1","friends@delta":[{"@removed":{}}]}"#, "deltaLink");
    let error = User::collection().delta().parse(wrong).unwrap_err();
    assert_eq!(error.path(), Some("value[0]"), "{error}");
}

#[test]
fn a_full_round_begins_each_resource_anew() {
    let old = UserPartial { n: graph_resource::Field::Value(1), ..UserPartial::default() };
    let mut copy = Copy::from([("1".to_owned(), old)]);
    let body =
        r#"{"value":[{"id":"1","m":2},{"id":"1","m":3}],"@odata.deltaLink":"https://graph.microsoft.com/v1.0/x"}"#;
    let round = || User::collection().delta().parse(answer(body)).unwrap();
    let mut changed = copy.clone();
    Applied::changes().apply(round(), &mut changed).unwrap();
    assert_eq!(serde_json::to_value(&changed["1"]).unwrap(), json!({"id": "1", "n": 1, "m": 3}));
    let mut everything = Applied::everything(&mut copy);
    assert!(matches!(everything.apply(round(), &mut copy).unwrap(), Next::Done(_)));
    assert_eq!(serde_json::to_value(&copy["1"]).unwrap(), json!({"id": "1", "m": 3}));
}

/// What happens to the service, and to the copy.
#[derive(Clone, Debug)]
enum Event {
    Insert(u8, Option<i64>),
    Change(u8, Option<i64>),
    Remove(u8),
    RemoveSoftly(u8),
    Link(u8, u8),
    Unlink(u8, u8),
    Expire(&'static str),
    Sync,
    /// The round is applied up to a page, and asked for again later: its link is not stored.
    Interrupted,
}

fn event() -> impl Strategy<Value = Event> {
    let id = || 0..6_u8;
    let value = || prop::option::of(0..9_i64);
    prop_oneof![
        3 => (id(), value()).prop_map(|(id, n)| Event::Insert(id, n)),
        3 => (id(), value()).prop_map(|(id, n)| Event::Change(id, n)),
        2 => id().prop_map(Event::Remove),
        1 => id().prop_map(Event::RemoveSoftly),
        3 => (id(), id()).prop_map(|(id, friend)| Event::Link(id, friend)),
        2 => (id(), id()).prop_map(|(id, friend)| Event::Unlink(id, friend)),
        1 => prop::sample::select(vec!["resyncRequired", "resyncChangesApplyDifferences", "syncStateNotFound"])
            .prop_map(Event::Expire),
        3 => Just(Event::Sync),
        1 => Just(Event::Interrupted),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Any sequence of changes, paged, replayed and expired in any way, ends in the service's state.
    #[test]
    fn the_copy_ends_in_the_state_of_the_service(
        events in prop::collection::vec(event(), 0..30),
        page_size in 1..4_usize,
        (is_minimal, repeats, has_facet) in any::<(bool, bool, bool)>(),
    ) {
        let mut rules = Rules::new().page_size(page_size);
        if repeats {
            rules = rules.repeat_in_delta();
        }
        if has_facet {
            rules = rules.deleted_facet();
        }
        let graph = graph_with(rules);
        let client = Client::new(&graph, BaseUrl::graph());
        let first = || {
            let first = User::collection().delta();
            if is_minimal { first.prefer("return=minimal") } else { first }
        };
        let (mut copy, mut link) = (Copy::new(), None);
        for event in events.into_iter().chain([Event::Sync]) {
            let path = |id: u8| format!("/users/{id}");
            match event {
                Event::Insert(id, n) if graph.entity(&path(id)).is_none() => {
                    graph.insert("/users", json!({"id": id.to_string(), "n": n, "m": 1}));
                }
                Event::Change(id, n) if graph.entity(&path(id)).is_some() => {
                    graph.change(&path(id), |user| user["n"] = json!(n));
                }
                Event::Remove(id) => drop(graph.remove(&path(id))),
                Event::RemoveSoftly(id) => drop(graph.remove_softly(&path(id))),
                Event::Link(id, friend) if graph.entity(&path(id)).and(graph.entity(&path(friend))).is_some() => {
                    graph.link(&format!("/users/{id}/friends"), &path(friend));
                }
                Event::Unlink(id, friend) => drop(graph.unlink(&format!("/users/{id}/friends"), &path(friend))),
                Event::Expire(code) => graph.expire_deltas(code),
                Event::Sync => link = Some(run(client.sync(first(), link, &mut copy)).unwrap()),
                Event::Interrupted => {
                    if let Some(link) = link.clone() {
                        let mut rounds = client.delta::<User>(link);
                        if let Some(Ok(round)) = run(rounds.next()) {
                            Applied::changes().apply(round, &mut copy).unwrap();
                        }
                    }
                }
                Event::Insert(..) | Event::Change(..) | Event::Link(..) => {}
            }
        }
        let theirs: BTreeMap<String, Value> = graph
            .entities("/users")
            .into_iter()
            .map(|user| {
                let id = user["id"].as_str().unwrap().to_owned();
                let friends: BTreeSet<String> = graph.links(&format!("/users/{id}/friends")).into_iter().collect();
                (id, json!({"n": user["n"], "m": user["m"], "friends": friends}))
            })
            .collect();
        let ours: BTreeMap<String, Value> = copy
            .iter()
            .map(|(key, user)| {
                let friends = user.friends.as_ref().value().map(|friends| &friends.added).into_iter().flatten();
                let friends: BTreeSet<String> = friends.map(|(id, _)| format!("/users/{id}")).collect();
                let said = serde_json::to_value(user).unwrap();
                (key.clone(), json!({"n": said["n"], "m": said["m"], "friends": friends}))
            })
            .collect();
        prop_assert_eq!(ours, theirs);
        prop_assert!(copy.values().all(|user| !user.is_empty()));
    }
}

#[test]
fn a_full_round_sweeps_what_it_did_not_tell() {
    let mut copy = Copy::from([("gone".to_owned(), UserPartial::default()), ("a".to_owned(), UserPartial::default())]);
    copy.begin_full();
    copy.end_full(&BTreeSet::from(["a".to_owned()]));
    assert_eq!(copy.keys().collect::<Vec<_>>(), ["a"]);
}
