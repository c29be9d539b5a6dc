//! The log of calls to and from the public telephone network.

use graph_resource::edm::Decimal;
use graph_resource::{Collection, DateTimeOffset, GraphComplex, GraphFunction, Page};

use super::{CallRecord, PstnCallDurationSource};

/// The log of the calls to and from the public telephone network that began in a range of time, both ends included: at
/// most 90 days, in pages of 1000.
///
/// # Examples
///
/// ```
/// use graph_resources::call_records::{CallRecord, GetPstnCalls};
///
/// let request = CallRecord::collection().call(GetPstnCalls {
///     from_date_time: "2025-11-01T00:00:00Z".parse()?,
///     to_date_time: "2025-12-01T00:00:00Z".parse()?,
/// });
/// let http = request.to_http("https://graph.microsoft.com/v1.0")?;
/// assert_eq!(
///     http.uri().path(),
///     "/v1.0/communications/callRecords/\
///      getPstnCalls(fromDateTime=2025-11-01T00:00:00Z,toDateTime=2025-12-01T00:00:00Z)"
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Source: Microsoft Graph v1.0, "callRecord: getPstnCalls".
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct GetPstnCalls {
    /// From when on. UTC.
    pub from_date_time: DateTimeOffset,
    /// Until when. UTC.
    pub to_date_time: DateTimeOffset,
}

impl GraphFunction for GetPstnCalls {
    type On = Collection<CallRecord>;
    type Output = Page<PstnCallLogRow>;
    const NAME: &'static str = "getPstnCalls";
}

/// A call to or from the public telephone network, as it is charged for.
///
/// Source: Microsoft Graph v1.0, resource type `pstnCallLogRow`; money is `Edm.Decimal` by the metadata.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub struct PstnCallLogRow {
    /// The id of the row: a GUID, as text. No key: the row has no URL of its own.
    pub id: Option<String>,
    /// The id of the call, which several calls may share.
    pub call_id: Option<String>,
    /// The id of the user who called: a GUID, as text. Of a bot, null or empty, as what follows of the user.
    pub user_id: Option<String>,
    /// The name that the user signs in with.
    pub user_principal_name: Option<String>,
    /// The name to show of the user.
    pub user_display_name: Option<String>,
    /// When the call began. UTC.
    pub start_date_time: Option<DateTimeOffset>,
    /// When the call ended. UTC.
    pub end_date_time: Option<DateTimeOffset>,
    /// For how long the call was connected, in seconds.
    pub duration: Option<i32>,
    /// Who measured the duration.
    pub call_duration_source: Option<PstnCallDurationSource>,
    /// What the call cost, in `currency`.
    pub charge: Option<Decimal>,
    /// What the connection alone cost, in `currency`.
    pub connection_charge: Option<Decimal>,
    /// The currency: three letters of ISO 4217.
    pub currency: Option<String>,
    /// Direction and kind of the call, such as `user_in`. No enumeration.
    pub call_type: Option<String>,
    /// The number that called, or that was called of outgoing calls: E.164.
    pub caller_number: Option<String>,
    /// The number that was dialled: E.164.
    pub callee_number: Option<String>,
    /// The country of the user: two letters of ISO 3166-1.
    pub usage_country_code: Option<String>,
    /// The country of the tenant: two letters of ISO 3166-1.
    pub tenant_country_code: Option<String>,
    /// Whether the call was domestic or international, seen from the user.
    pub destination_context: Option<String>,
    /// The country that was dialled.
    pub destination_name: Option<String>,
    /// The id of the audio conference.
    pub conference_id: Option<String>,
    /// The licence that the call used.
    pub license_capability: Option<String>,
    /// What kind of number the user has: a subscriber's, a service's, a toll-free one.
    pub inventory_type: Option<String>,
    /// The operator who carried the call.
    pub operator: Option<String>,
}
