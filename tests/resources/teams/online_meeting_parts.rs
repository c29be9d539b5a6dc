//! The complex types and enumerations of an online meeting.

use graph_resource::{GraphComplex, GraphEnum};

use crate::common::IdentitySet;

/// Who need not wait until somebody lets them in.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct LobbyBypassSettings {
    /// Whether those who call by telephone need not wait either.
    pub is_dial_in_bypass_enabled: Option<bool>,
    /// Who.
    pub scope: Option<LobbyBypassScope>,
}

/// Who need not wait.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum LobbyBypassScope {
    /// The one who invites.
    Organizer,
    /// The organization, guests included.
    Organization,
    /// The organization, and those that it trusts.
    OrganizationAndFederated,
    /// Everybody.
    Everyone,
    /// Those who are invited.
    Invited,
    /// The organization without its guests.
    OrganizationExcludingGuests,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Who lets in those that wait.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0#microsoft.graph.allowedLobbyAdmitterRoles")]
pub enum AllowedLobbyAdmitters {
    /// Who invites, and who speaks.
    OrganizerAndCoOrganizersAndPresenters,
    /// Who invites.
    OrganizerAndCoOrganizers,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Who may show something.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum OnlineMeetingPresenters {
    /// Everybody.
    Everyone,
    /// The organization.
    Organization,
    /// Those who have the role.
    RoleIsPresenter,
    /// The one who invites.
    Organizer,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Whether one can use an application together.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0#microsoft.graph.meetingLiveShareOptions")]
pub enum MeetingLiveShare {
    /// Yes.
    Enabled,
    /// No.
    Disabled,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Whether one can write.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum MeetingChatMode {
    /// Always.
    Enabled,
    /// Never.
    Disabled,
    /// While the meeting lasts.
    Limited,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// How much of what was written those who come later can read.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0#microsoft.graph.meetingChatHistoryDefaultMode")]
pub enum MeetingChatHistory {
    /// Nothing.
    None,
    /// All.
    All,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// How a meeting came about.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum OnlineMeetingType {
    /// For a while, without a plan.
    Adhoc,
    /// Planned, once.
    Scheduled,
    /// Planned, again and again.
    Recurring,
    /// For many who watch.
    Broadcast,
    /// At once.
    Meetnow,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Numbers to call.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct AudioConferencing {
    /// The number of the conference.
    pub conference_id: Option<String>,
    /// A link to the numbers.
    pub dialin_url: Option<String>,
    /// A number that costs nothing.
    pub toll_free_number: Option<String>,
    /// Numbers that cost nothing.
    #[graph_resource(default)]
    pub toll_free_numbers: Vec<String>,
    /// A number that costs something.
    pub toll_number: Option<String>,
    /// Numbers that cost something.
    #[graph_resource(default)]
    pub toll_numbers: Vec<String>,
}

/// For many who watch.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct BroadcastMeetingSettings {
    /// Who may watch.
    pub allowed_audience: Option<BroadcastMeetingAudience>,
    /// What can be read along.
    pub captions: Option<BroadcastMeetingCaptions>,
    /// Whether there is a list of those who watched.
    pub is_attendee_report_enabled: Option<bool>,
    /// Whether one can ask.
    pub is_question_and_answer_enabled: Option<bool>,
    /// Whether it is recorded.
    pub is_recording_enabled: Option<bool>,
    /// Whether one can watch later.
    pub is_video_on_demand_enabled: Option<bool>,
}

/// Who may watch.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum BroadcastMeetingAudience {
    /// Those who have the role.
    RoleIsAttendee,
    /// The organization.
    Organization,
    /// Everybody.
    Everyone,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// What can be read along.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0#microsoft.graph.broadcastMeetingCaptionSettings")]
pub struct BroadcastMeetingCaptions {
    /// Whether anything can.
    pub is_caption_enabled: Option<bool>,
    /// What is spoken.
    pub spoken_language: Option<String>,
    /// What it is translated to.
    #[graph_resource(default)]
    pub translation_languages: Vec<String>,
}

/// The conversation beside a meeting.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ChatInfo {
    /// The message that it begins with.
    pub message_id: Option<String>,
    /// The message that is answered.
    pub reply_chain_message_id: Option<String>,
    /// The conversation.
    pub thread_id: Option<String>,
}

/// What can be written.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ChatRestrictions {
    /// Nothing but text.
    pub allow_text_only: Option<bool>,
}

/// How to join from a out.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct CloudVideoInteropInfo {
    /// A link to more about it.
    pub more_info_web_url: Option<String>,
    /// The tenant, as the provider knows it.
    pub tenant_key: Option<String>,
    /// The meeting, as the provider knows it.
    pub video_teleconference_id: Option<String>,
}

/// How to join by a number.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct JoinMeetingIdSettings {
    /// Whether a word is asked for.
    pub is_passcode_required: Option<bool>,
    /// The number.
    #[graph_resource(read_only)]
    pub join_meeting_id: Option<String>,
    /// The word.
    #[graph_resource(read_only)]
    pub passcode: Option<String>,
}

/// Who takes part.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct MeetingParticipants {
    /// Those who are invited.
    #[graph_resource(default)]
    pub attendees: Vec<MeetingParticipantInfo>,
    /// The one who invites.
    pub organizer: Option<MeetingParticipantInfo>,
}

/// Somebody who takes part.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct MeetingParticipantInfo {
    /// Who.
    pub identity: Option<IdentitySet>,
    /// What they may do.
    pub role: Option<OnlineMeetingRole>,
    /// The name that they sign in with.
    pub upn: Option<String>,
}

/// What somebody may do.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum OnlineMeetingRole {
    /// Listen.
    Attendee,
    /// Speak.
    Presenter,
    /// See to what is shown.
    Producer,
    /// What the one who invites may.
    Coorganizer,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// How sensitive a meeting is.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0#microsoft.graph.onlineMeetingSensitivityLabelAssignment")]
pub struct OnlineMeetingSensitivityLabel {
    /// The id of the label.
    pub sensitivity_label_id: Option<String>,
}

/// Where the address of who watches is laid over the picture.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0#microsoft.graph.watermarkProtectionValues")]
pub struct WatermarkProtection {
    /// Over what is shown.
    pub is_enabled_for_content_sharing: Option<bool>,
    /// Over those who take part.
    pub is_enabled_for_video: Option<bool>,
}
