//! Addresses of electronic mail.

use graph_resource::GraphComplex;

/// A name and an address of electronic mail.
///
/// Source: Microsoft Graph v1.0, resource type `emailAddress`.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq, GraphComplex)]
pub struct EmailAddress {
    /// The address: `adele@contoso.com`.
    pub address: Option<String>,
    /// The name to show.
    pub name: Option<String>,
}

impl EmailAddress {
    /// An address without a name.
    pub fn new(address: impl Into<String>) -> Self {
        Self { address: Some(address.into()), name: None }
    }
}

/// Who sends a message, or gets one; who organises an event.
///
/// An attendee of an event is a derived type, with members of its own: declare a struct with those.
///
/// Source: Microsoft Graph v1.0, resource type `recipient`.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq, GraphComplex)]
pub struct Recipient {
    /// The name and the address.
    pub email_address: Option<EmailAddress>,
}

impl From<EmailAddress> for Recipient {
    fn from(address: EmailAddress) -> Self {
        Self { email_address: Some(address) }
    }
}
