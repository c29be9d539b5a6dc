//! An identity of whatever kind.

use graph_resource::{GraphComplex, GraphUnion};
use serde_json::{Map, Value};

use super::{
    AzureCommunicationServicesUserIdentity, CommunicationsApplicationIdentity,
    CommunicationsApplicationInstanceIdentity, CommunicationsEncryptedIdentity, CommunicationsGuestIdentity,
    CommunicationsPhoneIdentity, CommunicationsUserIdentity, UserIdentity,
};
use crate::call_records;

/// Somebody, or something that acts.
///
/// Source: Microsoft Graph v1.0, resource type `identity`, and the types derived from it that occur in calls.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[cfg_attr(test, graph_resource(schema = "v1.0#microsoft.graph.identity"))]
pub enum AnyIdentity {
    /// Of no kind in particular.
    Base(Identity),
    /// A user.
    #[graph_resource(odata_type = "microsoft.graph.userIdentity")]
    User(UserIdentity),
    /// A user, in a call record.
    #[graph_resource(odata_type = "microsoft.graph.callRecords.userIdentity")]
    CallRecordsUser(call_records::UserIdentity),
    /// A user in a call.
    #[graph_resource(odata_type = "microsoft.graph.communicationsUserIdentity")]
    CommunicationsUser(CommunicationsUserIdentity),
    /// An application in a call.
    #[graph_resource(odata_type = "microsoft.graph.communicationsApplicationIdentity")]
    CommunicationsApplication(CommunicationsApplicationIdentity),
    /// An instance of an application in a call.
    #[graph_resource(odata_type = "microsoft.graph.communicationsApplicationInstanceIdentity")]
    CommunicationsApplicationInstance(CommunicationsApplicationInstanceIdentity),
    /// A telephone in a call.
    #[graph_resource(odata_type = "microsoft.graph.communicationsPhoneIdentity")]
    CommunicationsPhone(CommunicationsPhoneIdentity),
    /// Somebody in a call whose identity is encrypted.
    #[graph_resource(odata_type = "microsoft.graph.communicationsEncryptedIdentity")]
    CommunicationsEncrypted(CommunicationsEncryptedIdentity),
    /// A guest in a call.
    #[graph_resource(odata_type = "microsoft.graph.communicationsGuestIdentity")]
    CommunicationsGuest(CommunicationsGuestIdentity),
    /// A user of Azure Communication Services.
    #[graph_resource(odata_type = "microsoft.graph.azureCommunicationServicesUserIdentity")]
    AzureCommunicationServicesUser(AzureCommunicationServicesUserIdentity),
    /// Of a type that this build does not know.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// An identity of no kind in particular.
///
/// Source: Microsoft Graph v1.0, resource type `identity`.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
#[graph_resource(odata_type = "microsoft.graph.identity")]
pub struct Identity {
    /// The id: of a user, the user's in Microsoft Entra ID; of a telephone, the number.
    pub id: Option<String>,
    /// The name to show. It may be out of date, and the id may be missing beside it.
    pub display_name: Option<String>,
    /// What the type does not name, such as `tenantId` and `userPrincipalName`.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

impl AnyIdentity {
    /// The id: of a user, the user's in Microsoft Entra ID; of a telephone, the number.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.parts().0
    }

    /// The name to show.
    #[must_use]
    pub fn display_name(&self) -> Option<&str> {
        self.parts().1
    }

    /// The name that a user signs in with, be it declared or dynamic.
    #[must_use]
    pub fn user_principal_name(&self) -> Option<&str> {
        match self {
            Self::User(user) => user.user_principal_name.as_deref(),
            Self::CallRecordsUser(user) => user.user_principal_name.as_deref(),
            _ => self.text("userPrincipalName"),
        }
    }

    /// The id of the tenant, be it declared or dynamic.
    #[must_use]
    pub fn tenant_id(&self) -> Option<&str> {
        match self {
            Self::CommunicationsUser(user) => user.tenant_id.as_deref(),
            Self::CommunicationsApplicationInstance(instance) => instance.tenant_id.as_deref(),
            _ => self.text("tenantId"),
        }
    }

    /// The members that the type does not name; of an unknown type, all members.
    #[must_use]
    pub fn additional(&self) -> &Map<String, Value> {
        self.parts().2
    }

    /// Sets the id.
    pub fn set_id(&mut self, id: impl Into<String>) {
        match self.parts_mut() {
            Ok((place, _)) => *place = Some(id.into()),
            Err(members) => {
                members.insert("id".to_owned(), Value::String(id.into()));
            }
        }
    }

    /// Sets the name to show.
    pub fn set_display_name(&mut self, display_name: impl Into<String>) {
        match self.parts_mut() {
            Ok((_, place)) => *place = Some(display_name.into()),
            Err(members) => {
                members.insert("displayName".to_owned(), Value::String(display_name.into()));
            }
        }
    }

    fn text(&self, name: &str) -> Option<&str> {
        text(self.additional(), name)
    }

    fn parts(&self) -> Parts<'_> {
        let (id, display_name, additional) = match self {
            Self::Base(of) => (&of.id, &of.display_name, &of.additional),
            Self::User(of) => (&of.id, &of.display_name, &of.additional),
            Self::CallRecordsUser(of) => (&of.id, &of.display_name, &of.additional),
            Self::CommunicationsUser(of) => (&of.id, &of.display_name, &of.additional),
            Self::CommunicationsApplication(of) => (&of.id, &of.display_name, &of.additional),
            Self::CommunicationsApplicationInstance(of) => (&of.id, &of.display_name, &of.additional),
            Self::CommunicationsPhone(of) => (&of.id, &of.display_name, &of.additional),
            Self::CommunicationsEncrypted(of) => (&of.id, &of.display_name, &of.additional),
            Self::CommunicationsGuest(of) => (&of.id, &of.display_name, &of.additional),
            Self::AzureCommunicationServicesUser(of) => (&of.id, &of.display_name, &of.additional),
            Self::Unknown(members) => return (text(members, "id"), text(members, "displayName"), members),
        };
        (id.as_deref(), display_name.as_deref(), additional)
    }

    fn parts_mut(&mut self) -> PartsMut<'_> {
        Ok(match self {
            Self::Base(of) => (&mut of.id, &mut of.display_name),
            Self::User(of) => (&mut of.id, &mut of.display_name),
            Self::CallRecordsUser(of) => (&mut of.id, &mut of.display_name),
            Self::CommunicationsUser(of) => (&mut of.id, &mut of.display_name),
            Self::CommunicationsApplication(of) => (&mut of.id, &mut of.display_name),
            Self::CommunicationsApplicationInstance(of) => (&mut of.id, &mut of.display_name),
            Self::CommunicationsPhone(of) => (&mut of.id, &mut of.display_name),
            Self::CommunicationsEncrypted(of) => (&mut of.id, &mut of.display_name),
            Self::CommunicationsGuest(of) => (&mut of.id, &mut of.display_name),
            Self::AzureCommunicationServicesUser(of) => (&mut of.id, &mut of.display_name),
            Self::Unknown(members) => return Err(members),
        })
    }
}

/// What all types have, the id and the name to show, and the members that the type does not name.
type Parts<'i> = (Option<&'i str>, Option<&'i str>, &'i Map<String, Value>);

/// The places of the id and of the name to show; of an unknown type, all members.
type PartsMut<'i> = Result<(&'i mut Option<String>, &'i mut Option<String>), &'i mut Map<String, Value>>;

fn text<'m>(members: &'m Map<String, Value>, name: &str) -> Option<&'m str> {
    members.get(name)?.as_str()
}

impl Default for AnyIdentity {
    /// An empty one of the base type.
    fn default() -> Self {
        Self::Base(Identity::default())
    }
}
