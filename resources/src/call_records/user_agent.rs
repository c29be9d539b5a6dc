//! The software of an endpoint.

use graph_resource::{GraphComplex, GraphUnion};
use serde_json::{Map, Value};

use super::{ClientPlatform, ProductFamily, ServiceRole};

/// The software of an endpoint: a user's, or a service's. The base type is abstract.
///
/// Source: Microsoft Graph v1.0, resource type `userAgent`, and the types derived from it.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[cfg_attr(test, graph_resource(schema = "v1.0#microsoft.graph.callRecords.userAgent"))]
pub enum AnyUserAgent {
    /// A user's software.
    #[graph_resource(odata_type = "microsoft.graph.callRecords.clientUserAgent")]
    Client(ClientUserAgent),
    /// A service's software.
    #[graph_resource(odata_type = "microsoft.graph.callRecords.serviceUserAgent")]
    Service(ServiceUserAgent),
    /// Of a type that this build does not know.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// The software that a user runs.
///
/// Source: Microsoft Graph v1.0, resource type `clientUserAgent`.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub struct ClientUserAgent {
    /// The user-agent header, as it was sent.
    pub header_value: Option<String>,
    /// The version of the software.
    pub application_version: Option<String>,
    /// The platform that it runs on.
    pub platform: ClientPlatform,
    /// The family of products that it is of.
    pub product_family: ProductFamily,
    /// The id of the application in Microsoft Entra ID.
    #[graph_resource(rename = "azureADAppId")]
    pub azure_ad_app_id: Option<String>,
    /// The id of the resource in Azure Communication Services.
    pub communication_service_id: Option<String>,
}

/// The software that a service runs.
///
/// Source: Microsoft Graph v1.0, resource type `serviceUserAgent`.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub struct ServiceUserAgent {
    /// The user-agent header, as it was sent.
    pub header_value: Option<String>,
    /// The version of the software.
    pub application_version: Option<String>,
    /// What the service did in the call.
    pub role: ServiceRole,
}

impl AnyUserAgent {
    /// The user-agent header, as it was sent.
    #[must_use]
    pub fn header_value(&self) -> Option<&str> {
        match self {
            Self::Client(agent) => agent.header_value.as_deref(),
            Self::Service(agent) => agent.header_value.as_deref(),
            Self::Unknown(members) => members.get("headerValue")?.as_str(),
        }
    }

    /// The version of the software.
    #[must_use]
    pub fn application_version(&self) -> Option<&str> {
        match self {
            Self::Client(agent) => agent.application_version.as_deref(),
            Self::Service(agent) => agent.application_version.as_deref(),
            Self::Unknown(members) => members.get("applicationVersion")?.as_str(),
        }
    }

    /// The software, where it is a user's.
    #[must_use]
    pub fn as_client(&self) -> Option<&ClientUserAgent> {
        match self {
            Self::Client(agent) => Some(agent),
            _ => None,
        }
    }

    /// The software, where it is a service's.
    #[must_use]
    pub fn as_service(&self) -> Option<&ServiceUserAgent> {
        match self {
            Self::Service(agent) => Some(agent),
            _ => None,
        }
    }
}
