//! What a group holds: complex types, one of them abstract, and the objects of a directory.

use graph_resource::edm::Guid;
use graph_resource::{DateTimeOffset, GraphComplex, GraphEnum, GraphResource, GraphUnion};
use serde_json::{Map, Value};

use crate::directory::group::Group;
use crate::directory::user::User;

/// What a directory holds. The base type is not abstract.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(path = "/directoryObjects/<id>", schema = "v1.0")]
pub enum AnyDirectoryObject {
    /// One of which no more is said.
    Plain(DirectoryObject),
    /// A user.
    #[graph_resource(odata_type = "microsoft.graph.user")]
    User(Box<User>),
    /// A group.
    #[graph_resource(odata_type = "microsoft.graph.group")]
    Group(Box<Group>),
    /// Another one, such as a device.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// What a directory holds.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/directoryObjects/<id>", schema = "v1.0")]
pub struct DirectoryObject {
    /// The key, a GUID.
    pub id: String,
    /// When it was deleted.
    #[graph_resource(read_only)]
    pub deleted_date_time: Option<DateTimeOffset>,
    /// The type is open.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// Who sees what a group does.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum GroupAccessType {
    /// Nobody.
    None,
    /// The members.
    Private,
    /// The members, and nobody else knows of it.
    Secret,
    /// Everybody.
    Public,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// How sensitive the content is.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct AssignedLabel {
    /// The name to show.
    #[graph_resource(read_only)]
    pub display_name: Option<String>,
    /// The id of the label.
    pub label_id: Option<String>,
}

/// A licence that each member has by being one.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct AssignedLicense {
    /// What it is good for, but not here.
    #[graph_resource(default)]
    pub disabled_plans: Vec<Guid>,
    /// What it is for.
    pub sku_id: Option<Guid>,
}

/// How far the licences are.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct LicenseProcessingState {
    /// `ProcessingComplete`.
    pub state: Option<String>,
}

/// Something that went wrong with an object that comes from a directory elsewhere.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct OnPremisesProvisioningError {
    /// `PropertyConflict`.
    pub category: Option<String>,
    /// When.
    pub occurred_date_time: Option<DateTimeOffset>,
    /// The name of the property.
    pub property_causing_error: Option<String>,
    /// The value of the property.
    pub value: Option<String>,
}

/// Something that went wrong in another service; the base type is abstract.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(schema = "v1.0")]
pub enum ServiceProvisioningError {
    /// Told as XML.
    #[graph_resource(odata_type = "microsoft.graph.serviceProvisioningXmlError")]
    Xml(ServiceProvisioningXmlError),
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// Something that went wrong in another service, told as XML.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ServiceProvisioningXmlError {
    /// When.
    pub created_date_time: Option<DateTimeOffset>,
    /// The XML.
    pub error_detail: Option<String>,
    /// Whether it was seen to.
    pub is_resolved: Option<bool>,
    /// The service.
    pub service_instance: Option<String>,
}

/// Fifteen properties that a directory elsewhere has for the purposes of its owner.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct OnPremisesExtensionAttributes {
    /// Number 1.
    pub extension_attribute1: Option<String>,
    /// Number 2.
    pub extension_attribute2: Option<String>,
    /// Number 3.
    pub extension_attribute3: Option<String>,
    /// Number 4.
    pub extension_attribute4: Option<String>,
    /// Number 5.
    pub extension_attribute5: Option<String>,
    /// Number 6.
    pub extension_attribute6: Option<String>,
    /// Number 7.
    pub extension_attribute7: Option<String>,
    /// Number 8.
    pub extension_attribute8: Option<String>,
    /// Number 9.
    pub extension_attribute9: Option<String>,
    /// Number 10.
    pub extension_attribute10: Option<String>,
    /// Number 11.
    pub extension_attribute11: Option<String>,
    /// Number 12.
    pub extension_attribute12: Option<String>,
    /// Number 13.
    pub extension_attribute13: Option<String>,
    /// Number 14.
    pub extension_attribute14: Option<String>,
    /// Number 15.
    pub extension_attribute15: Option<String>,
}
