//! Those who took part, and who called them together.

use graph_resource::{GraphComplex, GraphResource};

use crate::identity::CommunicationsIdentitySet;

/// Somebody, or something, that took part in a call.
///
/// Source: Microsoft Graph v1.0, resource types `participant` and `participantBase` of `microsoft.graph.callRecords`.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
#[graph_resource(
    path = "/communications/callRecords/<call_record_id>/participants_v2/<id>",
    odata_type = "microsoft.graph.callRecords.participant"
)]
pub struct Participant {
    /// The key: of a user, mostly the user's id.
    pub id: String,
    /// Who it is.
    #[graph_resource(merge)]
    pub identity: Option<CommunicationsIdentitySet>,
    /// The administrative units that the participant is in.
    #[graph_resource(default)]
    pub administrative_unit_infos: Vec<AdministrativeUnitInfo>,
}

/// Who called the others together.
///
/// A call has one, and so its id is in no path: `Organizer::at(call_record_id)`.
///
/// Source: Microsoft Graph v1.0, resource types `organizer` and `participantBase` of `microsoft.graph.callRecords`.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
#[graph_resource(
    path = "/communications/callRecords/<call_record_id>/organizer_v2",
    odata_type = "microsoft.graph.callRecords.organizer"
)]
pub struct Organizer {
    /// The id: of a user, mostly the user's.
    #[graph_resource(read_only)]
    pub id: String,
    /// Who it is.
    #[graph_resource(merge)]
    pub identity: Option<CommunicationsIdentitySet>,
    /// The administrative units that the organizer is in.
    #[graph_resource(default)]
    pub administrative_unit_infos: Vec<AdministrativeUnitInfo>,
}

/// An administrative unit of Microsoft Entra ID.
///
/// Source: Microsoft Graph v1.0, resource type `administrativeUnitInfo`.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub struct AdministrativeUnitInfo {
    /// The id of the unit.
    pub id: Option<String>,
}
