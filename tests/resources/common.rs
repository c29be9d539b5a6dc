//! Complex types that several resources hold.

use graph_resource::{GraphComplex, GraphEnum};
pub use graph_resources::outlook::{DateTimeTimeZone, EmailAddress, ItemBody, Recipient};
use serde_json::{Map, Value};

/// Who did something: a user, on a device, through an application.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0#microsoft.graph.identitySet")]
pub struct IdentitySet {
    /// The application.
    pub application: Option<Identity>,
    /// The device.
    pub device: Option<Identity>,
    /// The user.
    pub user: Option<Identity>,
    /// Parties that the type does not name, such as `phone`.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// An identity.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0#microsoft.graph.identity")]
pub struct Identity {
    /// The id.
    pub id: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// What the type does not name, such as `tenantId`.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// A postal address.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct PhysicalAddress {
    /// Street and number.
    pub street: Option<String>,
    /// The town.
    pub city: Option<String>,
    /// The state or province.
    pub state: Option<String>,
    /// The country.
    pub country_or_region: Option<String>,
    /// The postal code.
    pub postal_code: Option<String>,
    /// What the address is for, as later versions say.
    #[graph_resource(unchecked)] // beta
    pub r#type: Option<PhysicalAddressType>,
}

/// What an address is for.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum PhysicalAddressType {
    /// Not known to the service.
    Unknown,
    /// The home.
    Home,
    /// The work.
    Business,
    /// Something else.
    Other,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unlisted(String),
}

/// A telephone.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct Phone {
    /// What is spoken there.
    pub language: Option<String>,
    /// The number.
    pub number: Option<String>,
    /// Where it is.
    pub region: Option<String>,
    /// The kind of telephone.
    pub r#type: Option<PhoneType>,
}

/// The kind of a telephone.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum PhoneType {
    /// At home.
    Home,
    /// At work.
    Business,
    /// Carried about.
    Mobile,
    /// Another one.
    Other,
    /// Of somebody who helps.
    Assistant,
    /// For documents, at home.
    HomeFax,
    /// For documents, at work.
    BusinessFax,
    /// For documents, elsewhere.
    OtherFax,
    /// One that only calls.
    Pager,
    /// One without a wire, as in a car.
    Radio,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}
