//! Answers as Graph writes them, made by code: its order of properties, its control information, its nulls.

use std::fmt::Write as _;

/// Whether identities say null for each kind of party that they could have, as Graph's do.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Nulls {
    /// As the reference page shows them.
    Without,
    /// As the service writes them today.
    With,
}

const CONTEXT: &str = "https://graph.microsoft.com/v1.0/$metadata#communications/callRecords";

/// A callRecord with so many participants.
#[must_use]
pub fn call_record(participants: usize, nulls: Nulls) -> String {
    let mut body = format!(r#"{{"@odata.context":"{CONTEXT}/$entity","#);
    push_record(&mut body, participants, nulls);
    body.push('}');
    body
}

/// An answer to `$select=version,endDateTime,organizer,joinWebUrl`.
#[must_use]
pub fn partial() -> String {
    let organizer = identity_set(0, Nulls::Without);
    format!(
        r#"{{"@odata.context":"{CONTEXT}(version,endDateTime,organizer,joinWebUrl)/$entity","@odata.etag":"W/\"7\"","id":"{}","version":7,"endDateTime":"2020-02-25T18:52:46.7640013Z","organizer":{organizer},"joinWebUrl":null}}"#,
        id(0)
    )
}

/// A callRecord of two participants, with so many sessions of so many segments expanded.
#[must_use]
pub fn expanded(sessions: usize, segments: usize) -> String {
    let mut body = format!(r#"{{"@odata.context":"{CONTEXT}(sessions(segments()))/$entity","#);
    push_record(&mut body, 2, Nulls::Without);
    let _ = write!(body, r#","sessions@odata.context":"{CONTEXT}('{}')/sessions(segments())","sessions":"#, id(0));
    let list = |count: usize, item: &dyn Fn(usize) -> String| (0..count).map(item).collect::<Vec<_>>().join(",");
    let session = |index: usize| {
        format!(
            r#"{{"id":"{}","modalities":["audio"],"startDateTime":"2020-02-25T18:52:21.2169889Z","endDateTime":"2020-02-25T18:52:46.7640013Z","isTest":false,"failureInfo":null,"caller":{},"callee":{},"segments@odata.context":"{CONTEXT}('{}')/sessions('{}')/segments","segments":[{}]}}"#,
            id(index),
            endpoint(index, true),
            endpoint(index + 1, false),
            id(0),
            id(index),
            list(segments, &|segment| segment_of(index * segments + segment)),
        )
    };
    let _ = write!(body, "[{}]}}", list(sessions, &session));
    body
}

fn push_record(body: &mut String, participants: usize, nulls: Nulls) {
    let _ = write!(
        body,
        r#""version":7,"type":"groupCall","modalities":["audio","video"],"lastModifiedDateTime":"2020-02-25T19:00:24.582757Z","startDateTime":"2020-02-25T18:52:21.2169889Z","endDateTime":"2020-02-25T18:52:46.7640013Z","id":"{}","organizer":{},"participants":["#,
        id(0),
        identity_set(0, nulls)
    );
    for index in 0..participants {
        if index > 0 {
            body.push(',');
        }
        body.push_str(&identity_set(index, nulls));
    }
    body.push_str(
        r#"],"joinWebUrl":"https://teams.microsoft.com/l/meetup-join/19%3ameeting_NDQ4%40thread.v2/0?context=1""#,
    );
}

/// An id that looks like Graph's.
fn id(index: usize) -> String {
    format!("e523d2ed-2966-4b6b-925b-{:012x}", 0x754a_8803_4cc5_usize + index)
}

fn identity(index: usize) -> String {
    format!(
        r#"{{"id":"{}","displayName":"Participant number {index}","tenantId":"dc368399-474c-4d40-900c-6265431fd81f"}}"#,
        id(index)
    )
}

fn identity_set(index: usize, nulls: Nulls) -> String {
    const PARTIES: [&str; 8] = [
        "acsUser",
        "spoolUser",
        "phone",
        "guest",
        "encrypted",
        "onPremises",
        "acsApplicationInstance",
        "spoolApplicationInstance",
    ];
    let mut set = "{".to_owned();
    if nulls == Nulls::With {
        for party in PARTIES {
            let _ = write!(set, r#""{party}":null,"#);
        }
        set.push_str(r#""applicationInstance":null,"application":null,"device":null,"#);
    }
    let _ = write!(set, r#""user":{}}}"#, identity(index));
    set
}

fn endpoint(index: usize, is_caller: bool) -> String {
    let feedback = if is_caller { "" } else { r#","feedback":{"text":null,"rating":"good"}"# };
    if index % 8 == 7 {
        return r##"{"@odata.type":"#microsoft.graph.callRecords.serviceEndpoint","userAgent":{"@odata.type":"#microsoft.graph.callRecords.serviceUserAgent","headerValue":null,"role":"mediaController"}}"##.to_owned();
    }
    format!(
        r##"{{"@odata.type":"#microsoft.graph.callRecords.participantEndpoint","userAgent":{{"@odata.type":"#microsoft.graph.callRecords.clientUserAgent","headerValue":"UCCAPI/16.0.12527.20122 OC/16.0.12527.20194","platform":"windows","productFamily":"teams"}},"identity":{}{feedback},"name":"machine_{index}","cpuName":"Example CPU @ 2.30GHz","cpuCoresCount":8,"cpuProcessorSpeedInMhz":2300}}"##,
        identity_set(index, Nulls::Without)
    )
}

fn segment_of(index: usize) -> String {
    let network = |connection: &str| {
        format!(
            r#"{{"ipAddress":"10.150.0.{}","subnet":"10.150.0.0","linkSpeed":4294967295,"connectionType":"{connection}","port":{},"reflexiveIPAddress":"127.0.0.2","relayIPAddress":"52.114.188.32","relayPort":53889,"macAddress":"00-00-00-00-00-00","dnsSuffix":null,"sentQualityEventRatio":0.31,"receivedQualityEventRatio":0.27,"delayEventRatio":0,"bandwidthLowEventRatio":0}}"#,
            index % 250,
            50_000 + index % 1000
        )
    };
    let caller_device = r#"{"captureDeviceName":"Default input device","renderDeviceName":"Default output device","receivedSignalLevel":-10,"receivedNoiseLevel":-68,"initialSignalLevelRootMeanSquare":60.25816,"renderZeroVolumeEventRatio":1,"renderMuteEventRatio":1,"micGlitchRate":23,"speakerGlitchRate":3830}"#;
    let callee_device = r#"{"captureDeviceName":"Microphone","captureDeviceDriver":"Example: 5.0.8638.1100","renderDeviceName":"Speakers","renderDeviceDriver":"Example: 5.0.8638.1100","receivedSignalLevel":-14,"receivedNoiseLevel":-86,"initialSignalLevelRootMeanSquare":146.7885,"micGlitchRate":143,"speakerGlitchRate":182}"#;
    let stream = |direction: &str| {
        format!(
            r#"{{"streamId":"{}","streamDirection":"{direction}","averageAudioDegradation":null,"averageJitter":"PT0.016S","maxJitter":"PT0.021S","averagePacketLossRate":0,"maxPacketLossRate":0.0125,"averageRatioOfConcealedSamples":null,"maxRatioOfConcealedSamples":null,"averageRoundTripTime":"PT0.061S","maxRoundTripTime":"PT0.079S","packetUtilization":67,"averageBandwidthEstimate":9965083,"wasMediaBypassed":false,"averageAudioNetworkJitter":"PT0.043S","maxAudioNetworkJitter":"PT0.046S"}}"#,
            1_504_545_584 + index
        )
    };
    format!(
        r#"{{"startDateTime":"2020-02-25T18:52:21.2169889Z","endDateTime":"2020-02-25T18:52:46.7640013Z","id":"{}","caller":{},"callee":{},"failureInfo":null,"media":[{{"label":"main-audio","callerNetwork":{},"calleeNetwork":{},"callerDevice":{caller_device},"calleeDevice":{callee_device},"streams":[{},{}]}}]}}"#,
        id(index),
        endpoint(index, true),
        endpoint(index + 1, false),
        network("wifi"),
        network("wired"),
        stream("callerToCallee"),
        stream("calleeToCaller"),
    )
}
