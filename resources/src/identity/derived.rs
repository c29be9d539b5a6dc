//! Identities of one kind: the types that are derived from `identity` and occur in calls.
//!
//! Each has the members of the base type, and is open as that is.

use graph_resource::GraphComplex;
use serde_json::{Map, Value};

/// The identity of a user.
///
/// Source: Microsoft Graph v1.0, resource type `userIdentity`.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[cfg_attr(test, graph_resource(schema = "v1.0#microsoft.graph.userIdentity"))]
pub struct UserIdentity {
    /// The id.
    pub id: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// IP address of the user's device.
    pub ip_address: Option<String>,
    /// The name that the user signs in with.
    pub user_principal_name: Option<String>,
    /// What the type does not name.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// A user in a call.
///
/// Source: Microsoft Graph v1.0, resource type `communicationsUserIdentity`.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub struct CommunicationsUserIdentity {
    /// The id.
    pub id: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// The id of the user's tenant.
    pub tenant_id: Option<String>,
    /// What the type does not name.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// An application in a call.
///
/// Source: Microsoft Graph v1.0, resource type `communicationsApplicationIdentity`.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub struct CommunicationsApplicationIdentity {
    /// The id.
    pub id: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// The kind of application.
    pub application_type: Option<String>,
    /// Whether the application is hidden from the others.
    pub hidden: Option<bool>,
    /// What the type does not name.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// An instance of an application in a call.
///
/// Source: Microsoft Graph v1.0, resource type `communicationsApplicationInstanceIdentity`.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub struct CommunicationsApplicationInstanceIdentity {
    /// The id.
    pub id: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// The id of the instance's tenant.
    pub tenant_id: Option<String>,
    /// Whether the instance is hidden from the others.
    pub hidden: Option<bool>,
    /// What the type does not name.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// A telephone in a call; its id is the number.
///
/// Source: Microsoft Graph v1.0, resource type `communicationsPhoneIdentity`.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub struct CommunicationsPhoneIdentity {
    /// The id.
    pub id: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// What the type does not name.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// Somebody in a call whose identity is encrypted.
///
/// Source: Microsoft Graph v1.0, resource type `communicationsEncryptedIdentity`.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub struct CommunicationsEncryptedIdentity {
    /// The id.
    pub id: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// What the type does not name.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// A guest in a call.
///
/// Source: Microsoft Graph v1.0, resource type `communicationsGuestIdentity`.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub struct CommunicationsGuestIdentity {
    /// The id.
    pub id: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// Address of the guest's mail.
    pub email: Option<String>,
    /// What the type does not name.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// A user of Azure Communication Services.
///
/// Source: Microsoft Graph v1.0, resource type `azureCommunicationServicesUserIdentity`.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub struct AzureCommunicationServicesUserIdentity {
    /// The id.
    pub id: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// The id of the resource in Azure Communication Services.
    pub azure_communication_services_resource_id: Option<String>,
    /// What the type does not name.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}
