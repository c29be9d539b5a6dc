//! Unions: a base type and the types derived from it, in every place where a value can stand.

use std::collections::BTreeMap;

use graph_resource::{Change, DictionaryPatch, ErrorKind, GraphComplex, GraphResource, ObjectPatch, UnionPartial};
use graph_resource_tests::unions::*;
use serde_json::{Map, Value};

use crate::support::{BASE, answer, body_of, client, keeps_digits, line_of, object, read, write};

fn participant(name: &str) -> Endpoint {
    Endpoint::Participant(Box::new(ParticipantEndpoint { name: Some(name.into()), ..Default::default() }))
}

fn call(json: &str) -> Call {
    read(&format!(r#"{{"id":"1","caller":{{}},"others":[],{json}}}"#))
}

fn decode(body: &str) -> graph_resource::Error {
    Call::at("1").get().parse(answer(200, body.to_owned())).unwrap_err()
}

#[test]
fn a_value_is_of_the_type_that_it_names() {
    for spelling in
        ["#test.participantEndpoint", "test.participantEndpoint", "https://x/$metadata#test.participantEndpoint"]
    {
        let endpoint: Endpoint = read(&format!(r#"{{"@odata.type":"{spelling}","name":"a"}}"#));
        assert_eq!(endpoint, participant("a"), "{spelling}");
    }
    // The names of types are case-sensitive.
    let endpoint: Endpoint = read(r##"{"@odata.type":"#test.ParticipantEndpoint"}"##);
    assert!(matches!(endpoint, Endpoint::Unknown(_)));
}

#[test]
fn a_value_without_a_type_is_of_the_base_type() {
    let base = Endpoint::Base(PlainEndpoint { name: Some("a".into()) });
    assert_eq!(read::<Endpoint>(r#"{"name":"a"}"#), base);
    assert_eq!(read::<Endpoint>(r#"{"@odata.type":null,"name":"a"}"#), base);
    assert_eq!(read::<Endpoint>(r##"{"@odata.type":"#test.endpoint","name":"a"}"##), base);
    // Of an abstract base type there is no such value: it is kept as it came.
    let agent: Agent = read(r#"{"version":"1"}"#);
    assert_eq!(agent, Agent::Other(object(r#"{"version":"1"}"#)));
    assert_eq!(write(&agent), r#"{"version":"1"}"#);
}

#[test]
fn the_type_may_stand_anywhere() {
    let first: Endpoint = read(r##"{"@odata.type":"#test.participantEndpoint","name":"a","cores":4,"charge":0.10}"##);
    for json in [
        r##"{"@odata.context":"x","@odata.type":"#test.participantEndpoint","name":"a","cores":4,"charge":0.10}"##,
        r##"{"name":"a","@odata.type":"#test.participantEndpoint","cores":4,"charge":0.10}"##,
        r##"{"name":"a","cores":4,"charge":0.10,"@odata.type":"#test.participantEndpoint"}"##,
    ] {
        assert_eq!(read::<Endpoint>(json), first, "{json}");
        let value: Value = read(json);
        assert_eq!(serde_json::from_value::<Endpoint>(value).unwrap().clone(), {
            // A tree of values has lost the digits before, unless it keeps them.
            read::<Endpoint>(&if keeps_digits() { json.to_owned() } else { json.replace("0.10", "0.1") })
        });
    }
    // Kept as text until the type is known, so that no digit is lost.
    let last: Endpoint = read(r##"{"charge":0.10,"@odata.type":"#test.participantEndpoint"}"##);
    assert_eq!(write(&last), r##"{"@odata.type":"#test.participantEndpoint","charge":0.10}"##);
}

#[test]
fn an_unknown_type_is_kept_whole() {
    let json =
        r##"{"@odata.type":"#test.droneEndpoint","altitude":7,"deep":{"x":[null]},"n":1,"n@odata.type":"#Int64"}"##;
    let endpoint: Endpoint = read(json);
    assert_eq!(endpoint, Endpoint::Unknown(object(json)));
    assert_eq!(read::<Value>(&write(&endpoint)), read::<Value>(json));
    // Control information is not data.
    let noisy = json.replace("\"n\":1", "\"@odata.id\":\"x\",\"n@odata.context\":\"x\",\"n\":1");
    assert_eq!(read::<Endpoint>(&noisy), endpoint);
}

#[test]
fn a_value_is_written_with_its_type_wherever_it_stands() {
    let mut call = call(r#""id2":0"#);
    call.caller = participant("a");
    call.callee = Some(Endpoint::Base(PlainEndpoint { name: None }));
    call.bridge = Some(Endpoint::Service(ServiceEndpoint { name: None, role: "bot".into(), agent: None }));
    call.relay = Some(Box::new(participant("b")));
    call.others = vec![participant("c"), Endpoint::Unknown(object(r##"{"@odata.type":"#test.x","y":1}"##))];
    assert_eq!(
        write(&call),
        r##"{"id":"1","caller":{"@odata.type":"#test.participantEndpoint","name":"a"},"callee":{"@odata.type":"#test.endpoint"},"bridge":{"@odata.type":"#test.serviceEndpoint","role":"bot"},"relay":{"@odata.type":"#test.participantEndpoint","name":"b"},"others":[{"@odata.type":"#test.participantEndpoint","name":"c"},{"@odata.type":"#test.x","y":1}]}"##
    );
    assert_eq!(read::<Call>(&write(&call)), call);
}

#[test]
fn the_forms_of_bodies_reach_into_variants() {
    let region = |json: &str| Endpoint::Participant(Box::new(read::<ParticipantEndpoint>(json)));
    let mut new = call(r#""agent":null"#);
    new.caller = region(r#"{"name":"a","region":"north"}"#);
    new.others = vec![region(r#"{"region":"north"}"#)];
    assert_eq!(
        body_of(&Call::collection().create(&new)),
        r##"{"id":"1","caller":{"@odata.type":"#test.participantEndpoint","name":"a"},"others":[{"@odata.type":"#test.participantEndpoint"}]}"##,
        "what is read-only is in no body"
    );
    let patch = CallPatch::new().caller(new.caller).others(new.others);
    assert_eq!(
        body_of(&Call::at("1").update(patch)),
        r##"{"caller":{"@odata.type":"#test.participantEndpoint","name":"a","cores":null,"charge":null},"others":[{"@odata.type":"#test.participantEndpoint"}]}"##,
        "a replacement names each member with null, an item does not"
    );
}

#[test]
fn a_difference_in_one_type_names_members_where_the_field_says_so() {
    let old = call(
        r##""callee":{"@odata.type":"#test.participantEndpoint","name":"a","cores":4},"bridge":{"@odata.type":"#test.participantEndpoint","name":"a","cores":4}"##,
    );
    let mut new = old.clone();
    new.callee = Some(participant("b"));
    new.bridge = Some(participant("b"));
    assert_eq!(
        write(&old.diff(&new)),
        r##"{"callee":{"@odata.type":"#test.participantEndpoint","name":"b","cores":null,"charge":null},"bridge":{"@odata.type":"#test.participantEndpoint","name":"b","cores":null}}"##
    );
}

#[test]
fn a_difference_of_types_is_the_whole_new_value() {
    let old = call(r##""bridge":{"@odata.type":"#test.participantEndpoint","name":"a","cores":4}"##);
    let mut new = old.clone();
    new.bridge = Some(Endpoint::Service(ServiceEndpoint { name: Some("a".into()), role: "bot".into(), agent: None }));
    let patch = old.diff(&new);
    let json = r##"{"bridge":{"@odata.type":"#test.serviceEndpoint","name":"a","role":"bot","agent":null}}"##;
    assert_eq!(write(&patch), json);
    let mut applied = old.clone();
    applied.apply(patch);
    assert_eq!(applied, new);
    // Two types that this build does not know are two types.
    let unknown = |name: &str| Endpoint::Unknown(object(&format!(r##"{{"@odata.type":"#test.{name}","x":1}}"##)));
    let (one, other) = (unknown("one"), unknown("other"));
    assert_eq!(write(&one.diff(&other)), r##"{"@odata.type":"#test.other","x":1}"##);
    assert!(one.diff(&one).is_empty());
}

#[test]
fn a_patch_of_one_type_changes_a_value_of_it_and_begins_a_new_one_of_another() {
    let mut call = call(r##""callee":{"@odata.type":"#test.participantEndpoint","name":"a","cores":4}"##);
    call.apply(CallPatch::new().callee(EndpointPatch::from(ParticipantEndpointPatch::new().cores(8))));
    assert_eq!(write(&call.callee), r##"{"@odata.type":"#test.participantEndpoint","name":"a","cores":8}"##);
    // A type that can begin empty.
    let unknown = Endpoint::Unknown(object(r##"{"@odata.type":"#test.x","a":1}"##));
    let mut other = Call { callee: Some(unknown), ..call.clone() };
    other.apply(CallPatch::new().callee(EndpointPatch::from(ParticipantEndpointPatch::new().cores(2))));
    assert_eq!(write(&other.callee), r##"{"@odata.type":"#test.participantEndpoint","cores":2}"##);
    // The type of a service endpoint cannot.
    let before = call.clone();
    call.apply(CallPatch::new().callee(EndpointPatch::from(ServiceEndpointPatch::new().name("c"))));
    assert_eq!(call, before);
    call.apply(CallPatch::new().callee(EndpointPatch::from(ServiceEndpointPatch::new().role("bot"))));
    assert_eq!(call, before, "a type that cannot start empty begins with a whole value");
    // Of an unknown type, member by member.
    call.callee = Some(Endpoint::Unknown(object(r##"{"@odata.type":"#test.x","a":1,"b":2}"##)));
    let members = ObjectPatch::new().set("@odata.type", "#test.x").remove("a").set("c", 3);
    call.apply(CallPatch::new().callee(EndpointPatch::from(members)));
    assert_eq!(call.callee, Some(Endpoint::Unknown(object(r##"{"@odata.type":"#test.x","b":2,"c":3}"##))));
}

#[test]
fn patches_of_types_that_can_begin_nothing_are_composed_side_by_side() {
    let client = AgentPatch::from(ClientAgentPatch::new().version("2"));
    let mut both = client.clone();
    both.merge(ServiceAgentPatch::new().version("3").into());
    let mut agents = [
        Agent::Client(ClientAgent { platform: "iOS".into(), version: None }),
        Agent::Service(ServiceAgent { role: "bot".into(), version: None }),
    ];
    for agent in &mut agents {
        agent.apply(both.clone());
    }
    assert!(matches!(&agents[0], Agent::Client(agent) if agent.version.as_deref() == Some("2")));
    assert!(matches!(&agents[1], Agent::Service(agent) if agent.version.as_deref() == Some("3")));
    // One body says one of them: the last.
    assert_eq!(write(&both), r##"{"@odata.type":"#test.serviceAgent","version":"3"}"##);
}

#[test]
fn an_answer_of_the_same_type_is_merged_and_of_another_taken() {
    let mut call = call(r##""callee":{"@odata.type":"#test.participantEndpoint","name":"a","cores":4,"dyn":1}"##);
    let merge = |call: &mut Call, json: &str| call.merge(read::<CallPartial>(json));
    merge(&mut call, r##"{"callee":{"@odata.type":"#test.participantEndpoint","cores":8}}"##);
    assert_eq!(
        write(&call.callee),
        r##"{"@odata.type":"#test.participantEndpoint","name":"a","cores":8}"##,
        "declared members that it does not name stay, dynamic ones do not"
    );
    merge(&mut call, r##"{"callee":{"@odata.type":"#test.serviceEndpoint","role":"bot"}}"##);
    assert_eq!(write(&call.callee), r##"{"@odata.type":"#test.serviceEndpoint","role":"bot"}"##);
    // A truncated value of another type is no value: what is known stays.
    merge(&mut call, r##"{"callee":{"@odata.type":"#test.serviceEndpoint","name":"n"},"agent":{"version":"1"}}"##);
    assert_eq!(write(&call.callee), r##"{"@odata.type":"#test.serviceEndpoint","name":"n","role":"bot"}"##);
    // Of an abstract type, an answer without a type speaks of the value that is here.
    call.agent = Some(Agent::Client(ClientAgent { platform: "iOS".into(), version: None }));
    merge(&mut call, r#"{"agent":{"version":"2"}}"#);
    assert_eq!(write(&call.agent), r##"{"@odata.type":"#test.clientAgent","platform":"iOS","version":"2"}"##);
}

#[test]
fn a_partial_tells_what_was_state_of_which_type() {
    let partial: CallPartial =
        read(r##"{"caller":{"@odata.type":"#test.participantEndpoint","cores":null},"callee":null}"##);
    let Some(Change::Members(caller)) = &partial.caller else { panic!("{partial:?}") };
    let Some(EndpointPartial::Participant(said)) = caller.as_state() else { panic!("{caller:?}") };
    assert!(said.cores.is_null() && said.name.is_absent());
    assert!(partial.callee.is_null() && partial.bridge.is_absent());
    assert_eq!(UnionPartial::<Endpoint>::default().as_state(), None);
}

#[test]
fn a_patch_that_is_read_is_strict() {
    let refused = |json: &str| serde_json::from_str::<CallPatch>(json).unwrap_err().to_string();
    assert!(refused(r##"{"callee":{"@odata.type":"#test.endpoint","color":1}}"##).starts_with("property `color`"));
    let said = refused(r##"{"callee":{"@odata.type":"#test.participantEndpoint","region":"x"}}"##);
    assert!(said.starts_with("property `region` is read-only"), "{said}");
    assert_eq!(write(&read::<CallPatch>(r#"{"callee":{}}"#)), r#"{"callee":{}}"#);
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Fleet {
    agents: Vec<Agent>,
}

#[test]
fn an_item_that_names_no_type_is_of_the_base_unless_that_is_abstract() {
    let patch: CallPatch = read(r#"{"others":[{}]}"#);
    assert_eq!(patch, CallPatch::new().others(vec![Endpoint::Base(PlainEndpoint { name: None })]));
    let error = serde_json::from_str::<FleetPatch>(r#"{"agents":[{}]}"#).unwrap_err().to_string();
    assert!(error.starts_with("`Agent` is abstract: name the type in `@odata.type`"), "{error}");
    // What an answer says without a type is kept as it came.
    assert_eq!(read::<Fleet>(r#"{"agents":[{}]}"#).agents, [Agent::Other(Map::new())]);
}

#[test]
fn what_is_wrong_in_a_value_is_told_with_its_path() {
    let cases = [
        (r##"{"id":"1","caller":{"@odata.type":"#test.participantEndpoint","cores":"x"}}"##, "caller.cores", "`cores`"),
        (r#"{"id":"1","caller":{"@odata.type":7}}"#, "caller['@odata.type']", "the name of a type"),
        (r#"{"id":"1","caller":[]}"#, "caller", "an object for property `caller`"),
        (r#"{"id":"1","caller":null}"#, "caller", "an object for property `caller`"),
        (
            r##"{"id":"1","caller":{"name":"a"},"others":[{},{"@odata.type":"#test.serviceEndpoint"}]}"##,
            "others[1]",
            "missing property `others[1].role`",
        ),
        (
            r##"{"id":"1","others":[{"@odata.type":"#test.endpoint","name":"a","name":"b"}]}"##,
            "others[0].name",
            "twice",
        ),
        (r##"{"id":"1","agent":{"@odata.type":"#test.x","a":1,"a":2}}"##, "agent.a", "twice"),
        // Before the type, a value is kept unread: its path ends at the object.
        (r##"{"id":"1","caller":{"cores":"x","@odata.type":"#test.participantEndpoint"}}"##, "caller", "`cores`"),
    ];
    for (body, path, said) in cases {
        let error = decode(body);
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert!(error.path().unwrap_or_default().starts_with(path), "{error} in {body}");
        assert!(error.message().contains(said), "{error} in {body}");
    }
    let error = decode(r##"{"id":"1","caller":{"@odata.type":"#test.serviceEndpoint","name":"x"},"others":[]}"##);
    assert_eq!(error.path(), Some("caller.role"), "{error}");
}

#[test]
fn an_object_of_which_nothing_is_declared_is_a_value() {
    let mut fields: Map<String, Value> = object(r#"{"Color":"Red","Size":7}"#);
    let new = object(r#"{"Color":"Fuchsia","Shape":null}"#);
    assert_eq!(write(&fields.diff(&new)), r#"{"Color":"Fuchsia","Shape":null,"Size":null}"#);
    fields.apply(ObjectPatch::new().set("Color", "Fuchsia").remove("Size"));
    assert_eq!(write(&fields), r#"{"Color":"Fuchsia"}"#);
}

#[test]
fn a_union_with_a_path_is_a_resource() {
    let body = r##"{"@odata.context":"x","@odata.type":"#test.androidProfile","@odata.etag":"W/\"1\"","id":"p/1","cameraBlocked":true}"##;
    let profile = Profile::at("p/1").get().parse(answer(200, body)).unwrap();
    assert_eq!(profile.etag().map(graph_resource::ETag::as_str), Some("W/\"1\""));
    let Profile::Android(android) = &*profile else { panic!("{profile:?}") };
    assert_eq!(android.etag.as_ref(), profile.etag(), "the payload's own field holds it as well");
    let request = Profile::at("p/1").update(AndroidProfilePatch::new().camera_blocked(false).into());
    assert_eq!(line_of(&request), "PATCH /profiles/p%2F1");
    assert_eq!(body_of(&request), r##"{"@odata.type":"#test.androidProfile","cameraBlocked":false}"##);
    let empty = Profile::at("1").update(ProfilePatch::new()).to_http(BASE).unwrap_err();
    assert_eq!(empty.kind(), ErrorKind::EmptyPatch);
    let new =
        Profile::Apple(Box::new(AppleProfile { id: String::new(), display_name: None, siri_blocked: Some(true) }));
    assert_eq!(
        body_of(&Profile::collection().create(&new)),
        r##"{"@odata.type":"#test.appleProfile","siriBlocked":true}"##
    );
    let of_partial = UnionPartial::<Profile>::of(ProfilePartial::Apple(Box::new(read(r#"{"displayName":"a"}"#))));
    let created = Profile::at_user_collection("u").create(&of_partial);
    assert_eq!(line_of(&created), "POST /users/u/profiles");
    assert_eq!(body_of(&created), r##"{"@odata.type":"#test.appleProfile","displayName":"a"}"##);
    let declared = Profile::at("1").get().select_declared();
    assert_eq!(
        line_of(&declared),
        "GET /profiles/1?$select=id,test.androidProfile/displayName,test.androidProfile/cameraBlocked,test.appleProfile/displayName,test.appleProfile/siriBlocked"
    );
}

#[test]
fn an_answer_to_a_change_may_forget_the_type() {
    let mut profile: Profile = read(r##"{"@odata.type":"#test.appleProfile","id":"1","siriBlocked":true}"##);
    let request = || Profile::at("1").update(AppleProfilePatch::new().clear_siri_blocked().into());
    request().parse(answer(200, r#"{"id":"1","displayName":"new"}"#)).unwrap().merge_into(&mut profile);
    assert_eq!(write(&profile), r##"{"@odata.type":"#test.appleProfile","id":"1","displayName":"new"}"##);
    request().parse(answer(204, "")).unwrap().merge_into(&mut profile);
    assert_eq!(write(&profile), r##"{"@odata.type":"#test.appleProfile","id":"1","displayName":"new"}"##);
}

#[test]
fn items_of_a_list_are_of_several_types_and_know_where_they_are() {
    let body = r##"{"value":[{"@odata.type":"#test.appleProfile","id":"1"},{"@odata.type":"#test.linuxProfile","id":"2","x":[]},{"@odata.type":"#test.androidProfile","id":"3","cameraBlocked":false}]}"##;
    let page = Profile::at_user_collection("u").list().parse(answer(200, body)).unwrap();
    let locations: Vec<_> = page.iter().map(|item| item.location().unwrap_or_default()).collect();
    assert_eq!(locations, ["/users/u/profiles/1", "/users/u/profiles/2", "/users/u/profiles/3"]);
    assert!(matches!(&*page[1], Profile::Unknown(object) if object["x"].is_array()));
}

#[tokio::test]
async fn a_tracked_union_saves_what_changed() {
    let body = r##"{"@odata.type":"#test.androidProfile","id":"1","displayName":"a","cameraBlocked":true}"##;
    let client = client([answer(200, body), answer(204, ""), answer(200, body)]);
    let mut profile = client.send(Profile::at("1").get()).await.unwrap().track();
    let Profile::Android(android) = &mut *profile else { panic!() };
    android.display_name = None;
    android.pass_code = Some("secret".into());
    assert!(!format!("{profile:?}").contains("secret"));
    profile.save(&client).await.unwrap();
    assert!(!profile.is_changed());
    profile.reload(&client).await.unwrap();
    let Profile::Android(android) = &*profile else { panic!() };
    assert_eq!(android.pass_code.as_deref(), Some("secret"), "no answer shows it");
    let sent = client.transport().sent();
    assert_eq!(sent[1].body, r##"{"@odata.type":"#test.androidProfile","displayName":null,"passCode":"secret"}"##);
}

/// A union of structs that another crate has.
#[derive(Clone, Debug, PartialEq, graph_resource::GraphUnion)]
enum Party {
    Plain(PlainEndpoint),
    #[graph_resource(odata_type = "test.serviceEndpoint")]
    Service(ServiceEndpoint),
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Meeting {
    host: Option<Party>,
    guests: Option<BTreeMap<String, Party>>,
}

fn service(role: &str) -> ServiceEndpoint {
    ServiceEndpoint { name: None, role: role.into(), agent: None }
}

#[test]
fn a_value_of_one_of_the_types_converts_into_the_union() {
    assert_eq!(Endpoint::from(service("bot")), Endpoint::Service(service("bot")));
    let participant = ParticipantEndpoint { name: Some("a".into()), ..ParticipantEndpoint::default() };
    // Boxed where the variant is; what is in a box already stays in it.
    let endpoint: Endpoint = participant.clone().into();
    assert_eq!(endpoint, Endpoint::Participant(Box::new(participant.clone())));
    assert_eq!(Endpoint::from(Box::new(participant)), endpoint);
    let apple = AppleProfile { id: String::new(), display_name: None, siri_blocked: Some(true) };
    let request = Profile::collection().create(&Profile::from(apple));
    assert_eq!(body_of(&request), r##"{"@odata.type":"#test.appleProfile","siriBlocked":true}"##);
    assert_eq!(Party::from(service("bot")), Party::Service(service("bot")));
}

#[test]
fn a_property_is_set_to_a_value_of_one_of_the_types() {
    let body = r##"{"@odata.type":"#test.serviceEndpoint","name":null,"role":"bot","agent":null}"##;
    let patch = CallPatch::new().caller(service("bot")).relay(service("bot"));
    assert_eq!(write(&patch), format!(r#"{{"caller":{body},"relay":{body}}}"#));
    assert_eq!(CallPatch::new().caller(Endpoint::from(service("bot"))).relay(Endpoint::from(service("bot"))), patch);
    let change = Change::Replace(Endpoint::from(service("bot")));
    assert_eq!(CallPatch::new().caller(change.clone()).relay(change), patch);
    let members = EndpointPatch::from(ParticipantEndpointPatch::new().clear_cores());
    let body = r##"{"callee":{"@odata.type":"#test.participantEndpoint","cores":null}}"##;
    assert_eq!(write(&CallPatch::new().callee(members)), body);
    // The patch of one type as it is, also of one that another crate has.
    assert_eq!(write(&CallPatch::new().callee(ParticipantEndpointPatch::new().clear_cores())), body);
    let body = r##"{"host":{"@odata.type":"#test.serviceEndpoint","role":"clerk"}}"##;
    assert_eq!(write(&MeetingPatch::new().host(ServiceEndpointPatch::new().role("clerk"))), body);
    let guests = DictionaryPatch::new().set("a", PlainEndpoint { name: Some("n".into()) });
    assert_eq!(
        write(&MeetingPatch::new().host(service("bot")).guests(guests)),
        r##"{"host":{"@odata.type":"#test.serviceEndpoint","name":null,"role":"bot","agent":null},"guests":{"a":{"@odata.type":"#test.endpoint","name":"n"}}}"##
    );
}

/// A resource that leads to others of several types.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/owners/<id>")]
struct Owner {
    id: String,
    #[graph_resource(navigation)]
    profile: Option<Profile>,
    #[graph_resource(navigation)]
    profiles: Option<Vec<Profile>>,
}

#[test]
fn a_relationship_leads_to_a_union() {
    let body = r##"{"id":"1","profile":{"@odata.type":"#test.appleProfile","id":"2","displayName":"a"},"profiles":[{"@odata.type":"#test.linuxProfile","id":"3"}],"profiles@odata.nextLink":"https://graph.microsoft.com/v1.0/x"}"##;
    let fetched = Owner::at("1").get().expand(Owner::props().profiles).parse(answer(200, body)).unwrap();
    let next = fetched.next_page_of(Owner::props().profiles).unwrap();
    assert_eq!(line_of(&next), "GET /x");
    let mut owner = fetched.into_inner();
    assert_eq!(
        write(&owner),
        r##"{"id":"1","profile":{"@odata.type":"#test.appleProfile","id":"2","displayName":"a"},"profiles":[{"@odata.type":"#test.linuxProfile","id":"3"}]}"##
    );
    let patch = OwnerPatch::new().bind_profile(Profile::at("4"));
    assert_eq!(write(&patch), r#"{"profile@odata.bind":"profiles/4"}"#);
    assert_eq!(
        body_of(&Owner::at("1").update(patch)),
        r#"{"profile@odata.bind":"https://graph.microsoft.com/v1.0/profiles/4"}"#
    );
    // Another entity is not mixed with the one that was known.
    owner.merge(read(r##"{"profile":{"@odata.type":"#test.appleProfile","id":"4"}}"##));
    assert_eq!(write(&owner.profile), r##"{"@odata.type":"#test.appleProfile","id":"4"}"##);
}

#[test]
fn a_type_is_named_once() {
    let is_refused = |json: &str| {
        let error = serde_json::from_str::<Endpoint>(json).unwrap_err().to_string();
        assert!(error.contains("`@odata.type` occurs twice"), "{error} for {json}");
    };
    for second in [r##""#test.serviceEndpoint""##, r##""#test.participantEndpoint""##, "null"] {
        for first in ["participantEndpoint", "endpoint", "x"] {
            is_refused(&format!(r##"{{"@odata.type":"#test.{first}","name":"a","@odata.type":{second}}}"##));
            is_refused(&format!(r##"{{"name":"a","@odata.type":"#test.{first}","@odata.type":{second}}}"##));
        }
        is_refused(&format!(r#"{{"@odata.type":null,"name":"a","@odata.type":{second}}}"#));
    }
    let struct_error = serde_json::from_str::<PlainEndpoint>(r#"{"@odata.type":null,"@odata.type":null}"#);
    assert!(struct_error.unwrap_err().to_string().contains("occurs twice"));
}

#[test]
fn null_and_nothing_name_no_type() {
    for text in ["null", "\"\""] {
        let json = format!(r#"{{"@odata.type":{text},"name":"a"}}"#);
        assert_eq!(read::<Endpoint>(&json), Endpoint::Base(PlainEndpoint { name: Some("a".into()) }));
        assert_eq!(read::<PlainEndpoint>(&json).name.as_deref(), Some("a"));
        assert_eq!(read::<Agent>(&json), Agent::Other(object(r#"{"name":"a"}"#)));
        let body = format!(r#"{{"@odata.type":{text},"id":"1","siriBlocked":true}}"#);
        assert_eq!(AppleProfile::at("1").get().parse(answer(200, body)).unwrap().siri_blocked, Some(true));
    }
}

#[test]
fn an_unknown_object_keeps_its_nulls() {
    let json = r##"{"@odata.type":"#test.droneEndpoint","altitude":null,"name":"d"}"##;
    assert_eq!(write(&read::<Endpoint>(json)), json);
    let body = format!(r#"{{"id":"1","caller":{json},"callee":{json},"others":[{json}]}}"#);
    let fetched = Call::at("1").get().parse(answer(200, body.clone())).unwrap();
    assert_eq!(write(&*fetched), body);
    // An answer that repeats them changes nothing.
    let mut known = fetched.into_inner();
    known.merge(read(&body));
    assert_eq!(write(&known), body);
    // In a patch, a null still orders a removal.
    let members = ObjectPatch::new().set("@odata.type", "#test.droneEndpoint").remove("name");
    let patch = CallPatch::new().callee(EndpointPatch::from(members.clone()));
    assert_eq!(patch, CallPatch::new().callee(members));
    known.apply(patch);
    assert_eq!(write(&known.callee), r##"{"@odata.type":"#test.droneEndpoint","altitude":null}"##);
}

#[test]
fn a_closed_base_takes_no_object_that_it_would_cut() {
    let scope = object(r#"{"query":"x","note":null}"#);
    assert_eq!(read::<Endpoint>(r#"{"query":"x","note":null}"#), Endpoint::Unknown(scope.clone()));
    let call = Call::at("1").get().parse(answer(200, r#"{"id":"1","caller":{"query":"x","note":null},"others":[]}"#));
    assert_eq!(call.unwrap().caller, Endpoint::Unknown(scope));
    // Nulls and annotations are no loss. An object that names the base is of the base.
    let base = Endpoint::Base(PlainEndpoint { name: Some("a".into()) });
    for json in [
        r#"{"name":"a","query":null}"#,
        r##"{"name":"a","@odata.id":"x","query@odata.type":"#String"}"##,
        r##"{"@odata.type":"#test.endpoint","name":"a","query":"x"}"##,
    ] {
        assert_eq!(read::<Endpoint>(json), base, "{json}");
    }
    // In a patch it is a mistake, as for any closed type.
    let error = serde_json::from_str::<CallPatch>(r#"{"callee":{"query":"x"}}"#).unwrap_err().to_string();
    assert!(error.starts_with("property `query` is not declared"), "{error}");
    // An answer to a change speaks of the value that is here.
    let mut known: Call =
        read(r##"{"id":"1","caller":{"@odata.type":"#test.participantEndpoint","name":"a"},"others":[]}"##);
    known.merge(read::<CallPartial>(r#"{"caller":{"name":"b","cores":2}}"#));
    assert_eq!(write(&known.caller), r##"{"@odata.type":"#test.participantEndpoint","name":"b","cores":2}"##);
}

#[test]
fn a_patch_changes_no_type_of_an_entity() {
    let body = r##"{"@odata.type":"#test.androidProfile","id":"1","displayName":"a","cameraBlocked":true}"##;
    let profile: Profile = read(body);
    let apply = |patch: &str| {
        let (mut profile, patch) = (profile.clone(), read::<ProfilePatch>(patch));
        let request = Profile::at("1").update(patch);
        request.parse(answer(204, "")).unwrap().merge_into(&mut profile);
        write(&profile)
    };
    // The abstract base type has no variant.
    let base = r##"{"@odata.type":"#test.profile","displayName":"b"}"##;
    assert_eq!(write(&read::<ProfilePatch>(base)), base);
    assert_eq!(apply(base), body.replace("\"a\"", "\"b\""));
    assert_eq!(apply(r##"{"@odata.type":"#test.appleProfile","displayName":"b"}"##), body);
    let unknown = r##"{"@odata.type":"#test.linuxProfile","id":"2","displayName":"a"}"##;
    let mut other: Profile = read(unknown);
    other.apply(read(base));
    assert_eq!(read::<Value>(&write(&other)), read::<Value>(&unknown.replace("\"a\"", "\"b\"")));
    // Composed with a patch of the value's own type, one body says both.
    let mut both: ProfilePatch = read(base);
    both.merge(AndroidProfilePatch::new().camera_blocked(false).into());
    let told = r##"{"@odata.type":"#test.androidProfile","displayName":"b","cameraBlocked":false}"##;
    assert_eq!(write(&both), told);
    let mut known = profile.clone();
    known.apply(both);
    assert_eq!(write(&known), told.replace("\"displayName\"", "\"id\":\"1\",\"displayName\""));
}

#[test]
fn a_patch_that_is_read_is_of_its_type() {
    let refused = |json: &str| serde_json::from_str::<PlainEndpointPatch>(json).unwrap_err().to_string();
    let error = refused(r##"{"@odata.type":"#test.serviceEndpoint","name":"a"}"##);
    assert!(error.starts_with("`@odata.type` names another type than `test.endpoint`"), "{error}");
    let own = r##"{"@odata.type":"#test.endpoint","name":"a"}"##;
    assert_eq!(write(&read::<PlainEndpointPatch>(own)), own);
    // An answer may be of a derived type, and a type that keeps what it does not name writes its own again.
    assert!(serde_json::from_str::<PlainEndpoint>(r##"{"@odata.type":"#test.serviceEndpoint","name":"a"}"##).is_ok());
    let own = r##"{"@odata.type":"#test.other","name":"a"}"##;
    assert_eq!(write(&read::<ParticipantEndpointPatch>(own)), own);
}
