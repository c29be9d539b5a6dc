//! POST, PATCH and DELETE, and what services differ in.

use graph_resource_testing::{ComplexUpdate, ETags, EmbeddedGraph, OnReadOnly, PatchAnswer, Rules, fixtures};
use serde_json::{Value, json};

use crate::{ask, header, json as body, outcome};

fn users(rules: Rules) -> EmbeddedGraph {
    EmbeddedGraph::new()
        .with_rules("/users", rules)
        .with_entity("/users", json!({"id": "1", "city": "Oslo", "home": {"zip": "0150", "street": "Storgata"}}))
}

#[test]
fn a_patch_merges_and_is_answered_with_the_whole() {
    let graph = users(Rules::new());
    let patch =
        "{\"@odata.type\":\"microsoft.graph.user\",\"@odata.etag\":\"x\",\"city\":null,\"home\":{\"zip\":\"0151\"}}";
    let answer = ask(&graph, "PATCH /users/1", patch);
    let stored = json!({"id": "1", "city": null, "home": {"zip": "0151", "street": "Storgata"}});
    assert_eq!(graph.entity("/users/1"), Some(stored));
    assert_eq!(
        answer.body(),
        "{\"@odata.context\":\"https://graph.microsoft.com/v1.0/$metadata#users/$entity\",\
         \"@odata.etag\":\"W/\\\"JzEt000000000002Jw==\\\"\",\
         \"city\":null,\"home\":{\"street\":\"Storgata\",\"zip\":\"0151\"},\"id\":\"1\"}"
    );
    assert_eq!(header(&answer, "preference-applied"), None);
}

#[test]
fn a_whole_complex_value_ends_in_the_same_state_where_it_is_replaced() {
    let patch = "{\"home\":{\"zip\":\"0151\",\"street\":null}}";
    let states = [ComplexUpdate::Merge, ComplexUpdate::Replace].map(|update| {
        let graph = users(Rules::new().complex_update(update));
        ask(&graph, "PATCH /users/1", patch);
        graph.entity("/users/1")
    });
    assert_eq!(states[0], states[1]);

    let graph = users(Rules::new().complex_update(ComplexUpdate::Replace));
    ask(&graph, "PATCH /users/1", "{\"home\":{\"zip\":\"0151\"}}");
    assert_eq!(graph.entity("/users/1").unwrap()["home"], json!({"zip": "0151"}));
}

#[test]
fn the_answer_to_a_patch_is_the_services_choice_unless_the_client_prefers_another() {
    let patch = "{\"city\":\"Bergen\"}";
    for (choice, prefer, status, has_body, applied) in [
        (PatchAnswer::Representation, "", 200, true, None),
        (PatchAnswer::Empty, "", 200, false, None),
        (PatchAnswer::NoContent, "", 204, false, None),
        (PatchAnswer::NoContent, "return=representation", 200, true, Some("return=representation")),
        (PatchAnswer::Changed, "return=representation", 200, true, Some("return=representation")),
        (PatchAnswer::Representation, "return=minimal", 204, false, Some("return=minimal")),
    ] {
        let graph = users(Rules::new().patch_answer(choice));
        let answer = ask(&graph, &format!("PATCH /users/1\nprefer: {prefer}"), patch);
        assert_eq!(answer.status(), status, "{choice:?} {prefer}");
        assert_eq!(header(&answer, "preference-applied"), applied);
        assert_eq!(header(&answer, "etag"), graph.etag("/users/1").as_deref());
        assert_eq!(header(&answer, "content-type").is_some(), has_body);
        assert_eq!(answer.body().is_empty(), !has_body);
        if has_body {
            assert_eq!(body(&answer)["home"]["zip"], "0150");
        }
    }
    let graph = users(Rules::new().patch_answer(PatchAnswer::NoContent).etags(ETags::InBodies));
    assert_eq!(header(&ask(&graph, "PATCH /users/1", patch), "etag"), None);
}

#[test]
fn an_answer_may_hold_only_what_changed() {
    let rules = Rules::new().patch_answer(PatchAnswer::Changed).computed(["lastModifiedDateTime"]);
    let graph = users(rules.etags(ETags::Nowhere));
    let answer = ask(&graph, "PATCH /users/1", "{\"city\":null}");
    assert_eq!(
        answer.body(),
        "{\"@odata.context\":\"https://graph.microsoft.com/v1.0/$metadata#users/$entity\",\
         \"city\":null,\"id\":\"1\",\"lastModifiedDateTime\":\"2026-01-01T00:00:00Z\"}"
    );
}

#[test]
fn guarded_properties() {
    let rules = Rules::new().read_only(["mail"]).create_only(["upn"]).not_null(["city"]).computed(["changed"]);
    let graph = users(rules.clone());
    for (head, text, message) in [
        ("PATCH /users/1", json!({"mail": "a@b"}), "the property 'mail' is read-only"),
        ("PATCH /users/1", json!({"changed": "2026-01-01T00:00:00Z"}), "the property 'changed' is read-only"),
        ("PATCH /users/1", json!({"upn": "a"}), "the property 'upn' is read-only"),
        ("PATCH /users/1", json!({"home": null, "city": null}), "the property 'city' cannot be null"),
        ("PATCH /users/1", json!({"id": "2"}), "the key property 'id' cannot be changed"),
        ("POST /users", json!({"mail": "a@b"}), "the property 'mail' is read-only"),
        ("POST /users", json!({"city": null}), "the property 'city' cannot be null"),
    ] {
        let answer = ask(&graph, head, &text.to_string());
        assert_eq!(outcome(&answer), "400 BadRequest");
        assert_eq!(body(&answer)["error"]["message"], message);
    }
    assert_eq!(graph.etag("/users/1").unwrap(), "W/\"JzEt000000000001Jw==\"");
    assert_eq!(graph.entities("/users").len(), 1);

    let graph = users(rules.on_read_only(OnReadOnly::Ignore));
    assert_eq!(outcome(&ask(&graph, "PATCH /users/1", "{\"mail\":\"a@b\",\"city\":\"Moss\"}")), "200");
    let user = graph.entity("/users/1").unwrap();
    assert_eq!((&user["mail"], &user["city"]), (&Value::Null, &json!("Moss")));
    assert_eq!(user["changed"], "2026-01-01T00:00:00Z");
}

#[test]
fn a_new_entity() {
    let graph = EmbeddedGraph::new().with_collection("/users");
    let answer = ask(&graph, "POST /users", "{\"city\":\"Oslo\",\"nick\":null}");
    let id = "000000e0-0000-4000-8000-000000000001";
    assert_eq!(answer.status(), 201);
    assert_eq!(header(&answer, "location"), Some(format!("https://graph.microsoft.com/v1.0/users/{id}").as_str()));
    assert_eq!(header(&answer, "etag"), graph.etag(&format!("/users/{id}")).as_deref());
    assert_eq!(graph.entities("/users"), [json!({"id": id, "city": "Oslo", "nick": null})]);

    let answer = ask(&graph, "POST /users\nprefer: return=minimal", "{\"id\":\"$a/b\"}");
    assert_eq!((answer.status().as_u16(), answer.body().len()), (204, 0));
    assert_eq!(header(&answer, "preference-applied"), Some("return=minimal"));
    let location = "https://graph.microsoft.com/v1.0/users('%24a%2Fb')";
    assert_eq!(header(&answer, "location"), Some(location));
    assert_eq!(header(&answer, "odata-entityid"), Some(location));
    assert_eq!(outcome(&ask(&graph, "GET /users('%24a%2Fb')", "")), "200");
    assert_eq!(outcome(&ask(&graph, "POST /users", "{\"id\":\"$a/b\"}")), "409 nameAlreadyExists");
}

#[test]
fn a_key_of_another_name_and_of_another_type() {
    let graph = EmbeddedGraph::new()
        .with_rules("/versions", Rules::new().key("versionNumber"))
        .with_entity("/versions", json!({"versionNumber": 3, "state": "draft"}));
    assert_eq!(body(&ask(&graph, "GET /versions(3)?$select=state", ""))["versionNumber"], 3);
    assert_eq!(outcome(&ask(&graph, "PATCH /versions/3", "{\"versionNumber\":3}")), "200");
}

#[test]
fn what_belongs_to_an_entity() {
    let graph = EmbeddedGraph::new()
        .with_collection("/users/{id}/events")
        .with_entity("/users", json!({"id": "a@b"}))
        .with_entity("/users/a%40b/events", json!({"id": "e"}));
    let answer = ask(&graph, "GET /users/a@b/events", "");
    assert_eq!(body(&answer)["@odata.context"], "https://graph.microsoft.com/v1.0/$metadata#users('a@b')/events");
    let answer = ask(&graph, "POST /users('a@b')/events", "{\"id\":\"f\"}");
    assert_eq!(header(&answer, "location"), Some("https://graph.microsoft.com/v1.0/users/a%40b/events/f"));
    assert_eq!(graph.entities("/users/a%40b/events").len(), 2);
    assert_eq!(outcome(&ask(&graph, "GET /users/x/events", "")), "404 itemNotFound");
    assert_eq!(outcome(&ask(&graph, "DELETE /users/a@b", "")), "204");
    assert_eq!(outcome(&ask(&graph, "GET /users/a@b/events/e", "")), "404 itemNotFound");
}

#[test]
fn dictionaries_lose_the_keys_that_are_set_to_null() {
    let graph = EmbeddedGraph::new().with_rules("/tasks", Rules::new().open("assignments", [""; 0])).with_entity(
        "/tasks",
        json!({"id": "1", "assignments": {"ada": {"orderHint": "a"}, "bao": {"orderHint": "b"}}}),
    );
    let patch = json!({"assignments": {"ada": null, "cem": {"@odata.type": "#t", "orderHint": " !"}}});
    ask(&graph, "PATCH /tasks/1", &patch.to_string());
    let assignments = json!({"bao": {"orderHint": "b"}, "cem": {"@odata.type": "#t", "orderHint": " !"}});
    assert_eq!(graph.entity("/tasks/1").unwrap()["assignments"], assignments);
}

#[test]
fn a_call_record_is_updated_as_its_documentation_shows() {
    let graph = EmbeddedGraph::with_call_records();
    let patch = json!({
        "@odata.type": "#microsoft.graph.callRecords.callRecord",
        "version": 8,
        "type": "String",
        "modalities": ["String"],
        "organizer": {
            "@odata.type": "microsoft.graph.identitySet",
            "user": {"@odata.type": "microsoft.graph.identity", "displayName": "Cem", "tenantId": null},
        },
        "participants": [{"@odata.type": "microsoft.graph.identitySet"}],
        "joinWebUrl": null,
    });
    let path = format!("/communications/callRecords/{}", fixtures::GROUP_CALL);
    let answer = ask(&graph, &format!("PATCH {path}"), &patch.to_string());
    assert_eq!(answer.status(), 200);
    let record = graph.entity(&path).unwrap();
    assert_eq!(record["type"], "String");
    assert_eq!(record["startDateTime"], "2025-11-30T09:00:03.6077862+03:00");
    assert_eq!(record["lastModifiedDateTime"], "2026-01-01T00:00:00Z");
    assert_eq!(record["participants"], json!([{"@odata.type": "#microsoft.graph.identitySet"}]));
    let user = json!({
        "@odata.type": "#microsoft.graph.identity",
        "id": "0d5f4c1a-6b38-4e92-a7d0-15c8e2b94f63",
        "displayName": "Cem",
    });
    assert_eq!(record["organizer"]["user"], user);
    assert_eq!(outcome(&ask(&graph, &format!("PATCH {path}"), "{\"join_web_url\":null}")), "400 BadRequest");
}
