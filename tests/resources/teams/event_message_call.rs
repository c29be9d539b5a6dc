//! What is said of calls in messages.

use graph_resource::edm::Duration;
use graph_resource::{GraphComplex, GraphEnum};

use crate::common::IdentitySet;

/// A call ended.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct CallEndedEventMessageDetail {
    /// How long it was.
    pub call_duration: Option<Duration>,
    /// What it was.
    pub call_event_type: Option<TeamworkCallEventType>,
    /// The call.
    pub call_id: Option<String>,
    /// Who took part.
    #[graph_resource(default)]
    pub call_participants: Vec<CallParticipantInfo>,
    /// Who did it.
    pub initiator: Option<IdentitySet>,
}

/// A call was recorded.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct CallRecordingEventMessageDetail {
    /// The call.
    pub call_id: Option<String>,
    /// The name of the recording.
    pub call_recording_display_name: Option<String>,
    /// How long the recording is.
    pub call_recording_duration: Option<Duration>,
    /// How far the recording is.
    pub call_recording_status: Option<CallRecordingStatus>,
    /// Where the recording is.
    pub call_recording_url: Option<String>,
    /// Who did it.
    pub initiator: Option<IdentitySet>,
    /// Who called the meeting.
    pub meeting_organizer: Option<IdentitySet>,
}

/// A call began.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct CallStartedEventMessageDetail {
    /// What it was.
    pub call_event_type: Option<TeamworkCallEventType>,
    /// The call.
    pub call_id: Option<String>,
    /// Who did it.
    pub initiator: Option<IdentitySet>,
}

/// A call was written down.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct CallTranscriptEventMessageDetail {
    /// The call.
    pub call_id: Option<String>,
    /// The meeting in a calendar.
    pub call_transcript_i_cal_uid: Option<String>,
    /// Who called the meeting.
    pub meeting_organizer: Option<IdentitySet>,
}

/// Who took part in a call.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct CallParticipantInfo {
    /// Who.
    pub participant: Option<IdentitySet>,
}

/// What a call was.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum TeamworkCallEventType {
    /// A call.
    Call,
    /// A meeting.
    Meeting,
    /// A screen that was shown.
    ScreenShare,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// How far a recording is.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum CallRecordingStatus {
    /// It is there.
    Success,
    /// It failed.
    Failure,
    /// It began.
    Initial,
    /// A part of it is there.
    ChunkFinished,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}
