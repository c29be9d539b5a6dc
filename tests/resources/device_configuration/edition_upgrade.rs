//! editionUpgradeConfiguration: enumerations, and a product key.

use graph_resource::{DateTimeOffset, GraphEnum, GraphResource};

use super::base::configuration;
use super::rules::{DeviceModeRule, OsEditionRule, OsVersionRule, Windows10Edition};

configuration! {
    /// Another edition of Windows.
    #[graph_resource(schema = "v1.0#microsoft.graph.editionUpgradeConfiguration")]
    pub struct EditionUpgradeConfiguration {
        /// How the edition is licensed.
        pub license_type: EditionUpgradeLicenseType,
        /// The edition to come.
        pub target_edition: Windows10Edition,
        /// The file of the licence.
        pub license: Option<String>,
        /// The key.
        pub product_key: Option<String>,
        /// Whether the user may leave the mode.
        #[graph_resource(rename = "windowsSMode", unchecked)] // beta
        pub windows_s_mode: Option<WindowsSMode>,
    }
}

/// How an edition is licensed.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
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
// Beta: v1.0 has no such type.
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
