//! The reference page's own example of the update.

use graph_resource::{Bytes, DateTimeOffset};
use graph_resource_tests::call_record::*;
use serde_json::{Value, json};

const ID: &str = "81ba513a-513a-81ba-3a51-ba813a51ba81";

fn request_body() -> Value {
    json!({
        "@odata.type": "#microsoft.graph.callRecords.callRecord",
        "version": 7,
        "type": "String",
        "modalities": ["String"],
        "startDateTime": "2017-01-01T00:03:15.6077862+03:00",
        "endDateTime": "2017-01-01T00:01:17.3856072+03:00",
        "organizer": {
            "@odata.type": "microsoft.graph.identitySet",
            "application": {
                "@odata.type": "microsoft.graph.identity", "id": "Id value", "displayName": "Display Name value"
            },
            "device": { "@odata.type": "microsoft.graph.identity" },
            "user": { "@odata.type": "microsoft.graph.identity" }
        },
        "participants": [{ "@odata.type": "microsoft.graph.identitySet" }],
        "joinWebUrl": "https://example.com/joinWebUrl/"
    })
}

fn answer_body() -> Value {
    let mut body = request_body();
    body["id"] = json!(ID);
    body["lastModifiedDateTime"] = json!("2016-12-31T23:58:46.8102575+03:00");
    body
}

fn moment(text: &str) -> DateTimeOffset {
    text.parse().unwrap()
}

fn patch() -> CallRecordPatch {
    CallRecordPatch::new()
        .version(7)
        .r#type(CallType::Unknown("String".into()))
        .modalities(vec![Modality::Unknown("String".into())])
        .start_date_time(moment("2017-01-01T00:03:15.6077862+03:00"))
        .end_date_time(moment("2017-01-01T00:01:17.3856072+03:00"))
        .organizer(
            IdentitySetPatch::new()
                .application(IdentityPatch::new().id("Id value").display_name("Display Name value"))
                .device(IdentityPatch::new())
                .user(IdentityPatch::new()),
        )
        .participants(vec![IdentitySet::default()])
        .join_web_url("https://example.com/joinWebUrl/")
}

/// The page writes `@odata.type` with and without `#`.
fn without_hashes(value: &Value) -> Value {
    match value {
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| match (&**name, value) {
                ("@odata.type", Value::String(text)) => (name.clone(), json!(text.trim_start_matches('#'))),
                _ => (name.clone(), without_hashes(value)),
            })
            .collect(),
        Value::Array(items) => items.iter().map(without_hashes).collect(),
        value => value.clone(),
    }
}

#[test]
fn the_request_is_the_pages() {
    let request = CallRecord::at(ID).update(patch()).to_http("https://graph.microsoft.com/v1.0").unwrap();
    assert_eq!(request.method(), "PATCH");
    assert_eq!(request.uri(), &*format!("https://graph.microsoft.com/v1.0/communications/callRecords/{ID}"));
    let body: Value = serde_json::from_slice(request.body()).unwrap();
    assert_eq!(without_hashes(&body), without_hashes(&request_body()));
}

#[test]
fn the_answer_merges_with_nothing_lost() {
    let mut record: CallRecord = serde_json::from_value(json!({
        "id": ID, "version": 1, "type": "peerToPeer", "modalities": ["audio"],
        "lastModifiedDateTime": "2016-12-31T00:00:00Z", "startDateTime": "2016-12-31T00:00:00Z",
        "endDateTime": "2016-12-31T00:00:00Z", "participants": []
    }))
    .unwrap();
    let answer = http::Response::new(Bytes::from(answer_body().to_string()));
    let updated = CallRecord::at(ID).update(patch()).parse(answer).unwrap();
    assert!(!updated.patch().is_empty());
    updated.merge_into(&mut record);
    assert_eq!(without_hashes(&serde_json::to_value(&record).unwrap()), without_hashes(&answer_body()));
}
