//! Entities that are made together with those that belong to them.

use graph_resource_testing::{EmbeddedGraph, Rules};
use serde_json::json;

use crate::{ask, json as body, keys, outcome};

fn calendars() -> EmbeddedGraph {
    EmbeddedGraph::new()
        .with_rules("/calendars/{id}/events", Rules::new().read_only(["made"]))
        .with_collection("/calendars")
        .with_collection("/calendars/{id}/events")
        .with_collection("/calendars/{id}/events/{id}/files")
        .with_entity("/users", json!({"id": "a"}))
        .with_to_many("/calendars/{id}/owners", ["/users"])
}

#[test]
fn everything_gets_a_key_and_is_shown() {
    let graph = calendars();
    let text = json!({
        "name": "Work",
        "events": [{"subject": "Audit", "files": [{"name": "a.txt"}, {"id": "f", "name": "b.txt"}]}, {"id": "e"}],
        "owners": [{"id": "b", "name": "Bo"}],
    });
    let answer = ask(&graph, "POST /calendars", &text.to_string());
    assert_eq!(outcome(&answer), "201");
    let made = body(&answer);
    let (calendar, event) = (made["id"].as_str().unwrap(), made["events"][0]["id"].as_str().unwrap());
    assert!(calendar.len() == 36 && event.len() == 36 && calendar != event);
    assert_eq!(
        made["events"][0]["files"][1],
        json!({"@odata.etag": made["events"][0]["files"][1]["@odata.etag"], "id": "f", "name": "b.txt"})
    );
    assert_eq!(graph.entity(&format!("/calendars/{calendar}")).unwrap(), json!({"id": calendar, "name": "Work"}));
    assert_eq!(keys(&graph, &format!("GET /calendars/{calendar}/events")), format!("{event} e"));
    assert_eq!(graph.entities(&format!("/calendars/{calendar}/events/{event}/files")).len(), 2);
    assert_eq!(graph.links(&format!("/calendars/{calendar}/owners")), ["/users/b"]);
    assert_eq!(graph.entity("/users/b").unwrap()["name"], "Bo");
}

#[test]
fn all_or_nothing() {
    let graph = calendars();
    for (text, expected) in [
        (json!({"events": [{"id": "e"}, {"id": "e"}]}), "409 nameAlreadyExists"),
        (json!({"owners": [{"id": "n"}, {"id": "a"}]}), "409 nameAlreadyExists"),
        (json!({"events": [{"made": "x"}]}), "400 BadRequest"),
        (json!({"events": {"id": "e"}}), "400 BadRequest"),
        (json!({"events": [1]}), "400 BadRequest"),
        (json!({"events": null}), "400 BadRequest"),
    ] {
        assert_eq!(outcome(&ask(&graph, "POST /calendars", &text.to_string())), expected, "{text}");
        assert!(graph.entities("/calendars").is_empty());
        assert_eq!(graph.entities("/users"), [json!({"id": "a"})]);
    }
}

#[test]
fn entities_in_a_patch_where_the_service_takes_them() {
    const NAME: &str = "singleValueExtendedProperties";
    let graph = EmbeddedGraph::new()
        .with_rules("/messages", Rules::new().inline([NAME]))
        .with_collection(&format!("/messages/{{id}}/{NAME}"))
        .with_entity(
            "/messages",
            json!({"id": "1", "subject": "a", NAME: [{"id": "String {x} Name Color", "value": "red"}]}),
        );
    let patch = |items: serde_json::Value| {
        outcome(&ask(&graph, "PATCH /messages/1", &json!({"subject": "b", NAME: items}).to_string()))
    };
    let stored = || graph.entities(&format!("/messages/1/{NAME}"));
    let (blue, size) =
        (json!({"id": "String {x} Name Color", "value": "blue"}), json!({"id": "Integer {x} Name Size", "value": "7"}));
    for refused in [json!({}), json!([1]), json!([size, size.clone()]), json!([blue, 1])] {
        assert_eq!(patch(refused.clone()), "400 BadRequest", "{refused}");
    }
    assert_eq!(graph.entity("/messages/1").unwrap(), json!({"id": "1", "subject": "a"}));
    assert_eq!(patch(json!([blue, size])), "200");
    assert_eq!(stored(), [blue, size]);
    let shown = body(&ask(&graph, &format!("GET /messages/1?$expand={NAME}($filter=value%20eq%20'7')"), ""));
    assert_eq!((shown["subject"].as_str(), shown[NAME].as_array().unwrap().len()), (Some("b"), 1));
}

#[test]
fn a_seed_may_bind() {
    let graph = calendars().with_entity(
        "/calendars",
        json!({"id": "c", "owners@odata.bind": ["https://graph.microsoft.com/v1.0/users/a"]}),
    );
    assert_eq!(graph.links("/calendars/c/owners"), ["/users/a"]);
}
