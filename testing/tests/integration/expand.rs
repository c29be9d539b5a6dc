//! `$expand` and `$select` along relationships.

use graph_resource_testing::{ETags, EmbeddedGraph, Rules};
use serde_json::{Value, json};

use crate::{ROOT, ask, encoded, json as body, keys, outcome};

fn directory() -> EmbeddedGraph {
    let graph = EmbeddedGraph::new()
        .with_default_rules(Rules::new().etags(ETags::Nowhere))
        .with_rules("/users/{id}/events", Rules::new().etags(ETags::Nowhere).page_size(2).write_only(["secret"]))
        .with_collection("/users/{id}/events")
        .with_collection("/users/{id}/events/{id}/files")
        .with_to_one("/users/{id}/manager", ["/users"])
        .with_to_many("/groups/{id}/members", ["/users", "/groups"]);
    let events: Vec<Value> = (1..=5).map(|n| json!({"id": format!("e{n}"), "n": n, "secret": 1})).collect();
    let graph = graph
        .with_entity(
            "/users",
            json!({"@odata.type": "#microsoft.graph.user", "id": "a", "name": "Ada", "events": events}),
        )
        .with_entity("/users", json!({"@odata.type": "#microsoft.graph.user", "id": "b", "name": "Bo"}))
        .with_entity("/users", json!({"id": "c", "name": "Cy"}))
        .with_entity("/groups", json!({"@odata.type": "#microsoft.graph.group", "id": "g"}))
        .with_entity("/groups", json!({"id": "h"}));
    for (from, to) in [
        ("/users/a/manager", "/users/b"),
        ("/users/b/manager", "/users/c"),
        ("/groups/g/members", "/users/b"),
        ("/groups/g/members", "/groups/h"),
        ("/groups/g/members", "/users/a"),
    ] {
        graph.link(from, to);
    }
    graph
}

fn get(graph: &EmbeddedGraph, target: &str) -> Value {
    let answer = ask(graph, &format!("GET {target}"), "");
    assert_eq!(answer.status(), 200, "{target}: {}", outcome(&answer));
    let mut shown = body(&answer);
    shown.as_object_mut().unwrap().remove("@odata.context");
    shown
}

#[test]
fn relationships_are_shown_where_they_are_asked_for() {
    let graph = directory();
    assert_eq!(get(&graph, "/users/c"), json!({"id": "c", "name": "Cy"}));
    assert_eq!(
        get(&graph, "/users/c?$expand=manager,events"),
        json!({"id": "c", "name": "Cy", "manager": null, "events": []})
    );
    let answer = body(&ask(&graph, "GET /users/b?$select=id&$expand=manager($select=name)", ""));
    assert_eq!(answer["@odata.context"], format!("{ROOT}/$metadata#users(id,manager(name))/$entity"));
    assert_eq!(answer["manager"], json!({"id": "c", "name": "Cy"}));
    let all = get(&graph, "/users?$expand=manager&$select=id");
    let managers: Vec<&Value> = all["value"].as_array().unwrap().iter().map(|user| &user["manager"]["id"]).collect();
    assert_eq!(managers, [&json!("b"), &json!("c"), &Value::Null]);
    assert_eq!(get(&graph, "/users/c?$expand=*"), json!({"id": "c", "name": "Cy", "manager": null, "events": []}));
}

#[test]
fn options_of_an_expansion() {
    let graph = directory();
    let nested = |options: &str| get(&graph, &format!("/users/a?$expand=events({})", encoded(options)));
    let ids = |shown: &Value| {
        shown["events"]
            .as_array()
            .unwrap()
            .iter()
            .map(|event| event["id"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(&nested("$filter=n gt 3")), ["e4", "e5"]);
    assert_eq!(ids(&nested("$orderby=n desc;$top=1")), ["e5"]);
    assert_eq!(ids(&nested("$skip=3")), ["e4", "e5"]);
    assert_eq!(ids(&nested("$filter=id eq 'a;b)' or n eq 2")), ["e2"]);
    let counted = nested("$count=true;$select=n;$expand=files");
    assert_eq!(counted["events@odata.count"], 5);
    assert_eq!(counted["events"][0], json!({"id": "e1", "n": 1, "files": []}));
    for options in ["$filter=secret eq 1", "$select=a,", "$top=x", "$filter=n eq", "$expand=nope;x", "$skiptoken=1", ""]
    {
        let answer = ask(&graph, &format!("GET /users/a?$expand=events({})", encoded(options)), "");
        assert!([400, 501].contains(&answer.status().as_u16()), "{options}");
    }
    for expand in ["name", "nope", "events,events", "events/files"] {
        assert_eq!(outcome(&ask(&graph, &format!("GET /users/a?$expand={expand}"), "")), "400 BadRequest", "{expand}");
    }
}

#[test]
fn an_expanded_collection_has_pages() {
    let graph = directory();
    let walk = |options: &str| {
        let shown = get(&graph, &format!("/users?$expand=events{options}"));
        let user = &shown["value"][0];
        let mut pages = vec![user["events"].as_array().unwrap().len()];
        let mut link = user["events@odata.nextLink"].as_str().map(str::to_owned);
        while let Some(url) = link {
            let page = get(&graph, url.strip_prefix(ROOT).unwrap());
            assert!(page["value"][0].get("secret").is_none());
            pages.push(page["value"].as_array().unwrap().len());
            link = page["@odata.nextLink"].as_str().map(str::to_owned);
        }
        pages
    };
    assert_eq!(walk(""), [2, 2, 1]);
    assert_eq!(walk("($top=3)"), [2, 1]);
    assert_eq!(walk("($top=2)"), [2]);
    assert_eq!(walk("($skip=1;$top=3)"), [2, 1]);
    assert_eq!(walk("($filter=n%20gt%201%20and%20n%20lt%205;$orderby=n%20desc)"), [2, 1]);
}

#[test]
fn levels() {
    let graph = directory();
    let name = |shown: &Value| shown["name"].as_str().map(str::to_owned);
    let two = get(&graph, "/users/a?$expand=manager($levels=2;$select=name)");
    assert_eq!((name(&two["manager"]), name(&two["manager"]["manager"])), (Some("Bo".into()), Some("Cy".into())));
    assert!(two["manager"]["manager"].get("manager").is_none());
    let most = get(&graph, "/users/a?$expand=manager($levels=max)");
    assert_eq!(most["manager"]["manager"]["manager"], Value::Null);
    assert_eq!(outcome(&ask(&graph, "GET /users/a?$expand=events($levels=2)", "")), "400 BadRequest");
}

#[test]
fn types_in_the_path_and_in_the_options() {
    let graph = directory();
    assert_eq!(keys(&graph, "GET /groups/g/members"), "b h a");
    assert_eq!(keys(&graph, "GET /groups/g/members/microsoft.graph.user"), "b a");
    assert_eq!(keys(&graph, "GET /groups/g/members/microsoft.graph.user?$top=1&$orderby=name"), "a");
    assert_eq!(ask(&graph, "GET /groups/g/members/microsoft.graph.user/$count", "").body(), "2");
    assert_eq!(outcome(&ask(&graph, "GET /users/a/microsoft.graph.user", "")), "200");
    assert_eq!(outcome(&ask(&graph, "GET /users/a/microsoft.graph.group", "")), "404 itemNotFound");
    let shown = get(&graph, "/groups/g?$expand=members/microsoft.graph.user($select=name)");
    assert_eq!(shown["members"].as_array().unwrap().len(), 2);
    let shown = get(&graph, "/groups?$expand=microsoft.graph.group/members/$ref");
    assert_eq!(shown["value"][0]["members"][0], json!({"@odata.id": format!("{ROOT}/users/b")}));
    assert!(shown["value"][1].get("members").is_none());
    let shown = get(&graph, "/groups/g/members?$select=microsoft.graph.user/name");
    assert_eq!(shown["value"][0]["name"], "Bo");
    let shown = get(&graph, "/users/c?$select=microsoft.graph.user/name");
    assert_eq!(shown, json!({"id": "c"}));
}
