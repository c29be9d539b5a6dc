//! androidCustomConfiguration: a collection of a union, whose base type is abstract and yet is what a page shows.

use graph_resource::edm::Binary;
use graph_resource::{DateTimeOffset, GraphComplex, GraphResource, GraphUnion};
use serde_json::{Map, Value};

use super::rules::{DeviceModeRule, OsEditionRule, OsVersionRule};

/// Settings of Android by their address.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/deviceManagement/deviceConfigurations/<id>")]
pub struct AndroidCustomConfiguration {
    /// The key, a GUID.
    pub id: String,
    /// When it was made.
    #[graph_resource(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    /// When it was changed.
    #[graph_resource(read_only)]
    pub last_modified_date_time: Option<DateTimeOffset>,
    /// The name to show.
    pub display_name: String,
    /// The text beside it.
    pub description: Option<String>,
    /// Counted up by the service, and sent with a change.
    pub version: i32,
    /// Tags of the scopes that see it.
    pub role_scope_tag_ids: Option<Vec<String>>,
    /// Whether it can have such tags.
    pub supports_scope_tags: Option<bool>,
    /// For some editions of the system.
    pub device_management_applicability_rule_os_edition: Option<OsEditionRule>,
    /// For some versions of the system.
    pub device_management_applicability_rule_os_version: Option<OsVersionRule>,
    /// For some modes of devices.
    pub device_management_applicability_rule_device_mode: Option<DeviceModeRule>,
    /// The settings.
    pub oma_settings: Option<Vec<AnyOmaSetting>>,
}

/// A setting of the Open Mobile Alliance, by the type of its value.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
pub enum AnyOmaSetting {
    /// Without a value.
    Plain(OmaSetting),
    /// Bytes, in base 64.
    #[graph_resource(odata_type = "microsoft.graph.omaSettingBase64")]
    Base64(OmaSettingBase64),
    /// Yes or no.
    #[graph_resource(odata_type = "microsoft.graph.omaSettingBoolean")]
    Boolean(OmaSettingBoolean),
    /// A moment.
    #[graph_resource(odata_type = "microsoft.graph.omaSettingDateTime")]
    DateTime(OmaSettingDateTime),
    /// A number.
    #[graph_resource(odata_type = "microsoft.graph.omaSettingFloatingPoint")]
    FloatingPoint(OmaSettingFloatingPoint),
    /// An integer.
    #[graph_resource(odata_type = "microsoft.graph.omaSettingInteger")]
    Integer(OmaSettingInteger),
    /// A text.
    #[graph_resource(odata_type = "microsoft.graph.omaSettingString")]
    String(OmaSettingString),
    /// XML, in base 64.
    #[graph_resource(odata_type = "microsoft.graph.omaSettingStringXml")]
    StringXml(OmaSettingStringXml),
    /// A type that is not declared here.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// What all settings have.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.omaSetting")]
pub struct OmaSetting {
    /// The name to show.
    pub display_name: String,
    /// The text beside it.
    pub description: Option<String>,
    /// The address of the setting.
    pub oma_uri: String,
    /// Where the value is kept, where it is a secret.
    pub secret_reference_value_id: Option<String>,
    /// Whether the value is encrypted.
    pub is_encrypted: Option<bool>,
}

/// Bytes, in base 64.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct OmaSettingBase64 {
    /// The name to show.
    pub display_name: String,
    /// The text beside it.
    pub description: Option<String>,
    /// The address of the setting.
    pub oma_uri: String,
    /// Where the value is kept, where it is a secret.
    pub secret_reference_value_id: Option<String>,
    /// Whether the value is encrypted.
    pub is_encrypted: Option<bool>,
    /// The name of the file.
    pub file_name: Option<String>,
    /// The value.
    pub value: String,
}

/// Yes or no.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct OmaSettingBoolean {
    /// The name to show.
    pub display_name: String,
    /// The text beside it.
    pub description: Option<String>,
    /// The address of the setting.
    pub oma_uri: String,
    /// Where the value is kept, where it is a secret.
    pub secret_reference_value_id: Option<String>,
    /// Whether the value is encrypted.
    pub is_encrypted: Option<bool>,
    /// The value.
    pub value: bool,
}

/// A moment.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct OmaSettingDateTime {
    /// The name to show.
    pub display_name: String,
    /// The text beside it.
    pub description: Option<String>,
    /// The address of the setting.
    pub oma_uri: String,
    /// Where the value is kept, where it is a secret.
    pub secret_reference_value_id: Option<String>,
    /// Whether the value is encrypted.
    pub is_encrypted: Option<bool>,
    /// The value.
    pub value: DateTimeOffset,
}

/// A number.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct OmaSettingFloatingPoint {
    /// The name to show.
    pub display_name: String,
    /// The text beside it.
    pub description: Option<String>,
    /// The address of the setting.
    pub oma_uri: String,
    /// Where the value is kept, where it is a secret.
    pub secret_reference_value_id: Option<String>,
    /// Whether the value is encrypted.
    pub is_encrypted: Option<bool>,
    /// The value.
    pub value: f32,
}

/// An integer.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct OmaSettingInteger {
    /// The name to show.
    pub display_name: String,
    /// The text beside it.
    pub description: Option<String>,
    /// The address of the setting.
    pub oma_uri: String,
    /// Where the value is kept, where it is a secret.
    pub secret_reference_value_id: Option<String>,
    /// Whether the value is encrypted.
    pub is_encrypted: Option<bool>,
    /// The value.
    pub value: i32,
}

/// A text.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct OmaSettingString {
    /// The name to show.
    pub display_name: String,
    /// The text beside it.
    pub description: Option<String>,
    /// The address of the setting.
    pub oma_uri: String,
    /// Where the value is kept, where it is a secret.
    pub secret_reference_value_id: Option<String>,
    /// Whether the value is encrypted.
    pub is_encrypted: Option<bool>,
    /// The value.
    pub value: String,
}

/// XML, in base 64.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct OmaSettingStringXml {
    /// The name to show.
    pub display_name: String,
    /// The text beside it.
    pub description: Option<String>,
    /// The address of the setting.
    pub oma_uri: String,
    /// Where the value is kept, where it is a secret.
    pub secret_reference_value_id: Option<String>,
    /// Whether the value is encrypted.
    pub is_encrypted: Option<bool>,
    /// The name of the file.
    pub file_name: Option<String>,
    /// The value.
    pub value: Binary,
}
