//! Reads a call record, changes it and saves it. Arguments: the service root, a token, the record's id.

use graph_resource::transport::ReqwestTransport;
use graph_resource::{BaseUrl, Client, DateTimeOffset, GraphComplex, GraphEnum, GraphResource};
use serde_json::{Map, Value};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/communications/callRecords/<id>")]
pub struct CallRecord {
    pub id: String,
    pub version: i64,
    pub r#type: CallType,
    pub modalities: Vec<Modality>,
    #[graph_resource(read_only)]
    pub last_modified_date_time: DateTimeOffset,
    pub start_date_time: DateTimeOffset,
    pub end_date_time: DateTimeOffset,
    pub organizer: Option<IdentitySet>,
    pub participants: Vec<IdentitySet>,
    pub join_web_url: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum CallType {
    GroupCall,
    PeerToPeer,
    #[graph_resource(unknown)]
    Unknown(String),
}

#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum Modality {
    Audio,
    Video,
    VideoBasedScreenSharing,
    Data,
    ScreenSharing,
    #[graph_resource(unknown)]
    Unknown(String),
}

#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct IdentitySet {
    pub application: Option<Identity>,
    pub device: Option<Identity>,
    pub user: Option<Identity>,
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct Identity {
    pub id: Option<String>,
    pub display_name: Option<String>,
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let [root, token, id] = &*std::env::args().skip(1).collect::<Vec<_>>() else {
        return Err("service root, token and id".into());
    };
    let base = BaseUrl::parse(root).or_else(|_| BaseUrl::loopback(root))?;
    let client = Client::new(ReqwestTransport::new()?, base).bearer_token(token)?;

    let mut record = client.send(CallRecord::at(id).get()).await?.into_inner();
    println!("version {}, {} participants", record.version, record.participants.len());
    let patch = CallRecordPatch::new().version(record.version + 1).clear_join_web_url();
    client.send(CallRecord::at(id).update(patch)).await?.merge_into(&mut record);
    println!("version {}, at {:?}", record.version, record.join_web_url);
    Ok(())
}
