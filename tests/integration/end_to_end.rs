//! The whole way: derives, requests, client, and a service that knows nothing of them. In memory, and on a socket.

use graph_resource::{BaseUrl, Client, ErrorKind, GraphComplex, GraphResource};
use graph_resource_testing::{ComplexUpdate, ETags, EmbeddedGraph, PatchAnswer, Rules, fixtures};
use graph_resource_tests::call_record::*;
use graph_resource_tests::unions::{
    Call, CallPatch, EndpointPatch, ParticipantEndpoint, ParticipantEndpointPatch, PlainEndpointPatch,
};
use serde_json::{Value, json};

const PATH: &str = "/communications/callRecords/81ba513a-513a-81ba-3a51-ba813a51ba81";
const COLLECTION: &str = "/communications/callRecords";

fn client(graph: &EmbeddedGraph) -> Client<EmbeddedGraph> {
    let base = BaseUrl::loopback("http://localhost/v1.0").unwrap();
    Client::new(graph.clone(), base).bearer_token("a-token").unwrap()
}

fn at() -> graph_resource::resource::At<CallRecord> {
    CallRecord::at(fixtures::GROUP_CALL)
}

#[tokio::test]
async fn a_changed_record_is_saved_and_nothing_else_is_sent() {
    let graph = EmbeddedGraph::with_call_records().with_bearer_token("a-token");
    let client = client(&graph);
    let mut record = client.send(at().get()).await.unwrap().track();
    let etag = record.etag().unwrap().clone();
    graph.clear_requests();

    record.version += 1;
    record.join_web_url = None;
    record.save(&client).await.unwrap();

    let [request] = &graph.requests()[..] else { panic!("one request") };
    assert_eq!(request.method(), "PATCH");
    assert_eq!(request.target(), format!("/v1.0{PATH}"));
    assert_eq!(request.header("if-match"), Some(etag.as_str()));
    let body = r##"{"@odata.type":"#microsoft.graph.callRecords.callRecord","version":8,"joinWebUrl":null}"##;
    assert_eq!(request.body(), body);
    let stored = graph.entity(PATH).unwrap();
    assert_eq!((&stored["version"], &stored["joinWebUrl"]), (&json!(8), &json!(null)));
    // The service wrote the time; the record has it, although nobody asked for it.
    assert_eq!(record.last_modified_date_time.to_string(), stored["lastModifiedDateTime"]);
    assert_ne!(record.etag(), Some(&etag));
    assert!(!record.is_changed());
}

#[tokio::test]
async fn a_lost_update_is_refused_and_a_reload_solves_it() {
    let graph = EmbeddedGraph::with_call_records();
    let client = client(&graph);
    let mut record = client.send(at().get()).await.unwrap().track();
    graph.change(PATH, |stored| stored["version"] = json!(40));

    record.join_web_url = Some("https://example.com/mine".into());
    let refused = record.save(&client).await.unwrap_err();
    assert!(refused.is_precondition_failed() && refused.code().is_some() && refused.request_id().is_some());
    assert_eq!(record.join_web_url.as_deref(), Some("https://example.com/mine"), "the change is still there");
    assert_eq!(graph.entity(PATH).unwrap()["version"], 40, "and so is the other one");

    let mine = record.join_web_url.take();
    record.reload(&client).await.unwrap();
    record.join_web_url = mine;
    record.save(&client).await.unwrap();
    let stored = graph.entity(PATH).unwrap();
    assert_eq!((&stored["version"], &stored["joinWebUrl"]), (&json!(40), &json!("https://example.com/mine")));
}

#[tokio::test]
async fn every_kind_of_answer_to_a_patch_ends_in_the_same_record() {
    let mut ends = Vec::new();
    for answer in [PatchAnswer::Representation, PatchAnswer::Changed, PatchAnswer::Empty, PatchAnswer::NoContent] {
        for update in [ComplexUpdate::Merge, ComplexUpdate::Replace] {
            let rules = fixtures::call_record_rules().patch_answer(answer).complex_update(update).etags(ETags::Nowhere);
            let graph = EmbeddedGraph::with_call_records().with_rules(COLLECTION, rules);
            let client = client(&graph);
            let mut record = client.send(at().get()).await.unwrap().track();
            let organizer = record.organizer.get_or_insert_default();
            organizer.device = Some(Identity { id: Some("out-1".into()), ..Identity::default() });
            organizer.user = None;
            organizer.additional.insert("phone".into(), json!({"id": "+47"}));
            record.save(&client).await.unwrap();
            assert!(!record.is_changed());

            let mut stored = client.send(at().get()).await.unwrap().into_inner();
            // Only the whole answer tells the time that the service wrote.
            let mut saved = record.into_inner();
            let then = fixtures::call_records()[0]["endDateTime"].as_str().unwrap().parse().unwrap();
            (stored.last_modified_date_time, saved.last_modified_date_time) = (then, then);
            assert_eq!(saved, stored, "{answer:?}, {update:?}");
            ends.push(saved);
        }
    }
    assert!(ends.windows(2).all(|pair| pair[0] == pair[1]));
}

#[tokio::test]
async fn a_dynamic_member_is_removed_on_both_kinds_of_service() {
    for update in [ComplexUpdate::Merge, ComplexUpdate::Replace] {
        let rules = fixtures::call_record_rules().complex_update(update);
        let graph = EmbeddedGraph::with_call_records().with_rules(COLLECTION, rules);
        let client = client(&graph);
        let mut record = client.send(at().get()).await.unwrap().track();
        let user = record.organizer.as_mut().unwrap().user.as_mut().unwrap();
        assert!(user.additional.remove("tenantId").is_some());
        record.save(&client).await.unwrap();
        let user = &graph.entity(PATH).unwrap()["organizer"]["user"];
        assert!(user.get("tenantId").is_none_or(serde_json::Value::is_null), "{update:?}: {user}");
        assert_eq!(user["displayName"], "Ada Nyström");
    }
}

#[tokio::test]
async fn a_record_is_created_listed_and_removed() {
    let graph = EmbeddedGraph::new().with_collection(COLLECTION);
    let client = client(&graph);
    let mut record = sample();
    record.id = String::new();
    let created = client.send(CallRecord::collection().create(&record)).await.unwrap();
    let location = created.location().unwrap().to_owned();
    let created = created.fetched();
    // The read-only time was not sent, and this service sets none: the answer is not a whole record.
    assert_eq!(created.unwrap_err().path(), Some("lastModifiedDateTime"));
    assert!(graph.requests()[0].json().unwrap().get("lastModifiedDateTime").is_none());
    assert!(graph.requests()[0].json().unwrap().get("id").is_none());

    let id = location.rsplit('/').next().unwrap().trim_matches(['(', ')', '\'']).to_owned();
    let path = format!("{COLLECTION}/{id}");
    graph.change(&path, |stored| stored["lastModifiedDateTime"] = json!("2026-01-01T00:00:00Z"));
    let page = client.send(CallRecord::collection().list()).await.unwrap();
    assert_eq!(page.len(), 1);
    assert_eq!(page[0].id, id);
    assert_eq!(page[0].location(), Some(&*path));
    let mut tracked = page.into_items().remove(0).track();
    tracked.version = 9;
    tracked.save(&client).await.unwrap();
    assert_eq!(graph.entity(&path).unwrap()["version"], 9);

    client.send(CallRecord::at(&id).delete()).await.unwrap();
    let gone = client.send(CallRecord::at(&id).get()).await.unwrap_err();
    assert!(gone.is_not_found());
}

#[tokio::test]
async fn pages_are_followed_within_the_origin() {
    let graph = EmbeddedGraph::with_call_records();
    let client = client(&graph);
    let mut ids = Vec::new();
    let mut page = client.send(CallRecord::collection().list().query("$top", 2).query("$count", true)).await.unwrap();
    assert_eq!(page.count(), Some(3));
    loop {
        ids.extend(page.iter().map(|record| record.id.clone()));
        let Some(next) = page.next_page() else { break };
        page = client.send(next).await.unwrap();
    }
    assert_eq!(ids.len(), 3);
    assert!(page.into_items().remove(0).location().is_some());
}

#[tokio::test]
async fn pages_of_a_selection_are_followed_too() {
    let graph = EmbeddedGraph::with_call_records();
    let client = client(&graph);
    let list = CallRecord::collection().list().select(CallRecord::props().version).query("$top", 2);
    let page = client.send(list).await.unwrap();
    assert!(page.iter().all(|record| record.version.is_some() && record.start_date_time.is_none()));
    let last = client.send(page.next_page().unwrap()).await.unwrap();
    assert_eq!((page.len(), last.len()), (2, 1));
    assert!(last[0].version.is_some() && last.next_page().is_none());
}

#[tokio::test]
async fn a_selection_is_a_partial() {
    let graph = EmbeddedGraph::with_call_records();
    let client = client(&graph);
    let props = CallRecord::props();
    let partial = client.send(at().get().select(props.version).select(props.join_web_url)).await.unwrap();
    assert_eq!(partial.id.as_deref(), Some(fixtures::GROUP_CALL));
    assert_eq!(partial.version, Some(7));
    assert!(partial.start_date_time.is_none() && partial.organizer.is_absent());
    assert_eq!(graph.requests()[0].query(), Some("$select=id,version,joinWebUrl"));
}

#[tokio::test]
async fn a_reload_asks_for_the_same_as_the_first_read() {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/communications/callRecords/<id>")]
    struct Version {
        id: String,
        version: i64,
    }
    let graph = EmbeddedGraph::with_call_records();
    let client = client(&graph);
    let request = Version::at(fixtures::GROUP_CALL).get().select_declared().header("x-trace", "7");
    let mut record = client.send(request).await.unwrap().track();
    for _ in 0..2 {
        record.reload(&client).await.unwrap();
    }
    let requests = graph.requests();
    assert_eq!(requests.len(), 3);
    for request in requests {
        assert_eq!((request.query(), request.header("x-trace")), (Some("$select=id,version"), Some("7")));
    }
}

#[tokio::test]
async fn a_wrong_token_and_a_refused_property_are_told() {
    let graph = EmbeddedGraph::with_call_records().with_bearer_token("another-token");
    let error = client(&graph).send(at().get()).await.unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), 401);
    assert!(!format!("{error} {error:?}").contains("a-token"));

    let graph = EmbeddedGraph::with_call_records().with_rules(COLLECTION, Rules::new().read_only(["version"]));
    let error = client(&graph).send(at().update(CallRecordPatch::new().version(1))).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Service);
    assert_eq!(error.status().unwrap().as_u16(), 400);
}

#[tokio::test]
async fn a_broken_connection_changes_nothing_here() {
    let graph = EmbeddedGraph::with_call_records();
    let client = client(&graph);
    let mut record = client.send(at().get()).await.unwrap().track();
    record.version = 70;
    graph.lose_next_answer();
    let error = record.save(&client).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(error.client_request_id().is_some());
    assert!(record.is_changed());
    // The service had carried it out; the tag tells, and the reload shows it.
    assert!(record.save(&client).await.unwrap_err().is_precondition_failed());
    record.reload(&client).await.unwrap();
    assert_eq!(record.version, 70);
}

#[tokio::test]
async fn a_patch_says_the_same_to_the_service_and_to_the_copy_at_hand() {
    let patch = || {
        CallRecordPatch::new()
            .organizer(IdentitySetPatch::new().clear_user().device(IdentityPatch::new().id("out-9")))
            .participants(vec![IdentitySet::default()])
            .clear_join_web_url()
    };
    let graph = EmbeddedGraph::with_call_records();
    let client = client(&graph);
    let mut copy = client.send(at().get()).await.unwrap().into_inner();
    copy.apply(patch());
    assert!(!patch().is_empty());
    client.send(at().update(patch()).return_minimal()).await.unwrap();
    assert_eq!(graph.requests()[1].header("prefer"), Some("return=minimal"));
    let mut stored = client.send(at().get()).await.unwrap().into_inner();
    stored.last_modified_date_time = copy.last_modified_date_time;
    // The service keeps the type that each value was sent with; here it is the declared one, which is not kept.
    assert_eq!(stored, copy);
    assert!(copy.organizer.as_ref().unwrap().diff(stored.organizer.as_ref().unwrap()).is_empty());
}

fn sample() -> CallRecord {
    serde_json::from_value(fixtures::call_records().remove(0)).unwrap()
}

#[tokio::test]
async fn a_value_of_another_type_begins_anew_here_and_there() {
    let stored = |endpoint: Value| json!({"id": "1", "caller": {}, "others": [], "bridge": endpoint.clone(), "callee": endpoint});
    let service = json!({"@odata.type": "#test.serviceEndpoint", "name": "a", "role": "r"});
    let participant = json!({"@odata.type": "#test.participantEndpoint", "name": "a", "region": "north"});
    let of_participant = || ParticipantEndpointPatch::new().cores(4);
    let of_all = || EndpointPatch::from(PlainEndpointPatch::new().name("b"));
    let new = || ParticipantEndpoint { cores: Some(4), ..ParticipantEndpoint::default() };
    for update in [ComplexUpdate::Merge, ComplexUpdate::Replace] {
        for (before, patch) in [
            (&service, CallPatch::new().bridge(of_participant()).callee(of_participant())),
            (&service, CallPatch::new().bridge(new()).callee(new())),
            (&participant, CallPatch::new().bridge(of_participant()).callee(new())),
            (&participant, CallPatch::new().bridge(of_all()).clear_callee()),
        ] {
            // What a patch says of some members, only a service that merges keeps the others of.
            let is_change = patch.bridge.as_ref().value().is_some_and(|bridge| bridge.as_members().is_some());
            if update == ComplexUpdate::Replace && is_change && *before == participant {
                continue;
            }
            let rules = Rules::new().complex_update(update).read_only(["bridge/region", "callee/region"]);
            let graph = EmbeddedGraph::new().with_rules("/calls", rules.patch_answer(PatchAnswer::NoContent));
            let graph = graph.with_entity("/calls", stored(before.clone()));
            let client = client(&graph);
            let mut call = client.send(Call::at("1").get()).await.unwrap().into_inner();
            client.send(Call::at("1").update(patch.clone())).await.unwrap().merge_into(&mut call);
            let there = client.send(Call::at("1").get()).await.unwrap().into_inner();
            assert_eq!(call, there, "{update:?}, {before}, {patch:?}");
        }
    }
}
