//! Examples of the public documentation, where a folder `shared` beside the checkout holds them: nothing they say of a
//! call record is lost.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use graph_resource::{GraphResource, Structured};
use graph_resource_tests::call_record::*;
use serde_json::{Value, json};

use crate::support::{answer, read, without, without_nulls, write};

/// What the struct does not declare though Graph's type does: filled by `$expand` and `organizer_v2`'s own rules.
const NOT_DECLARED: &[&str] = &["sessions", "organizer_v2", "participants_v2"];

fn folder() -> PathBuf {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    std::env::var_os("GRAPH_CORPUS").map_or_else(beside, PathBuf::from)
}

/// The bodies of `GET callRecord` in the documentation, by the name of the example.
fn documented() -> Option<Vec<(String, Value)>> {
    let text = ["corpus/get.dev.jsonl", "get.dev.jsonl"]
        .iter()
        .find_map(|file| std::fs::read_to_string(folder().join(file)).ok())?;
    let examples = text.lines().map(read::<Value>);
    let of_call_records =
        examples.filter(|example| example["resource_type"] == "microsoft.graph.callRecords.callRecord");
    Some(of_call_records.map(|example| (example["id"].to_string(), example["response_body"].clone())).collect())
}

/// In the shape of the documentation, with dynamic members and without some declared ones.
fn own() -> Vec<(String, Value)> {
    let identity = |name: &str| json!({ "user": { "id": "8218", "displayName": name, "tenantId": "dc36" } });
    let whole = json!({
        "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#communications/callRecords/$entity",
        "version": 1, "type": "peerToPeer", "modalities": ["audio"], "id": "e523",
        "lastModifiedDateTime": "2020-02-25T19:00:24.582757Z", "startDateTime": "2020-02-25T18:52:21.2169889Z",
        "endDateTime": "2020-02-25T18:52:46.7640013Z",
        "organizer": identity("Abbie"), "participants": [identity("Abbie"), { "phone": null, "acsUser": { "id": "1" } }],
        "sessions@odata.context": "x", "sessions": [{ "id": "s", "caller": { "name": "machine" } }]
    });
    let mut partial = without(&whole, &["version", "endDateTime", "participants"]);
    partial["joinWebUrl"] = Value::Null;
    vec![("own, whole".to_owned(), whole), ("own, in part".to_owned(), partial)]
}

/// What the body says, as far as the struct declares it: without annotations, in one spelling of types.
fn said(value: &Value) -> Value {
    match value {
        Value::Object(members) => members
            .iter()
            .filter(|(name, _)| !name.contains('@') || *name == "@odata.type" || name.ends_with("@odata.type"))
            .filter(|(_, value)| !is_declared_type(value))
            .map(|(name, value)| (name.clone(), said(value)))
            .collect(),
        Value::Array(items) => items.iter().map(said).collect(),
        Value::String(text) => json!(text.trim_start_matches('#')),
        value => value.clone(),
    }
}

/// The types that the structs declare are written whether or not they came.
fn is_declared_type(value: &Value) -> bool {
    let declared = ["callRecords.callRecord", "identitySet", "identity"].map(|name| format!("microsoft.graph.{name}"));
    value.as_str().is_some_and(|text| declared.iter().any(|declared| text.trim_start_matches('#') == declared))
}

fn nothing_is_lost(name: &str, body: &Value) {
    let expected = without(&said(&without_nulls(body)), NOT_DECLARED);
    let members: BTreeSet<_> = body.as_object().unwrap().keys().collect();
    let answered = || answer(200, body.to_string());
    let partial = CallRecord::at("1").get().select(CallRecord::props().id).parse(answered()).unwrap().into_inner();
    assert_eq!(said(&without_nulls(&read(&write(&partial)))), expected, "{name}");
    // Folded into a record that says otherwise, it says the same.
    let mut record: CallRecord = read(
        r#"{"id":"0","version":0,"type":"x","modalities":[],"lastModifiedDateTime":"2000-01-01T00:00:00Z",
        "startDateTime":"2000-01-01T00:00:00Z","endDateTime":"2000-01-01T00:00:00Z","participants":[]}"#,
    );
    record.merge(partial);
    let merged = said(&without_nulls(&read(&write(&record))));
    for (member, value) in expected.as_object().unwrap() {
        assert_eq!(merged[member], *value, "{name}: {member}");
    }
    let required = CallRecord::TYPE.properties.iter().map(|property| property.name);
    let nullable = ["organizer", "joinWebUrl"];
    let is_whole = required.filter(|name| !nullable.contains(name)).all(|name| members.contains(&name.to_owned()));
    let whole = CallRecord::at("1").get().parse(answered());
    assert_eq!(whole.is_ok(), is_whole, "{name}: {:?}", whole.err());
    if let Ok(whole) = whole {
        assert_eq!(said(&without_nulls(&read(&write(&*whole)))), expected, "{name}");
        assert!(whole.diff(&record).is_empty(), "{name}");
    }
}

#[test]
fn nothing_that_the_documentation_shows_is_lost() {
    let own = own();
    for (name, body) in &own {
        nothing_is_lost(name, body);
    }
    match documented() {
        Some(examples) => {
            assert!(!examples.is_empty(), "{} has no example of a call record", folder().display());
            for (name, body) in &examples {
                nothing_is_lost(name, body);
            }
        }
        None => eprintln!(
            "the documentation's examples were left out: there is no folder `shared` with a corpus; {} of our own were read",
            own.len()
        ),
    }
}
