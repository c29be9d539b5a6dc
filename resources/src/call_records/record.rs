//! The call record itself.

use graph_resource::{DateTimeOffset, GraphResource};

use super::{CallType, Modality, Organizer, Participant, Session};
use crate::identity::AnyIdentitySet;

/// One call that is over: between two parties, or among the members of a group or a meeting.
///
/// Source: Microsoft Graph v1.0, resource type `callRecord`; what may be written, from the page "Update callRecord".
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
#[graph_resource(path = "/communications/callRecords/<id>", odata_type = "microsoft.graph.callRecords.callRecord")]
pub struct CallRecord {
    /// The key: a GUID, as text. A change notification names it, and so does `callChainId` of a finished call.
    pub id: String,
    /// Number of this state of the record, which only ever rises. A higher one knows more of the same call.
    pub version: i64,
    /// Whether two parties or a group were on the call.
    pub r#type: CallType,
    /// All ways of communication that were used, in any session.
    #[graph_resource(default)]
    pub modalities: Vec<Modality>,
    /// When the service last wrote the record. UTC.
    #[graph_resource(read_only)]
    pub last_modified_date_time: DateTimeOffset,
    /// When the first party joined. UTC.
    pub start_date_time: DateTimeOffset,
    /// When the last party left. UTC.
    pub end_date_time: DateTimeOffset,
    /// Who called the others together.
    ///
    /// Deprecated by Graph on 2023-11-06 in favour of [`organizer_v2`](CallRecord::organizer_v2); newer answers leave
    /// it out.
    #[graph_resource(merge)]
    #[cfg_attr(test, allow(deprecated, reason = "older answers have it alone"))]
    pub organizer: Option<AnyIdentitySet>,
    /// Who took part, each party once.
    ///
    /// Deprecated by Graph on 2023-11-06 in favour of [`participants_v2`](CallRecord::participants_v2); newer answers
    /// leave it out.
    #[graph_resource(default)]
    #[cfg_attr(test, allow(deprecated, reason = "older answers have it alone"))]
    pub participants: Vec<AnyIdentitySet>,
    /// URL of the meeting. A call between two parties may have none. It admits whoever holds it: keep it out of logs.
    pub join_web_url: Option<String>,
    /// Who called the others together.
    ///
    /// A relationship that comes without being asked for: Graph expands it in every answer.
    #[graph_resource(navigation, rename = "organizer_v2")]
    pub organizer_v2: Option<Organizer>,
    /// Who took part, where expanded: at most 130 parties a page. A list of records cannot be expanded by it.
    #[graph_resource(navigation, rename = "participants_v2")]
    pub participants_v2: Option<Vec<Participant>>,
    /// The connections that the call is made of, where expanded: at most 60 a page. A call between two parties mostly
    /// has one, a group call at least one for each participant. A list of records cannot be expanded by it.
    #[graph_resource(navigation)]
    pub sessions: Option<Vec<Session>>,
}
