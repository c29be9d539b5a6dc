//! What is left of an online meeting when it is over.

use graph_resource::{DateTimeOffset, GraphComplex, GraphResource};

use crate::common::{Identity, IdentitySet};

/// A recording. Its content is a stream, at an address of its own.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/onlineMeetings/<meeting>/recordings/<id>", schema = "v1.0")]
pub struct CallRecording {
    /// The key.
    pub id: String,
    /// The call.
    pub call_id: Option<String>,
    /// The same for what was written down meanwhile.
    pub content_correlation_id: Option<String>,
    /// When it began.
    pub created_date_time: Option<DateTimeOffset>,
    /// When it ended.
    pub end_date_time: Option<DateTimeOffset>,
    /// The meeting.
    pub meeting_id: Option<String>,
    /// Who invited.
    pub meeting_organizer: Option<IdentitySet>,
    /// Where the content is.
    #[graph_resource(read_only)]
    pub recording_content_url: Option<String>,
}

/// What was said, written down. Its content is a stream, at an address of its own.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/onlineMeetings/<meeting>/transcripts/<id>", schema = "v1.0")]
pub struct CallTranscript {
    /// The key.
    pub id: String,
    /// The call.
    pub call_id: Option<String>,
    /// The same for what was recorded meanwhile.
    pub content_correlation_id: Option<String>,
    /// When it began.
    pub created_date_time: Option<DateTimeOffset>,
    /// When it ended.
    pub end_date_time: Option<DateTimeOffset>,
    /// The meeting.
    pub meeting_id: Option<String>,
    /// Who invited.
    pub meeting_organizer: Option<IdentitySet>,
    /// Where the content is.
    #[graph_resource(read_only)]
    pub transcript_content_url: Option<String>,
}

/// Who was there.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/onlineMeetings/<meeting>/attendanceReports/<id>", schema = "v1.0")]
pub struct MeetingAttendanceReport {
    /// The key.
    pub id: String,
    /// What other services know of the event.
    #[graph_resource(default)]
    pub external_event_information: Vec<VirtualEventExternalInformation>,
    /// When the meeting ended.
    #[graph_resource(read_only)]
    pub meeting_end_date_time: Option<DateTimeOffset>,
    /// When the meeting began.
    #[graph_resource(read_only)]
    pub meeting_start_date_time: Option<DateTimeOffset>,
    /// How many were there.
    #[graph_resource(read_only)]
    pub total_participant_count: Option<i32>,
    /// Each of them.
    #[graph_resource(navigation)]
    pub attendance_records: Option<Vec<AttendanceRecord>>,
}

/// What another service knows of an event.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct VirtualEventExternalInformation {
    /// The service.
    pub application_id: Option<String>,
    /// The id there.
    pub external_event_id: Option<String>,
}

/// Somebody who was there.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(schema = "v1.0")]
#[graph_resource(path = "/me/onlineMeetings/<meeting>/attendanceReports/<report>/attendanceRecords/<id>")]
pub struct AttendanceRecord {
    /// The key.
    pub id: String,
    /// From when until when, each time.
    #[graph_resource(default)]
    pub attendance_intervals: Vec<AttendanceInterval>,
    /// The address.
    pub email_address: Option<String>,
    /// What another service knows of them.
    pub external_registration_information: Option<VirtualEventExternalRegistration>,
    /// Who.
    pub identity: Option<Identity>,
    /// How they had signed up.
    pub registration_id: Option<String>,
    /// `Presenter`, …
    pub role: Option<String>,
    /// For how many seconds.
    pub total_attendance_in_seconds: Option<i32>,
}

/// From when until when somebody was there.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct AttendanceInterval {
    /// For how many seconds.
    pub duration_in_seconds: Option<i32>,
    /// From when.
    pub join_date_time: Option<DateTimeOffset>,
    /// Until when.
    pub leave_date_time: Option<DateTimeOffset>,
}

/// What another service knows of somebody who signed up.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0#microsoft.graph.virtualEventExternalRegistrationInformation")]
pub struct VirtualEventExternalRegistration {
    /// Where they come from.
    pub referrer: Option<String>,
    /// The id there.
    pub registration_id: Option<String>,
}
