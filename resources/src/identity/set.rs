//! A party, seen from all sides.

use graph_resource::{GraphComplex, GraphUnion};
use serde_json::{Map, Value};

use super::{AnyIdentity, EndpointType};

/// A party to something, seen from all sides.
///
/// Source: Microsoft Graph v1.0, resource type `identitySet`, and the one derived from it that occurs in calls.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[cfg_attr(test, graph_resource(schema = "v1.0#microsoft.graph.identitySet"))]
pub enum AnyIdentitySet {
    /// The sides that every part of Graph knows.
    Base(Box<IdentitySet>),
    /// The sides that a party to a call has.
    #[graph_resource(odata_type = "microsoft.graph.communicationsIdentitySet")]
    Communications(Box<CommunicationsIdentitySet>),
    /// Of a type that this build does not know.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// A party: a user, on a device, through an application.
///
/// Source: Microsoft Graph v1.0, resource type `identitySet`.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
#[graph_resource(odata_type = "microsoft.graph.identitySet")]
pub struct IdentitySet {
    /// The application.
    #[graph_resource(merge)]
    pub application: Option<AnyIdentity>,
    /// The device.
    #[graph_resource(merge)]
    pub device: Option<AnyIdentity>,
    /// The user.
    #[graph_resource(merge)]
    pub user: Option<AnyIdentity>,
    /// What the type does not name, such as `phone` and `acsUser`: null, or an identity.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// A party to a call.
///
/// Source: Microsoft Graph v1.0, resource type `communicationsIdentitySet`.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
#[graph_resource(odata_type = "microsoft.graph.communicationsIdentitySet")]
pub struct CommunicationsIdentitySet {
    /// The application.
    #[graph_resource(merge)]
    pub application: Option<AnyIdentity>,
    /// The device.
    #[graph_resource(merge)]
    pub device: Option<AnyIdentity>,
    /// The user.
    #[graph_resource(merge)]
    pub user: Option<AnyIdentity>,
    /// The instance of an application.
    #[graph_resource(merge)]
    pub application_instance: Option<AnyIdentity>,
    /// The identity that the party claims to have, as on a telephone's display.
    #[graph_resource(merge)]
    pub asserted_identity: Option<AnyIdentity>,
    /// The user of Azure Communication Services.
    #[graph_resource(merge)]
    pub azure_communication_services_user: Option<AnyIdentity>,
    /// The encrypted identity.
    #[graph_resource(merge)]
    pub encrypted: Option<AnyIdentity>,
    /// The guest.
    #[graph_resource(merge)]
    pub guest: Option<AnyIdentity>,
    /// The user of a system on one's own premises.
    #[graph_resource(merge)]
    pub on_premises: Option<AnyIdentity>,
    /// The telephone.
    #[graph_resource(merge)]
    pub phone: Option<AnyIdentity>,
    /// The kind of endpoint that the party was on.
    pub endpoint_type: Option<EndpointType>,
    /// What the type does not name, such as `acsUser`: null, or an identity.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

impl CommunicationsIdentitySet {
    /// The name to show of the party: the first that any side has, the user first, what the type does not name last.
    #[must_use]
    pub fn display_name(&self) -> Option<&str> {
        let sides = [
            &self.user,
            &self.guest,
            &self.phone,
            &self.azure_communication_services_user,
            &self.on_premises,
            &self.asserted_identity,
            &self.application_instance,
            &self.application,
            &self.encrypted,
            &self.device,
        ];
        first_name(sides, &self.additional)
    }
}

impl AnyIdentitySet {
    /// The application; `None` also where the type is unknown.
    #[must_use]
    pub fn application(&self) -> Option<&AnyIdentity> {
        match self {
            Self::Base(set) => set.application.as_ref(),
            Self::Communications(set) => set.application.as_ref(),
            Self::Unknown(_) => None,
        }
    }

    /// The device; `None` also where the type is unknown.
    #[must_use]
    pub fn device(&self) -> Option<&AnyIdentity> {
        match self {
            Self::Base(set) => set.device.as_ref(),
            Self::Communications(set) => set.device.as_ref(),
            Self::Unknown(_) => None,
        }
    }

    /// The user; `None` also where the type is unknown.
    #[must_use]
    pub fn user(&self) -> Option<&AnyIdentity> {
        match self {
            Self::Base(set) => set.user.as_ref(),
            Self::Communications(set) => set.user.as_ref(),
            Self::Unknown(_) => None,
        }
    }

    /// The place of the application, to set, change or empty it; `None` where the type is unknown.
    pub fn application_mut(&mut self) -> Option<&mut Option<AnyIdentity>> {
        match self {
            Self::Base(set) => Some(&mut set.application),
            Self::Communications(set) => Some(&mut set.application),
            Self::Unknown(_) => None,
        }
    }

    /// The place of the device, to set, change or empty it; `None` where the type is unknown.
    pub fn device_mut(&mut self) -> Option<&mut Option<AnyIdentity>> {
        match self {
            Self::Base(set) => Some(&mut set.device),
            Self::Communications(set) => Some(&mut set.device),
            Self::Unknown(_) => None,
        }
    }

    /// The place of the user, to set, change or empty it; `None` where the type is unknown.
    pub fn user_mut(&mut self) -> Option<&mut Option<AnyIdentity>> {
        match self {
            Self::Base(set) => Some(&mut set.user),
            Self::Communications(set) => Some(&mut set.user),
            Self::Unknown(_) => None,
        }
    }

    /// The name to show of the party: the first that any side has, the user first, what the type does not name last.
    #[must_use]
    pub fn display_name(&self) -> Option<&str> {
        match self {
            Self::Base(set) => first_name([&set.user, &set.application, &set.device], &set.additional),
            Self::Communications(set) => set.display_name(),
            Self::Unknown(members) => first_name([], members),
        }
    }

    /// The members that the type does not name; of an unknown type, all members.
    #[must_use]
    pub fn additional(&self) -> &Map<String, Value> {
        match self {
            Self::Base(set) => &set.additional,
            Self::Communications(set) => &set.additional,
            Self::Unknown(members) => members,
        }
    }
}

fn first_name<'s, const N: usize>(
    sides: [&'s Option<AnyIdentity>; N],
    additional: &'s Map<String, Value>,
) -> Option<&'s str> {
    let declared = sides.into_iter().flatten().find_map(AnyIdentity::display_name);
    declared.or_else(|| additional.values().find_map(|side| side.get("displayName")?.as_str()))
}

impl Default for AnyIdentitySet {
    /// An empty one of the base type.
    fn default() -> Self {
        Self::Base(Box::default())
    }
}
