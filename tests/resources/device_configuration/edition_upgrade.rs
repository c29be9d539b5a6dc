//! editionUpgradeConfiguration: enumerations, and a product key.

use graph_resource::{DateTimeOffset, GraphEnum, GraphResource};

use super::rules::{DeviceModeRule, OsEditionRule, OsVersionRule, Windows10Edition};

/// Another edition of Windows.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/deviceManagement/deviceConfigurations/<id>")]
pub struct EditionUpgradeConfiguration {
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
    /// How the edition is licensed.
    pub license_type: EditionUpgradeLicenseType,
    /// The edition to come.
    pub target_edition: Windows10Edition,
    /// The file of the licence.
    pub license: Option<String>,
    /// The key.
    pub product_key: Option<String>,
    /// Whether the user may leave the mode.
    #[graph_resource(rename = "windowsSMode")]
    pub windows_s_mode: Option<WindowsSMode>,
}

/// How an edition is licensed.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum EditionUpgradeLicenseType {
    /// By a key.
    ProductKey,
    /// By a file.
    LicenseFile,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// What the user may do about the mode.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum WindowsSMode {
    /// Whatever they like.
    NoRestriction,
    /// Not leave it.
    Block,
    /// Leave it.
    Unlock,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}
