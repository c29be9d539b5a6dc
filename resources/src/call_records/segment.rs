//! Segments: the legs of a session.

use graph_resource::{DateTimeOffset, GraphResource};

use super::{AnyEndpoint, FailureInfo, Media};

/// One leg of a session, between two endpoints. Calls to and from the telephone network often have several.
///
/// No page documents its path; segments come with their session, where it is expanded by them.
///
/// Source: Microsoft Graph v1.0, resource type `segment` of `microsoft.graph.callRecords`.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
#[graph_resource(
    path = "/communications/callRecords/<call_record_id>/sessions/<session_id>/segments/<id>",
    odata_type = "microsoft.graph.callRecords.segment"
)]
pub struct Segment {
    /// The key: a GUID, as text. It may equal the id of the session.
    pub id: String,
    /// When the leg began. UTC.
    pub start_date_time: DateTimeOffset,
    /// When the leg ended. UTC.
    pub end_date_time: DateTimeOffset,
    /// The endpoint that called.
    pub caller: Option<AnyEndpoint>,
    /// The endpoint that was called, and answered.
    pub callee: Option<AnyEndpoint>,
    /// Why and when it failed; `None` where it did not.
    pub failure_info: Option<FailureInfo>,
    /// What was sent over the leg.
    #[graph_resource(default)]
    pub media: Vec<Media>,
}
