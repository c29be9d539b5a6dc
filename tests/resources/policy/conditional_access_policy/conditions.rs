//! The conditions of a conditionalAccessPolicy.

use graph_resource::{FlagSet, GraphComplex, GraphEnum, GraphUnion};
use serde_json::{Map, Value};

/// When a policy applies.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ConditionalAccessConditionSet {
    /// To what.
    #[graph_resource(merge)]
    pub applications: Option<ConditionalAccessApplications>,
    /// Which flows of authentication.
    pub authentication_flows: Option<ConditionalAccessAuthenticationFlows>,
    /// For which service principals.
    #[graph_resource(merge)]
    pub client_applications: Option<ConditionalAccessClientApplications>,
    /// From which kinds of client.
    #[graph_resource(default)]
    pub client_app_types: Vec<ConditionalAccessClientApp>,
    /// From which devices.
    #[graph_resource(merge)]
    pub devices: Option<ConditionalAccessDevices>,
    /// How risky a user is to the own organization.
    pub insider_risk_levels: Option<FlagSet<InsiderRiskLevel>>,
    /// From where.
    #[graph_resource(merge)]
    pub locations: Option<ConditionalAccessLocations>,
    /// From which systems.
    #[graph_resource(merge)]
    pub platforms: Option<ConditionalAccessPlatforms>,
    /// How risky a service principal is.
    #[graph_resource(default)]
    pub service_principal_risk_levels: Vec<RiskLevel>,
    /// How risky a sign-in is.
    #[graph_resource(default)]
    pub sign_in_risk_levels: Vec<RiskLevel>,
    /// How risky a user is.
    #[graph_resource(default)]
    pub user_risk_levels: Vec<RiskLevel>,
    /// For whom.
    #[graph_resource(merge)]
    pub users: Option<ConditionalAccessUsers>,
    /// Of an older beta: in which states of the device.
    #[graph_resource(merge, unchecked)] // beta
    pub device_states: Option<ConditionalAccessDeviceStates>,
}

/// To what a policy applies.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ConditionalAccessApplications {
    /// By a rule.
    pub application_filter: Option<ConditionalAccessFilter>,
    /// Not to these applications.
    #[graph_resource(default)]
    pub exclude_applications: Vec<String>,
    /// To these applications.
    #[graph_resource(default)]
    pub include_applications: Vec<String>,
    /// To what asks for these contexts.
    #[graph_resource(default)]
    pub include_authentication_context_class_references: Vec<String>,
    /// To these actions.
    #[graph_resource(default)]
    pub include_user_actions: Vec<String>,
}

/// A rule.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ConditionalAccessFilter {
    /// What it does with what it finds.
    pub mode: FilterMode,
    /// The rule itself.
    pub rule: String,
}

/// What a rule does with what it finds.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum FilterMode {
    /// It lets it in.
    Include,
    /// It leaves it out.
    Exclude,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Flows of authentication.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ConditionalAccessAuthenticationFlows {
    /// How the session goes to another device.
    pub transfer_methods: FlagSet<TransferMethod>,
}

/// How a session goes to another device.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0#microsoft.graph.conditionalAccessTransferMethods")]
pub enum TransferMethod {
    /// It does not.
    None,
    /// By a code.
    DeviceCodeFlow,
    /// By a transfer.
    AuthenticationTransfer,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// For which service principals a policy is.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ConditionalAccessClientApplications {
    /// Not for these.
    #[graph_resource(default)]
    pub exclude_service_principals: Vec<String>,
    /// For these.
    #[graph_resource(default)]
    pub include_service_principals: Vec<String>,
    /// By a rule.
    pub service_principal_filter: Option<ConditionalAccessFilter>,
}

/// A kind of client.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum ConditionalAccessClientApp {
    /// Any.
    All,
    /// A browser.
    Browser,
    /// A program.
    MobileAppsAndDesktopClients,
    /// A program for Exchange.
    ExchangeActiveSync,
    /// The same, of a kind that is supported.
    EasSupported,
    /// An older one.
    Other,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Devices.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ConditionalAccessDevices {
    /// By a rule.
    pub device_filter: Option<ConditionalAccessFilter>,
    /// Of the beta: these.
    #[graph_resource(default, unchecked)] // beta
    pub include_devices: Vec<String>,
    /// Of the beta: not these.
    #[graph_resource(default, unchecked)] // beta
    pub exclude_devices: Vec<String>,
}

/// States of devices.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct ConditionalAccessDeviceStates {
    /// These.
    #[graph_resource(default)]
    pub include_states: Vec<String>,
    /// Not these.
    #[graph_resource(default)]
    pub exclude_states: Vec<String>,
}

/// How risky a user is to the own organization.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum InsiderRiskLevel {
    /// A little.
    Minor,
    /// Somewhat.
    Moderate,
    /// Much.
    Elevated,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Locations.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ConditionalAccessLocations {
    /// Not these.
    #[graph_resource(default)]
    pub exclude_locations: Vec<String>,
    /// These.
    #[graph_resource(default)]
    pub include_locations: Vec<String>,
}

/// Systems.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ConditionalAccessPlatforms {
    /// Not these.
    #[graph_resource(default)]
    pub exclude_platforms: Vec<DevicePlatform>,
    /// These.
    #[graph_resource(default)]
    pub include_platforms: Vec<DevicePlatform>,
}

/// A system.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0#microsoft.graph.conditionalAccessDevicePlatform")]
pub enum DevicePlatform {
    /// Android.
    Android,
    /// iOS.
    #[graph_resource(rename = "iOS")]
    Ios,
    /// Windows.
    Windows,
    /// Windows for telephones.
    WindowsPhone,
    /// macOS.
    MacOS,
    /// Any.
    All,
    /// Linux.
    Linux,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// How risky.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum RiskLevel {
    /// A little.
    Low,
    /// Somewhat.
    Medium,
    /// Much.
    High,
    /// It is not said.
    Hidden,
    /// Not.
    None,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// For whom a policy is.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ConditionalAccessUsers {
    /// Not for these groups.
    #[graph_resource(default)]
    pub exclude_groups: Vec<String>,
    /// Not for these guests.
    pub exclude_guests_or_external_users: Option<GuestsOrExternalUsers>,
    /// Not for these roles.
    #[graph_resource(default)]
    pub exclude_roles: Vec<String>,
    /// Not for these users.
    #[graph_resource(default)]
    pub exclude_users: Vec<String>,
    /// For these groups.
    #[graph_resource(default)]
    pub include_groups: Vec<String>,
    /// For these guests.
    pub include_guests_or_external_users: Option<GuestsOrExternalUsers>,
    /// For these roles.
    #[graph_resource(default)]
    pub include_roles: Vec<String>,
    /// For these users.
    #[graph_resource(default)]
    pub include_users: Vec<String>,
}

/// Guests of some kinds, of some tenants.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0#microsoft.graph.conditionalAccessGuestsOrExternalUsers")]
pub struct GuestsOrExternalUsers {
    /// The tenants.
    pub external_tenants: Option<ExternalTenants>,
    /// The kinds.
    pub guest_or_external_user_types: FlagSet<GuestType>,
}

/// A kind of guest.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0#microsoft.graph.conditionalAccessGuestOrExternalUserTypes")]
pub enum GuestType {
    /// None.
    None,
    /// A guest with an account here.
    InternalGuest,
    /// A guest with an account elsewhere.
    B2bCollaborationGuest,
    /// A member with an account elsewhere.
    B2bCollaborationMember,
    /// A user of a shared channel.
    B2bDirectConnectUser,
    /// Any other.
    OtherExternalUser,
    /// Somebody of a service provider.
    ServiceProvider,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Tenants of guests. The base type is abstract.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(schema = "v1.0#microsoft.graph.conditionalAccessExternalTenants")]
pub enum ExternalTenants {
    /// Each.
    #[graph_resource(odata_type = "microsoft.graph.conditionalAccessAllExternalTenants")]
    All(AllExternalTenants),
    /// Some.
    #[graph_resource(odata_type = "microsoft.graph.conditionalAccessEnumeratedExternalTenants")]
    Enumerated(EnumeratedExternalTenants),
    /// A type that this build does not know.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// Each tenant.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0#microsoft.graph.conditionalAccessAllExternalTenants")]
pub struct AllExternalTenants {
    /// Always `all`.
    pub membership_kind: Option<MembershipKind>,
}

/// Some tenants.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0#microsoft.graph.conditionalAccessEnumeratedExternalTenants")]
pub struct EnumeratedExternalTenants {
    /// Always `enumerated`.
    pub membership_kind: Option<MembershipKind>,
    /// Their ids.
    #[graph_resource(default)]
    pub members: Vec<String>,
}

/// Which tenants.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0#microsoft.graph.conditionalAccessExternalTenantsMembershipKind")]
pub enum MembershipKind {
    /// Each.
    All,
    /// Some.
    Enumerated,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}
