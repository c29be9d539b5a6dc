//! Sessions: the connections that a call is made of.

use graph_resource::{DateTimeOffset, GraphComplex, GraphResource};

use super::{AnyEndpoint, FailureStage, Modality, Segment};

/// A connection between two parties of a call, or between a party and a meeting.
///
/// Source: Microsoft Graph v1.0, resource type `session` of `microsoft.graph.callRecords`.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
#[graph_resource(
    path = "/communications/callRecords/<call_record_id>/sessions/<id>",
    odata_type = "microsoft.graph.callRecords.session"
)]
pub struct Session {
    /// The key: a GUID, as text. It may equal the id of the call.
    pub id: String,
    /// The ways of communication that were used.
    #[graph_resource(default)]
    pub modalities: Vec<Modality>,
    /// When the first party joined. UTC.
    pub start_date_time: DateTimeOffset,
    /// When the last party left. UTC.
    pub end_date_time: DateTimeOffset,
    /// Whether it was a test call. The US Government cloud does not tell.
    pub is_test: Option<bool>,
    /// The side that called.
    pub caller: Option<AnyEndpoint>,
    /// The side that was called, and answered.
    pub callee: Option<AnyEndpoint>,
    /// Why and when it failed; `None` where it did not.
    pub failure_info: Option<FailureInfo>,
    /// The legs of the connection, where expanded.
    #[graph_resource(navigation)]
    pub segments: Option<Vec<Segment>>,
}

/// Why a session or a segment failed.
///
/// Source: Microsoft Graph v1.0, resource type `failureInfo`.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub struct FailureInfo {
    /// How far the call had come.
    pub stage: FailureStage,
    /// The cause, in words. For people.
    pub reason: Option<String>,
}
