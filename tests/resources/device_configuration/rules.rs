//! Which devices a configuration is meant for.

use graph_resource::{GraphComplex, GraphEnum};

/// Devices with an edition of the system.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.deviceManagementApplicabilityRuleOsEdition")]
pub struct OsEditionRule {
    /// The editions.
    pub os_edition_types: Vec<Windows10Edition>,
    /// The name of the rule.
    pub name: Option<String>,
    /// Whether the devices are meant, or all others.
    pub rule_type: RuleType,
}

/// Devices with a version of the system.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.deviceManagementApplicabilityRuleOsVersion")]
pub struct OsVersionRule {
    /// The lowest version.
    #[graph_resource(rename = "minOSVersion")]
    pub min_os_version: Option<String>,
    /// The highest version.
    #[graph_resource(rename = "maxOSVersion")]
    pub max_os_version: Option<String>,
    /// The name of the rule.
    pub name: Option<String>,
    /// Whether the devices are meant, or all others.
    pub rule_type: RuleType,
}

/// Devices in a mode.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.deviceManagementApplicabilityRuleDeviceMode")]
pub struct DeviceModeRule {
    /// The mode.
    pub device_mode: DeviceMode,
    /// The name of the rule.
    pub name: Option<String>,
    /// Whether the devices are meant, or all others.
    pub rule_type: RuleType,
}

/// What a rule does with the devices that it is true of.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum RuleType {
    /// Takes them.
    Include,
    /// Leaves them out.
    Exclude,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// A mode of Windows.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum DeviceMode {
    /// The usual one.
    StandardConfiguration,
    /// Programs of the store alone.
    SModeConfiguration,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// An edition of Windows 10.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0#microsoft.graph.windows10EditionType")]
pub enum Windows10Edition {
    /// Enterprise.
    Windows10Enterprise,
    /// Enterprise N.
    Windows10EnterpriseN,
    /// Education.
    Windows10Education,
    /// Education N.
    Windows10EducationN,
    /// Mobile Enterprise.
    Windows10MobileEnterprise,
    /// Holographic Enterprise.
    Windows10HolographicEnterprise,
    /// Professional.
    Windows10Professional,
    /// Professional N.
    Windows10ProfessionalN,
    /// Professional Education.
    Windows10ProfessionalEducation,
    /// Professional Education N.
    Windows10ProfessionalEducationN,
    /// Professional Workstation.
    Windows10ProfessionalWorkstation,
    /// Professional Workstation N.
    Windows10ProfessionalWorkstationN,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}
