//! The identity that only call records have.

use graph_resource::GraphComplex;
use serde_json::{Map, Value};

/// The identity of a user in a call record.
///
/// Another type than [`identity::UserIdentity`](crate::identity::UserIdentity), which has an IP address beside: the two
/// are told apart by the namespace in `@odata.type`. In [`AnyIdentity`](crate::identity::AnyIdentity) it is
/// `CallRecordsUser`.
///
/// Source: Microsoft Graph v1.0, metadata, type `microsoft.graph.callRecords.userIdentity`.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[cfg_attr(test, graph_resource(schema = "v1.0#microsoft.graph.callRecords.userIdentity"))]
pub struct UserIdentity {
    /// The id of the user.
    pub id: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// The name that the user signs in with.
    pub user_principal_name: Option<String>,
    /// What the type does not name.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}
