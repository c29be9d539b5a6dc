//! Call records to start from. Everybody in them is made up.

use serde_json::{Value, json};

use crate::embedded::EmbeddedGraph;
use crate::rules::Rules;

/// Id of a group call with an organizer, three participants and a URL.
pub const GROUP_CALL: &str = "81ba513a-513a-81ba-3a51-ba813a51ba81";

/// Id of a call between two people, one of them on a phone: no URL, and members that the metadata does not declare.
pub const PEER_CALL: &str = "4f0c2a6e-9d1b-4c57-8e35-72d6a1b0c948";

/// Id of a call with enumeration members from a later version of the API, and with the least and the greatest date.
pub const LATER_CALL: &str = "c7e91b30-58f2-4a6d-b1c4-0e9d37f8a265";

impl EmbeddedGraph {
    /// A service with the three call records of [`call_records`], under the rules of [`call_record_rules`].
    ///
    /// # Examples
    ///
    /// ```
    /// use graph_resource_testing::{EmbeddedGraph, fixtures};
    ///
    /// let graph = EmbeddedGraph::with_call_records();
    /// let record = graph.entity(&format!("/communications/callRecords/{}", fixtures::GROUP_CALL)).unwrap();
    /// assert_eq!(record["version"], 7);
    /// ```
    #[must_use]
    pub fn with_call_records() -> Self {
        const COLLECTION: &str = "/communications/callRecords";

        let graph = Self::new().with_collection(COLLECTION).with_rules(COLLECTION, call_record_rules());
        call_records().into_iter().fold(graph, |graph, record| graph.with_entity(COLLECTION, record))
    }
}

/// How the metadata describes `microsoft.graph.callRecords.callRecord`: a closed entity with open identities.
///
/// `lastModifiedDateTime` is computed. Navigation properties are not there.
///
/// Source: Microsoft Graph v1.0 metadata, types `callRecord`, `identitySet` and `identity`.
pub fn call_record_rules() -> Rules {
    const DECLARED: [&str; 9] = [
        "version",
        "type",
        "modalities",
        "lastModifiedDateTime",
        "startDateTime",
        "endDateTime",
        "organizer",
        "participants",
        "joinWebUrl",
    ];
    const IDENTITIES: [&str; 3] = ["application", "device", "user"];
    const IDENTITY: [&str; 2] = ["displayName", "id"];

    Rules::new()
        .closed("", DECLARED)
        .not_null(["version", "type", "modalities", "startDateTime", "endDateTime", "participants"])
        .computed(["lastModifiedDateTime"])
        .open("organizer", IDENTITIES)
        .open("organizer/*", IDENTITY)
        .open("participants", IDENTITIES)
        .open("participants/*", IDENTITY)
}

/// The records, oldest first: [`GROUP_CALL`], [`PEER_CALL`], [`LATER_CALL`].
#[must_use]
pub fn call_records() -> Vec<Value> {
    let ada = json!({
        "id": "0d5f4c1a-6b38-4e92-a7d0-15c8e2b94f63",
        "displayName": "Ada Nyström",
        "tenantId": "b61d20c7-3e84-4f59-9a02-d8c7f1e6350b",
    });
    let bao = json!({"id": "e2a87b95-0c4d-4136-8f7e-93b5d0a1c26f", "displayName": "Bao Trần"});
    let room = json!({"id": "room-4.12", "displayName": "Room 4.12"});
    let recorder = json!({"id": "7b3e9f02-d5a1-4c68-b094-2f6c8e1d7a50", "displayName": "Recorder"});
    vec![
        json!({
            "id": GROUP_CALL,
            "version": 7,
            "type": "groupCall",
            "modalities": ["audio", "video"],
            "lastModifiedDateTime": "2025-11-30T09:58:46.8102575+03:00",
            "startDateTime": "2025-11-30T09:00:03.6077862+03:00",
            "endDateTime": "2025-11-30T09:41:17.3856072+03:00",
            "organizer": {"application": null, "device": null, "user": ada},
            "participants": [{"user": ada}, {"user": bao}, {"application": recorder, "device": room}],
            "joinWebUrl": "https://meet.example.com/l/weekly%3aaudit/0?context=%7b%22t%22%3a1%7d",
        }),
        json!({
            "id": PEER_CALL,
            "version": 1,
            "type": "peerToPeer",
            "modalities": ["audio"],
            "lastModifiedDateTime": "2025-12-01T19:00:24.582757Z",
            "startDateTime": "2025-12-01T18:52:21.2169889Z",
            "endDateTime": "2025-12-01T18:52:46.76Z",
            "organizer": {
                "user": {
                    "@odata.type": "#microsoft.graph.userIdentity",
                    "id": "e2a87b95-0c4d-4136-8f7e-93b5d0a1c26f",
                    "displayName": "Bao Trần",
                    "userPrincipalName": "bao@example.com",
                },
                "acsUser": null,
            },
            "participants": [{"user": bao}, {"phone": {"id": "+15550100", "displayName": null}}],
            "joinWebUrl": null,
        }),
        json!({
            "id": LATER_CALL,
            "version": 9_007_199_254_740_993_i64,
            "type": "holographicCall",
            "modalities": ["audio", "hologram", "unknownFutureValue"],
            "lastModifiedDateTime": "2025-12-24T12:00:00Z",
            "startDateTime": "0001-01-01T00:00:00Z",
            "endDateTime": "9999-12-31T23:59:59.9999999Z",
            "organizer": null,
            "participants": [],
            "joinWebUrl": "https://example.com/joinWebUrl/",
        }),
    ]
}

#[cfg(test)]
mod tests {
    use super::{EmbeddedGraph, call_record_rules, call_records};
    use crate::patch::{Mode, write};

    #[test]
    fn the_records_obey_their_own_rules() {
        for record in call_records() {
            let mut body = record.as_object().unwrap().clone();
            body.remove("lastModifiedDateTime");
            write(&mut serde_json::Map::new(), &body, &call_record_rules(), Mode::Create).unwrap();
        }
        assert_eq!(EmbeddedGraph::with_call_records().entities("/communications/callRecords"), call_records());
    }
}
