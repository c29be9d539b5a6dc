//! A record with all that belongs to it: read, changed and written without loss.

use graph_resources::call_records::*;
use graph_resources::graph_resource::edm::Duration;
use graph_resources::graph_resource::{Expand, GraphEnum, GraphResource};
use graph_resources::identity::*;
use serde_json::{Value, json};

use crate::support::{answer, assert_nothing_lost, body_of, read, written};

const TYPE: &str = "microsoft.graph.callRecords.callRecord";

/// In the shape of the documentation, of newer answers and older ones at once.
pub(crate) fn expanded() -> Value {
    let ada = json!({ "id": "3f7a", "displayName": "Ada Nyström", "tenantId": "b61d" });
    json!({
        "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#x(sessions(segments()))/$entity",
        "id": "5b1c", "version": 1, "type": "peerToPeer", "modalities": ["audio", "hologram"],
        "lastModifiedDateTime": "2025-03-04T10:02:11.040506Z",
        "startDateTime": "2025-03-04T09:15:02.1234567Z", "endDateTime": "2025-03-04T09:47:30.7650004Z",
        "joinWebUrl": "https://meet.example.com/l/weekly",
        "organizer": { "user": ada, "acsUser": null, "phone": { "id": "+15550100" } },
        "participants": [
            { "user": ada },
            {
                "@odata.type": "#microsoft.graph.communicationsIdentitySet", "endpointType": "voicemail",
                "phone": { "@odata.type": "#microsoft.graph.communicationsPhoneIdentity", "id": "+15550100" }
            }
        ],
        "organizer_v2@odata.context": "https://graph.microsoft.com/v1.0/$metadata#x/organizer_v2/$entity",
        "organizer_v2": { "id": "3f7a", "identity": { "user": ada }, "administrativeUnitInfos": [{ "id": "unit" }] },
        "participants_v2@odata.context": "https://graph.microsoft.com/v1.0/$metadata#x/participants_v2",
        "participants_v2": [{ "id": "3f7a", "identity": { "acsUser": null, "guest": null, "user": ada } }],
        "sessions@odata.context": "https://graph.microsoft.com/v1.0/$metadata#x/sessions(segments())",
        "sessions": [session()],
        "sessions@odata.nextLink":
            "https://graph.microsoft.com/v1.0/communications/callRecords/5b1c/sessions?$skiptoken=abc"
    })
}

fn session() -> Value {
    json!({
        "id": "5b1c", "modalities": ["audio"], "isTest": false,
        "startDateTime": "2025-03-04T09:15:02.1234567Z", "endDateTime": "2025-03-04T09:47:30.7650004Z",
        "caller": {
            "@odata.type": "#microsoft.graph.callRecords.participantEndpoint", "name": "ada-laptop", "cpuCoresCount": 8,
            "userAgent": {
                "@odata.type": "#microsoft.graph.callRecords.clientUserAgent",
                "headerValue": "Teams/1.7 (Windows)", "platform": "windows", "productFamily": "teams"
            },
            "associatedIdentity": {
                "@odata.type": "#microsoft.graph.callRecords.userIdentity", "id": "3f7a", "displayName": "Ada Nyström",
                "userPrincipalName": "ada@example.com", "tenantId": "b61d"
            },
            "feedback": { "rating": "poor", "text": null, "tokens": { "NoSound": false, "Echo": true, "Noisy": true } }
        },
        "callee": {
            "@odata.type": "microsoft.graph.callRecords.serviceEndpoint",
            "userAgent": {
                "@odata.type": "#microsoft.graph.callRecords.serviceUserAgent",
                "headerValue": null, "role": "mediationServer"
            }
        },
        "failureInfo": { "stage": "midcall", "reason": "The media path was lost." },
        "segments": [{
            "id": "5b1c", "startDateTime": "2025-03-04T09:15:02Z", "endDateTime": "2025-03-04T09:47:30Z",
            "caller": { "userAgent": null }, "callee": { "@odata.type": "#microsoft.graph.callRecords.endpoint" },
            "media": [media()]
        }]
    })
}

fn media() -> Value {
    json!({
        "label": "main-audio",
        "callerNetwork": {
            "ipAddress": "192.0.2.17", "subnet": "192.0.2.0", "linkSpeed": 4_294_967_295_i64, "connectionType": "wifi",
            "port": 40123, "reflexiveIPAddress": "203.0.113.9", "relayIPAddress": "198.51.100.32", "relayPort": 3479,
            "macAddress": "00-00-5E-00-53-01", "dnsSuffix": null, "sentQualityEventRatio": 0,
            "receivedQualityEventRatio": 0.35, "delayEventRatio": 0, "bandwidthLowEventRatio": 1
        },
        "calleeNetwork": { "linkSpeed": 866_700_000 },
        "callerDevice": {
            "captureDeviceName": "Microphone", "receivedSignalLevel": -12,
            "initialSignalLevelRootMeanSquare": 73.40621, "cpuInsufficentEventRatio": 0.5
        },
        "streams": [{
            "streamId": "2718281828", "streamDirection": "callerToCallee", "audioCodec": "satinFullband",
            "averageAudioDegradation": null, "averageJitter": "PT0.018S", "averagePacketLossRate": 0.027_145_12,
            "packetUtilization": 91, "wasMediaBypassed": false
        }]
    })
}

fn fetched(body: &Value) -> CallRecord {
    let sessions = Expand::of(CallRecord::props().sessions).expand(Session::props().segments);
    CallRecord::at("5b1c").get().expand(sessions).parse(answer(body.to_string())).unwrap().into_inner()
}

#[test]
fn an_expanded_record_is_read_to_the_last_value() {
    let record = fetched(&expanded());
    assert_eq!((record.version, &record.r#type), (1, &CallType::PeerToPeer));
    assert_eq!(record.modalities, [Modality::Audio, Modality::Unknown("hologram".into())]);
    assert_eq!(record.start_date_time.to_string(), "2025-03-04T09:15:02.1234567Z");
    assert_eq!(record.organizer.as_ref().and_then(AnyIdentitySet::display_name), Some("Ada Nyström"));
    let organizer = record.organizer_v2.as_ref().unwrap();
    assert_eq!(organizer.identity.as_ref().and_then(CommunicationsIdentitySet::display_name), Some("Ada Nyström"));
    assert_eq!(organizer.administrative_unit_infos[0].id.as_deref(), Some("unit"));
    assert_eq!(record.participants_v2.as_ref().unwrap().len(), 1);

    let session = &record.sessions.as_ref().unwrap()[0];
    assert_eq!((session.is_test, session.modalities.as_slice()), (Some(false), &[Modality::Audio][..]));
    let failure = session.failure_info.as_ref().unwrap();
    assert_eq!((&failure.stage, failure.reason.as_deref()), (&FailureStage::Midcall, Some("The media path was lost.")));
    let caller = session.caller.as_ref().and_then(AnyEndpoint::as_participant).unwrap();
    assert_eq!((caller.display_name(), caller.cpu_cores_count), (Some("Ada Nyström"), Some(8)));
    let feedback = caller.feedback.as_ref().unwrap();
    let tokens = feedback.tokens.as_ref().unwrap();
    assert_eq!(feedback.rating, UserFeedbackRating::Poor);
    assert_eq!(tokens.ticked().collect::<Vec<_>>(), ["Echo", "Noisy"]);
    assert_eq!(["Echo", "NoSound", "Stopped"].map(|name| tokens.get(name)), [Some(true), Some(false), None]);

    let segment = &session.segments.as_ref().unwrap()[0];
    assert_eq!(segment.caller, Some(Endpoint::default().into()));
    assert_eq!(segment.callee, segment.caller, "named or not, it is the base type");
    let media = &segment.media[0];
    let (near, far) = (media.caller_network.as_ref().unwrap(), media.callee_network.as_ref().unwrap());
    assert_eq!((near.link_speed, near.sent_quality_event_ratio), (Some(4_294_967_295), Some(0.0)));
    assert_eq!(near.reflexive_ip_address.as_deref(), Some("203.0.113.9"));
    assert_eq!((&near.connection_type, far.connection_type.as_str()), (&NetworkConnectionType::Wifi, "unknown"));
    let device = media.caller_device.as_ref().unwrap();
    assert_eq!(device.initial_signal_level_root_mean_square, Some(73.406_21));
    assert_eq!(device.cpu_insufficient_event_ratio, Some(0.5));
    let stream = &media.streams[0];
    assert_eq!(stream.stream_direction, MediaStreamDirection::CallerToCallee);
    assert_eq!(stream.audio_codec, Some(AudioCodec::SatinFullband));
    assert_eq!(stream.average_jitter, Some("PT0.018S".parse::<Duration>().unwrap()));
    assert_eq!((stream.packet_utilization, stream.average_audio_degradation), (Some(91), None));
}

#[test]
fn nothing_of_it_is_lost() {
    let came = expanded();
    let record = fetched(&came);
    assert_nothing_lost("record", TYPE, &came, &written(&record));
    assert_eq!(read::<CallRecord>(&written(&record).to_string()), record);
}

#[test]
fn a_change_is_what_is_sent_and_no_more() {
    let mut came = expanded();
    let record = fetched(&came);
    let mut changed = record.clone();
    changed.version += 1;
    if let Some(Some(user)) = changed.organizer.as_mut().and_then(AnyIdentitySet::user_mut) {
        user.set_display_name("Ada N.");
    }
    changed.join_web_url = None;
    // What no patch names, whatever becomes of it.
    changed.last_modified_date_time = "2021-01-01T00:00:00Z".parse().unwrap();
    changed.sessions = None;
    changed.organizer_v2 = None;

    let patch = record.diff(&changed);
    let body = r##"{"@odata.type":"#microsoft.graph.callRecords.callRecord","version":2,"organizer":{"user":{"displayName":"Ada N."}},"joinWebUrl":null}"##;
    assert_eq!(body_of(&CallRecord::at("5b1c").update(patch.clone())), body);

    let mut applied = record.clone();
    applied.apply(patch);
    came["version"] = json!(2);
    came["organizer"]["user"]["displayName"] = json!("Ada N.");
    came["joinWebUrl"] = Value::Null;
    assert_nothing_lost("changed", TYPE, &came, &written(&applied));
    assert!(record.diff(&record).is_empty());
}

#[test]
fn an_answer_to_a_change_is_folded_in() {
    let mut record = fetched(&expanded());
    let patch = CallRecordPatch::new().version(2);
    let body = r#"{"id":"5b1c","version":3,"organizer_v2":{"id":"9","identity":null,"administrativeUnitInfos":[]}}"#;
    CallRecord::at("5b1c").update(patch).parse(answer(body)).unwrap().merge_into(&mut record);
    assert_eq!(record.version, 3);
    assert_eq!(record.organizer_v2.as_ref().map(|organizer| &*organizer.id), Some("9"));
    assert_eq!(record.sessions.as_ref().map(Vec::len), Some(1), "of what is not named, what is known stays");
}

#[test]
fn an_answer_may_leave_out_what_is_empty() {
    // With `Prefer: omit-values=nulls`; of a newer record, in a cloud without `isTest`.
    let came = json!({
        "id": "1", "version": 1, "type": "groupCall", "lastModifiedDateTime": "2024-01-01T00:00:00Z",
        "startDateTime": "2024-01-01T00:00:00Z", "endDateTime": "2024-01-01T00:00:00Z",
        "organizer_v2": { "id": "3f7a", "identity": { "user": { "id": "3f7a" } } },
        "sessions": [{
            "id": "2", "startDateTime": "2024-01-01T00:00:00Z", "endDateTime": "2024-01-01T00:00:00Z",
            "segments": [{
                "id": "3", "startDateTime": "2024-01-01T00:00:00Z", "endDateTime": "2024-01-01T00:00:00Z"
            }]
        }]
    });
    let record = fetched(&came);
    assert_nothing_lost("record", TYPE, &came, &written(&record));
    assert_eq!((record.organizer.as_ref(), record.participants.len(), record.modalities.len()), (None, 0, 0));
    let session = &record.sessions.as_ref().unwrap()[0];
    assert_eq!((session.is_test, session.segments.as_ref().unwrap()[0].media.len()), (None, 0));
}

#[test]
fn what_is_missing_of_a_whole_record_is_named() {
    let error = CallRecord::at("1").get().parse(answer(r#"{"id":"1","version":1}"#)).unwrap_err();
    for property in ["type", "lastModifiedDateTime", "startDateTime", "endDateTime"] {
        assert!(error.to_string().contains(&format!("`{property}`")), "{error}");
    }
    let props = CallRecord::props();
    let partial = CallRecord::at("1").get().select(props.version).parse(answer(r#"{"id":"1","version":1}"#)).unwrap();
    assert_eq!(partial.version, Some(1));
}
