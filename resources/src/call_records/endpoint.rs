//! Endpoints: the two sides of a session or a segment.

use graph_resource::{GraphComplex, GraphUnion};
use serde_json::{Map, Value};

use super::{AnyUserAgent, UserFeedback};
use crate::identity::{AnyIdentity, AnyIdentitySet};

/// One side of a session or a segment: of a participant, of a service, or of neither.
///
/// Source: Microsoft Graph v1.0, resource type `endpoint`, and the types derived from it.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[cfg_attr(test, graph_resource(schema = "v1.0#microsoft.graph.callRecords.endpoint"))]
pub enum AnyEndpoint {
    /// An endpoint of which no more is said than what it runs. The base type is not abstract.
    Base(Endpoint),
    /// A user's, or a user-like party's.
    #[graph_resource(odata_type = "microsoft.graph.callRecords.participantEndpoint")]
    Participant(Box<ParticipantEndpoint>),
    /// A service's.
    #[graph_resource(odata_type = "microsoft.graph.callRecords.serviceEndpoint")]
    Service(ServiceEndpoint),
    /// Of a type that this build does not know.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// An endpoint of no kind in particular.
///
/// Source: Microsoft Graph v1.0, resource type `endpoint`.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
#[graph_resource(odata_type = "microsoft.graph.callRecords.endpoint")]
pub struct Endpoint {
    /// The software, as the endpoint reports it.
    pub user_agent: Option<AnyUserAgent>,
}

/// The endpoint of a user, or of a party like one.
///
/// Source: Microsoft Graph v1.0, resource type `participantEndpoint`.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub struct ParticipantEndpoint {
    /// The software, as the endpoint reports it.
    pub user_agent: Option<AnyUserAgent>,
    /// Whose endpoint it is.
    pub associated_identity: Option<AnyIdentity>,
    /// Whose endpoint it is.
    ///
    /// Deprecated by Graph on 2023-11-06 in favour of
    /// [`associated_identity`](ParticipantEndpoint::associated_identity).
    #[cfg_attr(test, allow(deprecated, reason = "older answers have it alone"))]
    pub identity: Option<AnyIdentitySet>,
    /// The name of the device.
    pub name: Option<String>,
    /// The name of the processor.
    pub cpu_name: Option<String>,
    /// Number of the processor's cores.
    pub cpu_cores_count: Option<i32>,
    /// Speed of the processor, in MHz.
    pub cpu_processor_speed_in_mhz: Option<i32>,
    /// What the user said of the quality.
    pub feedback: Option<UserFeedback>,
}

/// The endpoint of a service: a media server, a bot, voicemail.
///
/// Source: Microsoft Graph v1.0, resource type `serviceEndpoint`.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub struct ServiceEndpoint {
    /// The software, as the endpoint reports it.
    pub user_agent: Option<AnyUserAgent>,
}

impl ParticipantEndpoint {
    /// The name to show of whoever's endpoint it is, in newer records and in older ones.
    #[must_use]
    pub fn display_name(&self) -> Option<&str> {
        let named = self.associated_identity.as_ref().and_then(AnyIdentity::display_name);
        named.or_else(|| self.identity.as_ref().and_then(AnyIdentitySet::display_name))
    }
}

impl AnyEndpoint {
    /// The software; `None` also where the type is unknown.
    #[must_use]
    pub fn user_agent(&self) -> Option<&AnyUserAgent> {
        match self {
            Self::Base(endpoint) => endpoint.user_agent.as_ref(),
            Self::Participant(endpoint) => endpoint.user_agent.as_ref(),
            Self::Service(endpoint) => endpoint.user_agent.as_ref(),
            Self::Unknown(_) => None,
        }
    }

    /// The endpoint, where it is a participant's.
    #[must_use]
    pub fn as_participant(&self) -> Option<&ParticipantEndpoint> {
        match self {
            Self::Participant(endpoint) => Some(endpoint),
            _ => None,
        }
    }

    /// The endpoint, where it is a service's.
    #[must_use]
    pub fn as_service(&self) -> Option<&ServiceEndpoint> {
        match self {
            Self::Service(endpoint) => Some(endpoint),
            _ => None,
        }
    }
}

impl Default for AnyEndpoint {
    /// An empty one of the base type.
    fn default() -> Self {
        Self::Base(Endpoint::default())
    }
}
