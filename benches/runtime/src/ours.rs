//! callRecord as its reference page describes it, annotated as a user would.

use graph_resource::{DateTimeOffset, GraphComplex, GraphEnum, GraphResource};
use serde_json::{Map, Value};

/// One finished call.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/communications/callRecords/<id>", odata_type = "microsoft.graph.callRecords.callRecord")]
pub struct CallRecord {
    /// The key.
    pub id: String,
    /// Rises with each change of the record.
    pub version: i64,
    /// The kind of call.
    pub r#type: CallType,
    /// All modalities used.
    pub modalities: Vec<Modality>,
    /// When the record was changed.
    #[graph_resource(read_only)]
    pub last_modified_date_time: DateTimeOffset,
    /// When the first user joined.
    pub start_date_time: DateTimeOffset,
    /// When the last user left.
    pub end_date_time: DateTimeOffset,
    /// The organizing party.
    pub organizer: Option<IdentitySet>,
    /// The distinct identities.
    pub participants: Vec<IdentitySet>,
    /// The URL of the meeting.
    pub join_web_url: Option<String>,
}

/// The kind of a call.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum CallType {
    /// More than two parties.
    GroupCall,
    /// Two parties.
    PeerToPeer,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// A way to communicate.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum Modality {
    /// Sound.
    Audio,
    /// Pictures.
    Video,
    /// A screen, as video.
    VideoBasedScreenSharing,
    /// Data.
    Data,
    /// A screen.
    ScreenSharing,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Who takes part: a user, on a device, through an application.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.identitySet")]
pub struct IdentitySet {
    /// The application.
    pub application: Option<Identity>,
    /// The device.
    pub device: Option<Identity>,
    /// The user.
    pub user: Option<Identity>,
    /// What the type does not name.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// An identity.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.identity")]
pub struct Identity {
    /// The id.
    pub id: Option<String>,
    /// The name shown.
    pub display_name: Option<String>,
    /// What the type does not name.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}
