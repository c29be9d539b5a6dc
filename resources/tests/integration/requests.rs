//! Where each resource is, and what is sent there.

use graph_resources::call_records::*;
use graph_resources::graph_resource::edm::Decimal;
use graph_resources::graph_resource::{DateTimeOffset, Expand};
use graph_resources::identity::*;
use serde_json::{Value, json};

use crate::support::{answer, body_of, line_of, read, written};

const ID: &str = "81ba513a-513a-81ba-3a51-ba813a51ba81";

#[test]
fn each_entity_has_its_path() {
    let record = "/communications/callRecords/1";
    assert_eq!(line_of(&CallRecord::at("1").get()), format!("GET {record}"));
    assert_eq!(line_of(&CallRecord::collection().list()), "GET /communications/callRecords");
    assert_eq!(line_of(&Session::collection("1").list()), format!("GET {record}/sessions"));
    assert_eq!(line_of(&Session::at("1", "2").get()), format!("GET {record}/sessions/2"));
    assert_eq!(line_of(&Segment::collection("1", "2").list()), format!("GET {record}/sessions/2/segments"));
    assert_eq!(line_of(&Segment::at("1", "2", "3").get()), format!("GET {record}/sessions/2/segments/3"));
    assert_eq!(line_of(&Participant::collection("1").list()), format!("GET {record}/participants_v2"));
    assert_eq!(line_of(&Participant::at("1", "2").get()), format!("GET {record}/participants_v2/2"));
    assert_eq!(line_of(&Organizer::at("1").get()), format!("GET {record}/organizer_v2"));
}

#[test]
fn what_is_related_is_expanded() {
    let (record, session) = (CallRecord::props(), Session::props());
    let path = "GET /communications/callRecords/1";
    assert_eq!(
        line_of(&CallRecord::at("1").get().expand(Expand::of(record.sessions).expand(session.segments))),
        format!("{path}?$expand=sessions($expand=segments)")
    );
    assert_eq!(
        line_of(&CallRecord::at("1").get().expand(record.participants_v2).expand(record.organizer_v2)),
        format!("{path}?$expand=participants_v2,organizer_v2")
    );
    assert_eq!(
        line_of(&Session::collection("1").list().expand(session.segments)),
        format!("{path}/sessions?$expand=segments")
    );
    let related = CallRecord::at("1").navigation(record.sessions).list();
    assert_eq!(line_of(&related), line_of(&Session::collection("1").list()));
    let related = CallRecord::at("1").navigation(record.organizer_v2).get();
    assert_eq!(line_of(&related), line_of(&Organizer::at("1").get()));
}

#[test]
fn what_is_selected_is_named_without_relationships() {
    assert_eq!(
        line_of(
            &CallRecord::collection()
                .list()
                .select_declared()
                .query("$filter", "startDateTime ge 2025-01-01T00:00:00Z")
        ),
        "GET /communications/callRecords?$select=id,version,type,modalities,lastModifiedDateTime,startDateTime,\
         endDateTime,organizer,participants,joinWebUrl&$filter=startDateTime%20ge%202025-01-01T00:00:00Z"
    );
    let partial = CallRecord::at("1").get().select(CallRecord::props().version).include_unknown_enum_members();
    assert_eq!(line_of(&partial), "GET /communications/callRecords/1?$select=id,version");
}

#[test]
fn the_next_page_of_sessions_is_a_page_of_sessions() {
    let body = crate::record::expanded().to_string();
    let record = CallRecord::at("5b1c").get().parse(answer(body)).unwrap();
    let next = record.next_page_of(CallRecord::props().sessions).unwrap();
    assert_eq!(line_of(&next), "GET /communications/callRecords/5b1c/sessions?$skiptoken=abc");
    let page = r#"{"value":[{"id":"2","startDateTime":"2020-01-01T00:00:00Z","endDateTime":"2020-01-01T00:00:00Z"}]}"#;
    let page = next.parse(answer(page)).unwrap();
    assert_eq!((page.len(), page[0].id.as_str(), page[0].modalities.len()), (1, "2", 0));
}

#[test]
fn a_list_of_participants_is_read() {
    let nobody = json!({ "acsUser": null, "spoolUser": null, "phone": null, "guest": null, "application": null });
    let mut ada = nobody.clone();
    ada["user"] = json!({
        "@odata.type": "#microsoft.graph.userIdentity", "id": "3f7a", "displayName": "Ada", "tenantId": "b61d",
        "userPrincipalName": "ada@example.com"
    });
    let body = json!({
        "@odata.context": "x", "@odata.nextLink": format!("{}/next", crate::support::BASE),
        "value": [{ "id": "3f7a", "identity": ada }, { "id": "0", "identity": nobody, "administrativeUnitInfos": [] }]
    });
    let page = Participant::collection("1").list().parse(answer(body.to_string())).unwrap();
    assert_eq!(line_of(&page.next_page().unwrap()), "GET /next");
    let identity = page[0].identity.as_ref().unwrap();
    let user = identity.user.as_ref().unwrap();
    assert!(matches!(user, AnyIdentity::User(_)), "{user:?}");
    assert_eq!((user.user_principal_name(), user.tenant_id()), (Some("ada@example.com"), Some("b61d")));
    assert_eq!(identity.display_name(), Some("Ada"));
    assert_eq!(page[1].identity.as_ref().unwrap().display_name(), None);
}

#[test]
fn the_log_of_telephone_calls_keeps_the_digits_of_money() {
    let (from_date_time, to_date_time) =
        ("2025-11-01T00:00:00Z".parse().unwrap(), "2025-12-01T00:00:00Z".parse().unwrap());
    let request = CallRecord::collection().call(GetPstnCalls { from_date_time, to_date_time });
    assert_eq!(
        line_of(&request),
        "GET /communications/callRecords/getPstnCalls(fromDateTime=2025-11-01T00:00:00Z,toDateTime=2025-12-01T00:00:00Z)"
    );
    let body = r#"{"@odata.count":1000,"value":[{"id":"5e0b","userId":"","duration":184,"charge":0.10,
        "connectionCharge":12345678901234567890.123456789,"currency":"USD","callType":"user_in","conferenceId":null,
        "startDateTime":"2025-11-01T00:01:09.25Z","callDurationSource":"operator"}],
        "@odata.nextLink":"https://graph.microsoft.com/v1.0/communications/callRecords/getPstnCalls(from=2025-11-01,to=2025-12-01)?$skip=1000"}"#;
    let page = request.parse(answer(body)).unwrap();
    assert_eq!(page.count(), Some(1000));
    assert!(line_of(&page.next_page().unwrap()).ends_with("getPstnCalls(from=2025-11-01,to=2025-12-01)?$skip=1000"));
    let row = &page[0];
    let decimal = |text: &str| Some(text.parse::<Decimal>().unwrap());
    assert_eq!((&row.charge, row.duration), (&decimal("0.10"), Some(184)));
    assert_eq!(row.connection_charge, decimal("12345678901234567890.123456789"));
    assert_eq!(row.call_duration_source, Some(PstnCallDurationSource::Operator));
    assert_eq!((row.user_id.as_deref(), row.conference_id.as_deref()), (Some(""), None));
}

#[test]
fn the_log_of_direct_routing_is_read() {
    let (from_date_time, to_date_time) =
        ("2025-11-01T00:00:00Z".parse().unwrap(), "2025-12-01T00:00:00Z".parse().unwrap());
    let request = CallRecord::collection().call(GetDirectRoutingCalls { from_date_time, to_date_time });
    assert_eq!(
        line_of(&request),
        "GET /communications/callRecords/\
         getDirectRoutingCalls(fromDateTime=2025-11-01T00:00:00Z,toDateTime=2025-12-01T00:00:00Z)"
    );
    let body = r#"{"value":[{"id":"77aa","callType":"ByotIn","successfulCall":false,"callerNumber":"+15550100***",
        "failureDateTime":"0001-01-01T00:00:00Z","finalSipCode":487,"callEndSubReason":560403,"finalSipCodePhrase":"Request terminated",
        "mediaBypassEnabled":false,"trunkFullyQualifiedDomainName":"sbc.example.com"}]}"#;
    let page = request.parse(answer(body)).unwrap();
    assert!(page.next_page().is_none());
    let row = &page[0];
    assert_eq!(
        (row.successful_call, row.final_sip_code, row.call_end_sub_reason),
        (Some(false), Some(487), Some(560_403))
    );
    assert_eq!(row.failure_date_time.as_ref().map(ToString::to_string).as_deref(), Some("0001-01-01T00:00:00Z"));
    assert_eq!(row.trunk_fully_qualified_domain_name.as_deref(), Some("sbc.example.com"));
}

/// The body of the reference page's example. It writes `@odata.type` with and without `#`.
fn example() -> Value {
    json!({
        "@odata.type": "#microsoft.graph.callRecords.callRecord",
        "version": 7,
        "type": "String",
        "modalities": ["String"],
        "startDateTime": "2017-01-01T00:03:15.6077862+03:00",
        "endDateTime": "2017-01-01T00:01:17.3856072+03:00",
        "organizer": {
            "@odata.type": "#microsoft.graph.identitySet",
            "application": {
                "@odata.type": "#microsoft.graph.identity", "id": "Id value", "displayName": "Display Name value"
            },
            "device": { "@odata.type": "#microsoft.graph.identity" },
            "user": { "@odata.type": "#microsoft.graph.identity" }
        },
        "participants": [{ "@odata.type": "#microsoft.graph.identitySet" }],
        "joinWebUrl": "https://example.com/joinWebUrl/"
    })
}

fn example_patch() -> CallRecordPatch {
    CallRecordPatch::new()
        .version(7)
        .r#type(CallType::Unknown("String".into()))
        .modalities(vec![Modality::Unknown("String".into())])
        .start_date_time("2017-01-01T00:03:15.6077862+03:00".parse::<DateTimeOffset>().unwrap())
        .end_date_time("2017-01-01T00:01:17.3856072+03:00".parse::<DateTimeOffset>().unwrap())
        .organizer(
            IdentitySetPatch::new()
                .application(IdentityPatch::new().id("Id value").display_name("Display Name value"))
                .device(IdentityPatch::new())
                .user(IdentityPatch::new()),
        )
        .participants(vec![AnyIdentitySet::default()])
        .join_web_url("https://example.com/joinWebUrl/")
}

#[test]
fn the_update_is_that_of_the_reference_page() {
    let request = CallRecord::at(ID).update(example_patch());
    assert_eq!(line_of(&request), format!("PATCH /communications/callRecords/{ID}"));
    // The types that the page names inside of the organizer only repeat what is declared, and are not sent.
    let mut sent = example();
    let organizer = sent["organizer"].as_object_mut().unwrap();
    organizer.remove("@odata.type");
    for side in organizer.values_mut() {
        side.as_object_mut().unwrap().remove("@odata.type");
    }
    assert_eq!(read::<Value>(&body_of(&request)), sent);

    let mut came = example();
    came["id"] = json!(ID);
    came["lastModifiedDateTime"] = json!("2016-12-31T23:58:46.8102575+03:00");
    let mut record: CallRecord = read(
        r#"{"id":"81ba513a-513a-81ba-3a51-ba813a51ba81","version":1,"type":"peerToPeer","modalities":["audio"],
        "lastModifiedDateTime":"2016-12-31T00:00:00Z","startDateTime":"2016-12-31T00:00:00Z",
        "endDateTime":"2016-12-31T00:00:00Z"}"#,
    );
    request.parse(answer(came.to_string())).unwrap().merge_into(&mut record);
    assert_eq!(written(&record), came);
}

#[test]
fn a_patch_says_nothing_that_the_page_does_not_let_it_say() {
    for (member, why) in [
        ("id", "is the key"),
        ("lastModifiedDateTime", "is read-only"),
        ("sessions", ""),
        ("organizer_v2", ""),
        ("badge", "is not declared"),
    ] {
        let error = serde_json::from_value::<CallRecordPatch>(json!({ member: null })).unwrap_err().to_string();
        assert!(error.contains(&format!("`{member}`")) && error.contains(why), "{error}");
    }
}
