//! Answers to an update: in each form the copy at hand ends right, and none ends half merged.

use core::time::Duration;
use std::error::Error as _;

use graph_resource::{ErrorKind, GraphResource};
use graph_resource_tests::call_record::*;
use graph_resource_tests::shapes::*;

use crate::support::{answer, answer_with, client, moment, object, read, update_into};

const WHOLE: &str = r#"{
    "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#communications/callRecords/$entity",
    "@odata.etag": "W/\"2\"",
    "id": "1", "version": 9, "type": "groupCall", "modalities": ["audio", "hologram"],
    "lastModifiedDateTime": "2020-02-25T19:00:24.582757Z", "startDateTime": "2020-02-25T18:52:21.2169889Z",
    "endDateTime": "2020-02-25T18:52:46.7640013Z",
    "organizer": { "user": { "id": "u2", "displayName": "B", "tenantId": "t" } },
    "participants": [], "joinWebUrl": null, "sessions@odata.context": "x", "sessions": [{ "id": "s" }]
}"#;

fn record() -> CallRecord {
    read(
        r#"{"id":"1","version":1,"type":"peerToPeer","modalities":["audio"],"lastModifiedDateTime":"2020-01-01T00:00:00Z",
        "startDateTime":"2020-01-01T00:00:00Z","endDateTime":"2020-01-01T00:00:00Z",
        "organizer":{"user":{"id":"u1","displayName":"A","tenantId":"t","upn":"a@x"},"device":{"id":"d1"}},
        "participants":[{"user":{"id":"u1"}}],"joinWebUrl":"https://example.com"}"#,
    )
}

fn patch() -> CallRecordPatch {
    CallRecordPatch::new().version(8).clear_join_web_url()
}

fn merged(status: u16, body: &str) -> CallRecord {
    let mut record = record();
    update_into(CallRecord::at("1").update(patch()), answer(status, body.to_owned()), &mut record).unwrap();
    record
}

#[test]
fn a_whole_representation_is_folded_in() {
    let merged = merged(200, WHOLE);
    assert_eq!((merged.version, merged.r#type, merged.join_web_url), (9, CallType::GroupCall, None));
    assert_eq!(merged.modalities, [Modality::Audio, Modality::Unknown("hologram".into())]);
    assert_eq!(merged.last_modified_date_time, moment("2020-02-25T19:00:24.582757Z"));
    assert!(merged.participants.is_empty());
}

#[test]
fn a_partial_representation_leaves_the_rest() {
    let merged = merged(200, r#"{"id":"1","lastModifiedDateTime":"2021-01-01T00:00:00Z"}"#);
    let expected = CallRecord {
        version: 8,
        join_web_url: None,
        last_modified_date_time: moment("2021-01-01T00:00:00Z"),
        ..record()
    };
    assert_eq!(merged, expected);
}

#[test]
fn no_content_applies_the_patch_alone() {
    let expected = CallRecord { version: 8, join_web_url: None, ..record() };
    // Documentation shows bodies under 204 that are none.
    for (status, body) in [(204, ""), (200, ""), (200, " \r\n"), (204, "{\"version\":99}"), (204, "no content")] {
        assert_eq!(merged(status, body), expected, "{status} {body}");
    }
}

#[test]
fn an_empty_object_says_nothing() {
    assert_eq!(merged(200, "{}"), CallRecord { version: 8, join_web_url: None, ..record() });
}

#[test]
fn a_complex_value_in_an_answer_states_its_dynamic_members_and_leaves_declared_ones() {
    let merged = merged(200, WHOLE);
    let organizer = merged.organizer.unwrap();
    let user = organizer.user.unwrap();
    assert_eq!((user.id.as_deref(), user.display_name.as_deref()), (Some("u2"), Some("B")));
    assert_eq!(user.additional, object(r#"{"tenantId":"t"}"#), "`upn` is gone");
    assert_eq!(organizer.device.unwrap().id.as_deref(), Some("d1"), "`device` was not named");
}

#[test]
fn a_dictionary_in_an_answer_loses_the_keys_that_the_service_no_longer_shows() {
    let mut folder = Folder {
        id: "f".into(),
        owner: Some(Owner { name: Some("n".into()), additional: object(r#"{"a":1,"b":2}"#), badge: None }),
        editor: None,
        owners: Vec::new(),
        additional: object(r#"{"top":1}"#),
    };
    let request = Folder::at("f").update(FolderPatch::new().owner(OwnerPatch::new().additional("c", 3)));
    update_into(request, answer(200, r#"{"id":"f","owner":{"b":2,"c":3}}"#), &mut folder).unwrap();
    let owner = folder.owner.unwrap();
    assert_eq!((owner.name.as_deref(), owner.additional), (Some("n"), object(r#"{"b":2,"c":3}"#)));
    assert_eq!(folder.additional, object(r#"{"top":1}"#), "the resource itself may be answered in part");
}

#[test]
fn write_only_values_are_not_merged() {
    let mut flat: Flat = read(
        r#"{"id":"1","name":"n","count":1,"ratio":0,"flag":true,"kind":"firstKind","kinds":[],"tags":[],"holes":[],"secret":"s"}"#,
    );
    for masked in [r#"{"secret":null}"#, r#"{"secret":"****"}"#, r#"{"secret":{"not":"a string"}}"#, "{}"] {
        let request = Flat::at("1").update(FlatPatch::new().secret("new"));
        update_into(request, answer(200, masked), &mut flat).unwrap();
        assert_eq!(flat.secret.as_deref(), Some("new"), "{masked}");
    }
    // Nor those of nested values, be they there or not.
    let mut desk: Desk =
        read(r#"{"id":"1","home":{"lines":[],"code":"c"},"base":{"lines":[]},"yard":{"lines":[]},"spots":[]}"#);
    let masked =
        r#"{"home":{"lines":[],"code":"**"},"work":{"lines":[],"code":"**"},"spots":[{"lines":[],"code":"**"}]}"#;
    update_into(Desk::at("1").update(DeskPatch::new().clear_strict()), answer(200, masked), &mut desk).unwrap();
    assert_eq!(desk.home.unwrap().code.as_deref(), Some("c"));
    assert_eq!((desk.work.unwrap().code, desk.spots[0].code.clone()), (None, None));
}

#[test]
fn write_only_values_of_an_answer_that_was_kept_are_not_merged() {
    // A partial that was stored by serde has them; merging it is merging an answer all the same.
    let mut desk: Desk = read(r#"{"id":"1","base":{"lines":[]},"yard":{"lines":[]},"spots":[]}"#);
    desk.merge(read(r#"{"home":{"lines":[],"code":"**","pin":{"x":1}},"base":{"code":"**"}}"#));
    let home = desk.home.unwrap();
    assert_eq!((home.code, home.pin.unwrap().x, desk.base.code), (None, Some(1), None));
}

#[test]
fn an_answer_brings_about_a_value_where_it_says_enough() {
    let mut desk: Desk = read(r#"{"id":"1","base":{"lines":[]},"yard":{"lines":[]},"spots":[]}"#);
    let request = || Desk::at("1").update(DeskPatch::new().clear_lenient());
    update_into(request(), answer(200, r#"{"strict":{"note":"n"},"home":{"city":"c"}}"#), &mut desk).unwrap();
    assert_eq!(desk.strict, None, "`level` was not said");
    assert_eq!(desk.home, Some(Place { city: Some("c".into()), ..Place::default() }), "a truncated answer");
    update_into(request(), answer(200, r#"{"strict":{"level":2}}"#), &mut desk).unwrap();
    assert_eq!(desk.strict, Some(Strict { level: 2, note: None }));
    update_into(request(), answer(200, r#"{"strict":{"note":"n"}}"#), &mut desk).unwrap();
    assert_eq!(desk.strict, Some(Strict { level: 2, note: Some("n".into()) }));
}

#[test]
fn an_answer_that_fails_to_parse_changes_nothing() {
    for body in [
        &WHOLE[..WHOLE.len() - 2],
        &WHOLE[..WHOLE.find("joinWebUrl").unwrap() + 3],
        r#"{"version":9,"participants":[{"user":7}]}"#,
        r#"{"version":9,"endDateTime":null}"#,
        r#"{"version":9} {"version":10}"#,
        "null",
        "[]",
        "<html></html>",
    ] {
        let mut record = record();
        let error = update_into(CallRecord::at("1").update(patch()), answer(200, body.to_owned()), &mut record);
        let error = error.unwrap_err();
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Decode, 200), "{body}");
        assert_eq!(record, self::record());
    }
}

#[test]
fn the_version_comes_from_the_body_or_from_the_header() {
    let flat: Flat = read(
        r#"{"id":"1","name":"n","count":1,"ratio":0,"flag":true,"kind":"firstKind","kinds":[],"tags":[],"holes":[],"@odata.etag":"\"0\""}"#,
    );
    let request = || Flat::at("1").update(FlatPatch::new().count(2));
    let header = [("ETag", "\"h\""), ("request-id", "r"), ("Location", "ignored")];
    for (answer, etag) in [
        (answer_with(200, &header, r#"{"@odata.etag":"\"b\""}"#), "\"b\""),
        (answer_with(200, &header, r#"{"count":2}"#), "\"h\""),
        (answer_with(204, &header, ""), "\"h\""),
        (answer(204, ""), "\"0\""),
    ] {
        let updated = request().parse(answer).unwrap();
        let mut flat = flat.clone();
        updated.merge_into(&mut flat);
        assert_eq!(flat.etag.unwrap().as_str(), etag);
    }
    let updated = request().parse(answer_with(204, &header, "")).unwrap();
    assert_eq!((updated.request_id(), updated.answer()), (Some("r"), None));
    assert_eq!(*updated.patch(), FlatPatch::new().count(2));
}

#[test]
fn getting_a_resource_from_an_answer_without_content_is_an_error_of_its_own() {
    for (status, body) in [(204, ""), (200, ""), (200, "\n")] {
        let error = CallRecord::at("1").get().parse(answer(status, body)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::NoContent);
    }
    assert!(CallRecord::at("1").delete().parse(answer(204, "")).is_ok());
    assert!(CallRecord::at("1").delete().parse(answer(200, "whatever")).is_ok());
}

#[test]
fn a_truncated_representation_is_no_whole_resource() {
    let error =
        CallRecord::at("1").get().parse(answer(200, r#"{"id":"1","organizer":{},"modalities":[]}"#)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.path(), Some("version"));
    for missing in ["version", "type", "lastModifiedDateTime", "startDateTime", "endDateTime", "participants"] {
        assert!(error.to_string().contains(&format!("`{missing}`")), "{error}");
    }
    assert!(!error.to_string().contains("joinWebUrl"));
    let error = Desk::at("1")
        .get()
        .parse(answer(200, r#"{"id":"1","base":{"lines":[]},"yard":{"lines":[]},"spots":[],"strict":{"note":"n"}}"#));
    assert_eq!(error.unwrap_err().path(), Some("strict.level"));
}

#[test]
fn a_page_says_which_item_is_no_whole_resource() {
    let page = r#"{"value":[{"id":"1","base":{"lines":[]},"yard":{"lines":[]},"spots":[]},{"id":"2","base":{}}]}"#;
    let error = Desk::collection().list().parse(answer(200, page)).unwrap_err();
    assert_eq!(error.path(), Some("value[1].base.lines"));
}

#[test]
fn errors_answer_questions() {
    let parse = |status, headers: &[(&str, &str)], body: &str| {
        CallRecord::at("1").update(patch()).parse(answer_with(status, headers, body.to_owned())).unwrap_err()
    };
    let body = |inner: &str| {
        format!(
            r#"{{"error":{{"code":"itemNotFound","message":"Not there.","{inner}":{{"code":"gone","date":"2025-02-13T10:17:05",
            "request-id":"93b6","client-request-id":"e70c"}}}}}}"#
        )
    };
    for inner in ["innerError", "innererror"] {
        let error = parse(404, &[], &body(inner));
        assert!(error.is_not_found() && !error.is_throttled() && !error.is_retryable());
        assert_eq!((error.kind(), error.code()), (ErrorKind::Service, Some("itemNotFound")));
        assert_eq!((error.request_id(), error.client_request_id()), (Some("93b6"), Some("e70c")));
        assert_eq!(error.to_string(), "the service answered 404 Not Found, `itemNotFound`: Not there");
        assert_eq!(error.source().unwrap().to_string(), "`gone`");
    }
    let error = parse(404, &[("request-id", "header"), ("client-request-id", "mine")], &body("innerError"));
    assert_eq!((error.request_id(), error.client_request_id()), (Some("header"), Some("mine")));
    assert!(parse(409, &[], "").is_conflict());
    assert!(parse(412, &[], "").is_precondition_failed());
    let error = parse(429, &[("Retry-After", "2.128")], r#"{"error":{"code":"TooManyRequests","message":""}}"#);
    assert!(error.is_throttled() && error.is_retryable());
    assert_eq!(error.retry_after(), Some(Duration::from_millis(2_128)));
    for (status, retryable) in [(500, false), (502, false), (503, true), (504, true), (304, false), (501, false)] {
        let error = parse(status, &[("Retry-After", "10")], "");
        assert_eq!((error.is_retryable(), error.kind()), (retryable, ErrorKind::Service), "{status}");
        assert_eq!(error.retry_after(), Some(Duration::from_secs(10)));
    }
}

#[test]
fn an_error_without_graphs_body_is_an_error_all_the_same() {
    let parse = |body: &[u8]| CallRecord::at("1").get().parse(answer(500, body.to_vec())).unwrap_err();
    for body in [
        &b""[..],
        b"<html><body>502 Bad Gateway</body></html>",
        br#"{"error":{"code":"","message":null,"innerError":null}}"#,
        br#"{"error":null}"#,
        br#"{"error":{"co"#,
        b"[1]",
        b"\xff\xfe",
    ] {
        let error = parse(body);
        assert_eq!((error.kind(), error.code()), (ErrorKind::Service, None));
        assert_eq!(error.to_string(), "the service answered 500 Internal Server Error");
        assert!(!format!("{error:?}").contains("Gateway"));
    }
    assert_eq!(
        parse(b"<html>").source().unwrap().to_string(),
        "its body is not JSON but HTML, so it may come from a gateway before Graph"
    );
}

#[tokio::test]
async fn no_token_and_no_body_is_shown() {
    let client = client([answer(200, WHOLE), answer(200, "{\"version\":\"hunter2 is a body\"}")]);
    let client = client.bearer_token("eyJ.token").unwrap();
    let request = CallRecord::at("1")
        .update(patch().join_web_url("https://example.com/secret"))
        .header("x-secret", "eyJ.header")
        .if_match("W/\"eyJ.etag\"");
    let shown = format!(
        "{client:?} {request:?} {:?}",
        request.to_http("https://graph.microsoft.com/v1.0").unwrap().body().len()
    );
    client.send(request).await.unwrap().merge_into(&mut record());
    let error = client.send(CallRecord::at("1").update(patch())).await.unwrap_err();
    let sent = &client.transport().sent()[0];
    assert!(sent.headers["authorization"].is_sensitive());
    assert_eq!(sent.header("authorization"), Some("Bearer eyJ.token"));
    let shown = format!("{shown} {error} {error:?}");
    for secret in ["eyJ", "Bearer", "example.com", "joinWebUrl"] {
        assert!(!shown.contains(secret), "{secret} in {shown}");
    }
    assert!(shown.contains("has_token: true") && !format!("{:?}", sent.headers).contains("eyJ.token"), "{shown}");
}

#[test]
fn what_is_fetched_shows_what_it_says_and_not_how_it_is_kept() {
    let fetched = CallRecord::at("1").get().parse(answer(200, WHOLE)).unwrap();
    let shown = format!("{fetched:?}");
    assert!(shown.starts_with("Fetched { value: CallRecord {"), "{shown}");
    assert!(shown.ends_with(r#"etag: Some(ETag("W/\"2\"")), request_id: None, .. }"#), "{shown}");
    let shown = format!("{:?}", CallRecord::at("1").path());
    assert_eq!(shown, r#"ResourcePath("/communications/callRecords/1")"#);
}
