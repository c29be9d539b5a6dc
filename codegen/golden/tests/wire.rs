//! The written types do what those of a person do.

use graph_resource_golden::graph::call_records::{
    AnyEndpoint, CallRecord, CallRecordPatch, CallType, Session,
};
use graph_resource_golden::graph::{AnyNamedLocation, MailboxSettings, User};

const BASE: &str = "https://graph.microsoft.com/v1.0";

#[test]
fn a_record_is_read_changed_and_sent() {
    let body = r##"{
        "id": "e523d2ed", "version": 7, "type": "groupCall", "modalities": ["audio", "hologram"],
        "lastModifiedDateTime": "2020-02-25T19:00:24Z", "startDateTime": "2020-02-25T18:52:21Z",
        "endDateTime": "2020-02-25T18:52:46Z", "joinWebUrl": null,
        "sessions": [{
            "id": "e523d2ed", "startDateTime": "2020-02-25T18:52:21Z", "endDateTime": "2020-02-25T18:52:46Z",
            "caller": {"@odata.type": "#microsoft.graph.callRecords.serviceEndpoint"}
        }]
    }"##;
    let record: CallRecord = serde_json::from_str(body).unwrap();
    assert_eq!(record.r#type, Some(CallType::GroupCall));
    let sessions = record.sessions.as_deref().unwrap();
    assert!(matches!(
        sessions,
        [Session {
            caller: Some(AnyEndpoint::ServiceEndpoint(_)),
            ..
        }]
    ));
    let patch = CallRecordPatch::new().version(8).clear_join_web_url();
    let request = CallRecord::at("e523d2ed")
        .update(patch)
        .to_http(BASE)
        .unwrap();
    assert_eq!(
        request.uri().path(),
        "/v1.0/communications/callRecords/e523d2ed"
    );
    assert_eq!(request.body(), r#"{"joinWebUrl":null,"version":8}"#);
}

#[test]
fn entities_are_served_where_graph_serves_them() {
    let path = |uri: &graph_resource::http::Uri| uri.path().replace("/v1.0", "");
    let user = User::at("x").get().to_http(BASE).unwrap();
    assert_eq!(path(user.uri()), "/users/x");
    let settings = MailboxSettings::at().get().to_http(BASE).unwrap();
    assert_eq!(path(settings.uri()), "/me/mailboxSettings");
    let place = AnyNamedLocation::at("x").get().to_http(BASE).unwrap();
    assert_eq!(
        path(place.uri()),
        "/identity/conditionalAccess/namedLocations/x"
    );
}

#[test]
fn types_that_nobody_declared_are_kept() {
    let body = r##"{"@odata.type":"#microsoft.graph.compliantNetworkNamedLocation","id":"x"}"##;
    let place: AnyNamedLocation = serde_json::from_str(body).unwrap();
    assert!(matches!(place, AnyNamedLocation::Unknown(_)));
    assert_eq!(serde_json::to_string(&place).unwrap(), body);
}
