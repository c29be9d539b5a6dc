//! onlineMeeting: an open entity, derived from an open one, of which the documentation at hand shows no example.

use graph_resource::{At, DateTimeOffset, GraphResource};
use serde_json::{Map, Value};

use crate::common::ItemBody;
use crate::harness::{Documented, Own, Required, every_example};
use crate::teams::online_meeting_parts::{
    AllowedLobbyAdmitters, AudioConferencing, BroadcastMeetingSettings, ChatInfo, ChatRestrictions,
    CloudVideoInteropInfo, JoinMeetingIdSettings, LobbyBypassSettings, MeetingChatHistory, MeetingChatMode,
    MeetingLiveShare, MeetingParticipants, OnlineMeetingPresenters, OnlineMeetingSensitivityLabel, OnlineMeetingType,
    WatermarkProtection,
};
use crate::teams::online_meeting_reports::{CallRecording, CallTranscript, MeetingAttendanceReport};

/// A meeting that one joins from afar. Who attended is a stream, at an address of its own.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/onlineMeetings/<id>", schema = "v1.0")]
#[graph_resource(path = "/users/<user>/onlineMeetings/<id>", at = "of_user")]
#[graph_resource(path = "/communications/onlineMeetings/<id>", at = "at_service")]
pub struct OnlineMeeting {
    /// The key.
    pub id: String,
    /// Whether those who listen may be seen.
    pub allow_attendee_to_enable_camera: Option<bool>,
    /// Whether those who listen may be heard.
    pub allow_attendee_to_enable_mic: Option<bool>,
    /// Whether smaller rounds are possible.
    pub allow_breakout_rooms: Option<bool>,
    /// Whether what is shown and written may be taken along.
    pub allow_copying_and_sharing_meeting_content: Option<bool>,
    /// Whether one can use an application together.
    pub allow_live_share: Option<MeetingLiveShare>,
    /// Whether one can write.
    pub allow_meeting_chat: Option<MeetingChatMode>,
    /// Whether one may change the name that others see.
    pub allow_participants_to_change_name: Option<bool>,
    /// Whether slides may be shown.
    pub allow_power_point_sharing: Option<bool>,
    /// Whether it may be recorded.
    pub allow_recording: Option<bool>,
    /// Whether one may clap.
    pub allow_teamwork_reactions: Option<bool>,
    /// Whether it may be written down.
    pub allow_transcription: Option<bool>,
    /// Whether one may draw.
    pub allow_whiteboard: Option<bool>,
    /// Who lets in those that wait.
    pub allowed_lobby_admitters: Option<AllowedLobbyAdmitters>,
    /// Who may show something.
    pub allowed_presenters: Option<OnlineMeetingPresenters>,
    /// Numbers to call.
    #[graph_resource(read_only)]
    pub audio_conferencing: Option<AudioConferencing>,
    /// For many who watch.
    pub broadcast_settings: Option<BroadcastMeetingSettings>,
    /// The conversation beside it.
    #[graph_resource(read_only)]
    pub chat_info: Option<ChatInfo>,
    /// What can be written.
    pub chat_restrictions: Option<ChatRestrictions>,
    /// How to join from a out.
    #[graph_resource(read_only)]
    pub cloud_video_interop_info: Option<CloudVideoInteropInfo>,
    /// When it was made.
    #[graph_resource(read_only)]
    pub creation_date_time: Option<DateTimeOffset>,
    /// When it ends.
    pub end_date_time: Option<DateTimeOffset>,
    /// When it is forgotten.
    #[graph_resource(read_only)]
    pub expiry_date_time: Option<DateTimeOffset>,
    /// An id of the client's.
    #[graph_resource(create_only)]
    pub external_id: Option<String>,
    /// Whether many watch.
    pub is_broadcast: Option<bool>,
    /// Whether those alone who take part can understand it.
    pub is_end_to_end_encryption_enabled: Option<bool>,
    /// Whether it is heard who comes and goes.
    pub is_entry_exit_announced: Option<bool>,
    /// How to join, as a text.
    #[graph_resource(read_only)]
    pub join_information: Option<ItemBody>,
    /// How to join by a number.
    #[graph_resource(merge)]
    pub join_meeting_id_settings: Option<JoinMeetingIdSettings>,
    /// The link.
    #[graph_resource(read_only)]
    pub join_web_url: Option<String>,
    /// Who need not wait until somebody lets them in.
    #[graph_resource(merge)]
    pub lobby_bypass_settings: Option<LobbyBypassSettings>,
    /// Where a browser shows these settings.
    #[graph_resource(read_only)]
    pub meeting_options_web_url: Option<String>,
    /// `en-us`: what is spoken.
    pub meeting_spoken_language_tag: Option<String>,
    /// What it was made from.
    #[graph_resource(create_only)]
    pub meeting_template_id: Option<String>,
    /// How it came about.
    #[graph_resource(read_only)]
    pub meeting_type: Option<OnlineMeetingType>,
    /// Who takes part.
    #[graph_resource(merge)]
    pub participants: Option<MeetingParticipants>,
    /// Whether it is recorded from the start.
    pub record_automatically: Option<bool>,
    /// How sensitive it is.
    pub sensitivity_label_assignment: Option<OnlineMeetingSensitivityLabel>,
    /// How much of what was written those who come later can read.
    pub share_meeting_chat_history_default: Option<MeetingChatHistory>,
    /// When it begins.
    pub start_date_time: Option<DateTimeOffset>,
    /// What it is about.
    pub subject: Option<String>,
    /// How to join from a out.
    #[graph_resource(read_only)]
    pub video_teleconference_id: Option<String>,
    /// Where the address of who watches is laid over the picture.
    pub watermark_protection: Option<WatermarkProtection>,
    /// Who was there.
    #[graph_resource(navigation)]
    pub attendance_reports: Option<Vec<MeetingAttendanceReport>>,
    /// What was recorded.
    #[graph_resource(navigation)]
    pub recordings: Option<Vec<CallRecording>>,
    /// What was written down.
    #[graph_resource(navigation)]
    pub transcripts: Option<Vec<CallTranscript>>,
    /// The type is open.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

impl Documented for OnlineMeeting {
    const TYPES: &'static [&'static str] = &["microsoft.graph.onlineMeeting"];
    const REQUIRED: Required = Required { patches: 0, gets: 0, wholes: 0 };
    const OWN: &'static [Own] = &[
        Own {
            url: "/me/onlineMeetings/MSpk",
            before: r##"{"id":"MSpk","subject":"Choir","startDateTime":"2024-03-01T18:00:00.1234567+01:00","endDateTime":
                "2024-03-01T19:00:00Z","lobbyBypassSettings":{"scope":"organization","isDialInBypassEnabled":false},
                "participants":{"organizer":{"upn":"ada@example.org","role":"presenter","identity":{"phone":null,"user":
                {"@odata.type":"#microsoft.graph.communicationsUserIdentity","id":"87d3","tenantId":"909c"}}},
                "attendees":[{"upn":"bob@example.org","role":"coorganizer"}]},"joinMeetingIdSettings":
                {"isPasscodeRequired":true,"joinMeetingId":"123","passcode":"x"},"allowedLobbyAdmitters":"doorkeeper",
                "anonymizeIdentityForRoles":["attendee"],"joinInformation":{"content":"data:text/html,","contentType":
                "html"}}"##,
            patch: r#"{"lobbyBypassSettings":{"isDialInBypassEnabled":true},"startDateTime":"2024-03-01T18:30:00-01:00",
                "subject":null,"joinMeetingIdSettings":{"isPasscodeRequired":false},"anonymizeIdentityForRoles":[]}"#,
            answer: "",
        },
        Own {
            url: "/users/ada/onlineMeetings/MSpl",
            before: r#"{"id":"MSpl","lobbyBypassSettings":null,"chatInfo":{"threadId":"19:meeting@thread.v2","messageId":
                "0"},"audioConferencing":{"tollNumber":"+47 1","tollFreeNumbers":[]},"broadcastSettings":null,
                "meetingType":"meetnow","recordings":[{"id":"R1","createdDateTime":"2024-03-01T18:00:00Z"}],
                "attendanceReports":[{"id":"A1","totalParticipantCount":1,"attendanceRecords":[{"id":"87d3","role":
                "Organizer","identity":{"displayName":"Ada","tenantId":"909c"},"attendanceIntervals":[{"durationInSeconds":
                1322,"joinDateTime":"2024-03-01T18:00:01.97Z"}]}]}]}"#,
            patch: r#"{"lobbyBypassSettings":{"scope":"organizationExcludingGuests","isDialInBypassEnabled":null},
                "watermarkProtection":{"isEnabledForVideo":true},"allowMeetingChat":"limited"}"#,
            answer: r#"{"id":"MSpl","lobbyBypassSettings":{"scope":"invited","isDialInBypassEnabled":false},
                "allowMeetingChat":"limited","watermarkProtection":{"isEnabledForVideo":true}}"#,
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["me", "onlineMeetings", id] => Some(Self::at(id)),
            ["users", user, "onlineMeetings", id] => Some(Self::of_user(user, id)),
            ["communications", "onlineMeetings", id] => Some(Self::at_service(id)),
            _ => None,
        }
    }
}

#[test]
fn every_example_of_online_meeting() {
    every_example::<OnlineMeeting>();
}
