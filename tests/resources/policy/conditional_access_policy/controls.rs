//! The controls of a conditionalAccessPolicy: what lets a user in, and what holds after that.

use graph_resource::{DateTimeOffset, FlagSet, GraphComplex, GraphEnum, GraphResource};

/// What must be done to get in.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ConditionalAccessGrantControls {
    /// What the service knows to ask for.
    #[graph_resource(default)]
    pub built_in_controls: Vec<GrantControl>,
    /// What others ask for.
    #[graph_resource(default)]
    pub custom_authentication_factors: Vec<String>,
    /// `AND` or `OR`.
    pub operator: Option<String>,
    /// Which agreements must be accepted.
    #[graph_resource(default)]
    pub terms_of_use: Vec<String>,
    /// How the user must authenticate.
    #[graph_resource(navigation)]
    pub authentication_strength: Option<AuthenticationStrengthPolicy>,
}

/// Something that must be done to get in.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0#microsoft.graph.conditionalAccessGrantControl")]
pub enum GrantControl {
    /// Nothing helps.
    Block,
    /// Authenticate by several factors.
    Mfa,
    /// Use a device that complies.
    CompliantDevice,
    /// Use a device of the domain.
    DomainJoinedDevice,
    /// Use an approved program.
    ApprovedApplication,
    /// Use a program that complies.
    CompliantApplication,
    /// Change the password.
    PasswordChange,
    /// Do what makes the user less risky.
    RiskRemediation,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Which ways to authenticate are good enough.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/policies/authenticationStrengthPolicies/<id>", schema = "v1.0")]
pub struct AuthenticationStrengthPolicy {
    /// The key.
    pub id: String,
    /// Each a set of methods, used together.
    #[graph_resource(default)]
    pub allowed_combinations: Vec<FlagSet<AuthenticationMethod>>,
    /// When it was made.
    #[graph_resource(read_only)]
    pub created_date_time: DateTimeOffset,
    /// What it is for.
    pub description: Option<String>,
    /// The name to show.
    pub display_name: String,
    /// When it was changed.
    #[graph_resource(read_only)]
    pub modified_date_time: DateTimeOffset,
    /// Whose it is.
    #[graph_resource(read_only)]
    pub policy_type: AuthenticationStrengthPolicyType,
    /// What it is worth.
    #[graph_resource(read_only)]
    pub requirements_satisfied: FlagSet<AuthenticationStrengthRequirement>,
}

/// A way to authenticate.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0#microsoft.graph.authenticationMethodModes")]
pub enum AuthenticationMethod {
    /// By a password.
    Password,
    /// By a call.
    Voice,
    /// By a code of a device.
    HardwareOath,
    /// By a code of a program.
    SoftwareOath,
    /// By a short message.
    Sms,
    /// By a key.
    Fido2,
    /// By Windows Hello.
    WindowsHelloForBusiness,
    /// By a notice to the authenticator.
    MicrosoftAuthenticatorPush,
    /// By a notice to a device.
    DeviceBasedPush,
    /// By a pass for once.
    TemporaryAccessPassOneTime,
    /// By a pass for a while.
    TemporaryAccessPassMultiUse,
    /// By electronic mail.
    Email,
    /// By a certificate.
    X509CertificateSingleFactor,
    /// By a certificate that counts twice.
    X509CertificateMultiFactor,
    /// By another provider.
    FederatedSingleFactor,
    /// By another provider that counts twice.
    FederatedMultiFactor,
    /// By a picture and a number.
    QrCodePin,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Whose a policy is.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum AuthenticationStrengthPolicyType {
    /// The service's.
    BuiltIn,
    /// The tenant's.
    Custom,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// What a policy is worth.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0#microsoft.graph.authenticationStrengthRequirements")]
pub enum AuthenticationStrengthRequirement {
    /// Nothing.
    None,
    /// Several factors.
    Mfa,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// What holds once a user is in.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ConditionalAccessSessionControls {
    /// What the application enforces.
    pub application_enforced_restrictions: Option<ApplicationEnforcedRestrictions>,
    /// What is watched.
    pub cloud_app_security: Option<CloudAppSecurity>,
    /// Whether sessions end where the service is down.
    pub disable_resilience_defaults: Option<bool>,
    /// Whether the session outlives the browser.
    pub persistent_browser: Option<PersistentBrowser>,
    /// Whether tokens are bound to the device.
    pub secure_sign_in_session: Option<SecureSignInSession>,
    /// How often a user must sign in.
    pub sign_in_frequency: Option<SignInFrequency>,
}

/// What the application enforces.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0#microsoft.graph.applicationEnforcedRestrictionsSessionControl")]
pub struct ApplicationEnforcedRestrictions {
    /// Whether it holds.
    pub is_enabled: Option<bool>,
}

/// What is watched.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0#microsoft.graph.cloudAppSecuritySessionControl")]
pub struct CloudAppSecurity {
    /// Whether it holds.
    pub is_enabled: Option<bool>,
    /// How.
    pub cloud_app_security_type: Option<CloudAppSecurityType>,
}

/// How a session is watched.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0#microsoft.graph.cloudAppSecuritySessionControlType")]
pub enum CloudAppSecurityType {
    /// As is set elsewhere.
    McasConfigured,
    /// It is only watched.
    MonitorOnly,
    /// Downloads are blocked.
    BlockDownloads,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Whether the session outlives the browser.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0#microsoft.graph.persistentBrowserSessionControl")]
pub struct PersistentBrowser {
    /// Whether it holds.
    pub is_enabled: Option<bool>,
    /// Whether it does.
    pub mode: Option<PersistentBrowserMode>,
}

/// Whether a session outlives the browser.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0#microsoft.graph.persistentBrowserSessionMode")]
pub enum PersistentBrowserMode {
    /// It does.
    Always,
    /// It does not.
    Never,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Whether tokens are bound to the device.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0#microsoft.graph.secureSignInSessionControl")]
pub struct SecureSignInSession {
    /// Whether it holds.
    pub is_enabled: Option<bool>,
}

/// How often a user must sign in.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0#microsoft.graph.signInFrequencySessionControl")]
pub struct SignInFrequency {
    /// Whether it holds.
    pub is_enabled: Option<bool>,
    /// With which factors.
    pub authentication_type: Option<SignInAuthenticationType>,
    /// By time, or always.
    pub frequency_interval: Option<SignInInterval>,
    /// The unit.
    pub r#type: Option<SignInFrequencyType>,
    /// How many.
    pub value: Option<i32>,
}

/// With which factors a user signs in.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0#microsoft.graph.signInFrequencyAuthenticationType")]
pub enum SignInAuthenticationType {
    /// With each.
    PrimaryAndSecondaryAuthentication,
    /// With the second.
    SecondaryAuthentication,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// When a user signs in.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0#microsoft.graph.signInFrequencyInterval")]
pub enum SignInInterval {
    /// After a time.
    TimeBased,
    /// Each time.
    EveryTime,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// A unit of time.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0#microsoft.graph.signinFrequencyType")]
pub enum SignInFrequencyType {
    /// Days.
    Days,
    /// Hours.
    Hours,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}
