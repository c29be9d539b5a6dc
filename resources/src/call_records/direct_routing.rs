//! The log of calls through trunks of one's own.

use graph_resource::{Collection, DateTimeOffset, GraphComplex, GraphFunction, Page};

use super::CallRecord;

/// The log of the calls by direct routing, through session border controllers of one's own, that began in a range of
/// time, both ends included: at most 90 days, in pages of 1000.
///
/// # Examples
///
/// ```
/// use graph_resources::call_records::{CallRecord, GetDirectRoutingCalls};
///
/// let request = CallRecord::collection().call(GetDirectRoutingCalls {
///     from_date_time: "2025-11-01T00:00:00Z".parse()?,
///     to_date_time: "2025-12-01T00:00:00Z".parse()?,
/// });
/// let http = request.to_http("https://graph.microsoft.com/v1.0")?;
/// assert!(http.uri().path().starts_with("/v1.0/communications/callRecords/getDirectRoutingCalls("));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Source: Microsoft Graph v1.0, "callRecord: getDirectRoutingCalls".
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct GetDirectRoutingCalls {
    /// From when on. UTC.
    pub from_date_time: DateTimeOffset,
    /// Until when. UTC.
    pub to_date_time: DateTimeOffset,
}

impl GraphFunction for GetDirectRoutingCalls {
    type On = Collection<CallRecord>;
    type Output = Page<DirectRoutingLogRow>;
    const NAME: &'static str = "getDirectRoutingCalls";
}

/// A call by direct routing.
///
/// Source: Microsoft Graph v1.0, resource type `directRoutingLogRow`.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub struct DirectRoutingLogRow {
    /// The id of the row: a GUID, as text. No key: the row has no URL of its own.
    pub id: Option<String>,
    /// The id that Microsoft's support asks for: a GUID, as text.
    pub correlation_id: Option<String>,
    /// The id of the user who called: a GUID, as text. Of a bot, null or empty, as what follows of the user.
    pub user_id: Option<String>,
    /// The name that the user signs in with.
    pub user_principal_name: Option<String>,
    /// The name to show of the user.
    pub user_display_name: Option<String>,
    /// When the call began. UTC. Of a call that failed or was not answered, it may be the time of the invitation or of
    /// the failure.
    pub start_date_time: Option<DateTimeOffset>,
    /// When the first invitation was sent. UTC.
    pub invite_date_time: Option<DateTimeOffset>,
    /// When the call failed. UTC. Of a call that did not, null or `0001-01-01T00:00:00Z`.
    pub failure_date_time: Option<DateTimeOffset>,
    /// When the call ended, where it was ever connected. UTC.
    pub end_date_time: Option<DateTimeOffset>,
    /// Length of the call, in seconds.
    pub duration: Option<i32>,
    /// Direction and kind of the call, such as `ByotIn`. No enumeration.
    pub call_type: Option<String>,
    /// Whether the call was connected, and not only tried.
    pub successful_call: Option<bool>,
    /// The number that called: mostly E.164, and its end may be masked, `+15550100***`.
    pub caller_number: Option<String>,
    /// The number that was called, written likewise.
    pub callee_number: Option<String>,
    /// The data centre that the media went through, where it was not bypassed.
    pub media_path_location: Option<String>,
    /// The data centre that the signals went through.
    pub signaling_location: Option<String>,
    /// The SIP code that the call ended with (RFC 3261).
    pub final_sip_code: Option<i32>,
    /// Microsoft's own code beside it, which is more precise.
    pub call_end_sub_reason: Option<i32>,
    /// Both codes in words.
    pub final_sip_code_phrase: Option<String>,
    /// The session border controller, by its full domain name.
    pub trunk_fully_qualified_domain_name: Option<String>,
    /// Whether the trunk let media bypass the mediation server.
    pub media_bypass_enabled: Option<bool>,
}
