//! Reads a call record, changes it and saves it. Arguments: the service root, a token, the record's id.

use std::time::Duration;

use reqwest::header::CONTENT_TYPE;
use reqwest::redirect::Policy;
use reqwest::{Client, Url};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(dead_code)]
pub struct CallRecord {
    pub id: String,
    pub version: i64,
    pub r#type: CallType,
    pub modalities: Vec<Modality>,
    pub last_modified_date_time: String,
    pub start_date_time: String,
    pub end_date_time: String,
    pub organizer: Option<IdentitySet>,
    pub participants: Vec<IdentitySet>,
    pub join_web_url: Option<String>,
}

#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CallRecordPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<CallType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modalities: Option<Vec<Modality>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_date_time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_date_time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organizer: Option<Option<IdentitySet>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub participants: Option<Vec<IdentitySet>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub join_web_url: Option<Option<String>>,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum CallType {
    GroupCall,
    PeerToPeer,
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Modality {
    Audio,
    Video,
    VideoBasedScreenSharing,
    Data,
    ScreenSharing,
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct IdentitySet {
    pub application: Option<Identity>,
    pub device: Option<Identity>,
    pub user: Option<Identity>,
    #[serde(flatten)]
    pub additional: Map<String, Value>,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Identity {
    pub id: Option<String>,
    pub display_name: Option<String>,
    #[serde(flatten)]
    pub additional: Map<String, Value>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let [root, token, id] = &*std::env::args().skip(1).collect::<Vec<_>>() else {
        return Err("service root, token and id".into());
    };
    let client = Client::builder()
        .redirect(Policy::none())
        .connect_timeout(Duration::from_secs(30))
        .timeout(Duration::from_secs(100))
        .build()?;
    let mut url = Url::parse(root)?;
    url.path_segments_mut().map_err(|()| "a root that is no base")?.extend(["communications", "callRecords", id]);

    let answer = client.get(url.clone()).bearer_auth(token).send().await?.error_for_status()?;
    let mut record: CallRecord = serde_json::from_slice(&answer.bytes().await?)?;
    println!("version {}, {} participants", record.version, record.participants.len());
    let patch =
        CallRecordPatch { version: Some(record.version + 1), join_web_url: Some(None), ..CallRecordPatch::default() };
    let request = client.patch(url).bearer_auth(token).header(CONTENT_TYPE, "application/json");
    let answer = request.body(serde_json::to_vec(&patch)?).send().await?.error_for_status()?.bytes().await?;
    if answer.is_empty() {
        record.version = patch.version.unwrap_or(record.version);
        record.join_web_url = patch.join_web_url.unwrap_or(record.join_web_url);
    } else {
        record = serde_json::from_slice(&answer)?;
    }
    println!("version {}, at {:?}", record.version, record.join_web_url);
    Ok(())
}
