//! The complex types of an application alone.

use graph_resource::edm::Guid;
use graph_resource::{DateTimeOffset, FlagSet, GraphComplex, GraphEnum};

use crate::directory::application_parts::PermissionScope;

/// What an application offers as an interface.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ApiApplication {
    /// Whether claims may be mapped without a key.
    pub accept_mapped_claims: Option<bool>,
    /// Clients whose consent covers it.
    #[graph_resource(default)]
    pub known_client_applications: Vec<Guid>,
    /// Its delegated permissions.
    #[graph_resource(default)]
    pub oauth2_permission_scopes: Vec<PermissionScope>,
    /// Clients that need no consent.
    #[graph_resource(default)]
    pub pre_authorized_applications: Vec<PreAuthorizedApplication>,
    /// 1 or 2.
    pub requested_access_token_version: Option<i32>,
    /// Of an older beta: 1 or 2.
    #[graph_resource(unchecked)] // on pages alone
    pub accepted_access_token_version: Option<i32>,
    /// Of an older beta: its delegated permissions.
    #[graph_resource(unchecked)] // on pages alone
    pub published_permission_scopes: Option<Vec<PermissionScope>>,
}

/// A client that needs no consent.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct PreAuthorizedApplication {
    /// Its id.
    pub app_id: Option<String>,
    /// For which permissions.
    #[graph_resource(default)]
    pub delegated_permission_ids: Vec<String>,
}

/// Of an older beta: a program on a device.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct InstalledClients {
    /// Where tokens may be sent.
    #[graph_resource(default)]
    pub redirect_urls: Vec<String>,
}

/// Exceptions to what the service does.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct AuthenticationBehaviors {
    /// Whether the older Graph is shut.
    #[graph_resource(rename = "blockAzureADGraphAccess")]
    pub block_azure_ad_graph_access: Option<bool>,
    /// Whether an address that nobody verified is left out.
    pub remove_unverified_email_claim: Option<bool>,
    /// Whether the client must have a principal.
    pub require_client_service_principal: Option<bool>,
}

/// What Microsoft certified.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct Certification {
    /// Where it is told.
    #[graph_resource(read_only)]
    pub certification_details_url: Option<String>,
    /// When it ends.
    pub certification_expiration_date_time: Option<DateTimeOffset>,
    /// Whether it was certified.
    #[graph_resource(read_only)]
    pub is_certified_by_microsoft: Option<bool>,
    /// Whether the publisher attested itself.
    pub is_publisher_attested: Option<bool>,
    /// When it was last.
    pub last_certification_date_time: Option<DateTimeOffset>,
}

/// What tokens say beside.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct OptionalClaims {
    /// In an access token.
    #[graph_resource(default)]
    pub access_token: Vec<OptionalClaim>,
    /// In an id token.
    #[graph_resource(default)]
    pub id_token: Vec<OptionalClaim>,
    /// In a token of SAML.
    #[graph_resource(default)]
    pub saml2_token: Vec<OptionalClaim>,
}

/// Something that a token says.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct OptionalClaim {
    /// How it says it.
    #[graph_resource(default)]
    pub additional_properties: Vec<String>,
    /// Whether it must.
    #[graph_resource(default)]
    pub essential: bool,
    /// Its name.
    pub name: String,
    /// `user`, where it is an extension.
    pub source: Option<String>,
}

/// For whom an application is.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ParentalControlSettings {
    /// By two letters.
    #[graph_resource(default)]
    pub countries_blocked_for_minors: Vec<String>,
    /// `Allow`, `RequireConsentForKids`, …
    pub legal_age_group_rule: Option<String>,
}

/// A program on a device.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct PublicClientApplication {
    /// Where tokens may be sent.
    #[graph_resource(default)]
    pub redirect_uris: Vec<String>,
}

/// A program in a browser.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct SpaApplication {
    /// Where tokens may be sent.
    #[graph_resource(default)]
    pub redirect_uris: Vec<String>,
}

/// Whether requests must be signed.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct RequestSignatureVerification {
    /// Which weak algorithms are taken.
    pub allowed_weak_algorithms: Option<FlagSet<WeakAlgorithms>>,
    /// Whether they must.
    pub is_signed_request_required: bool,
}

/// What an application needs of another one.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct RequiredResourceAccess {
    /// The permissions.
    #[graph_resource(default)]
    pub resource_access: Vec<ResourceAccess>,
    /// The other one.
    pub resource_app_id: String,
}

/// A permission.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ResourceAccess {
    /// Its id.
    pub id: Guid,
    /// `DiffScope` or `Role`.
    pub r#type: Option<String>,
}

/// What of the principals cannot be changed.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0#microsoft.graph.servicePrincipalLockConfiguration")]
pub struct ServicePrincipalLock {
    /// Nothing sensitive.
    pub all_properties: Option<bool>,
    /// The keys to sign with.
    pub credentials_with_usage_sign: Option<bool>,
    /// The keys to verify with.
    pub credentials_with_usage_verify: Option<bool>,
    /// Whether it holds.
    pub is_enabled: bool,
    /// The key of tokens.
    pub token_encryption_key_id: Option<bool>,
}

/// A web site.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct WebApplication {
    /// Its front page.
    pub home_page_url: Option<String>,
    /// Which tokens it gets at once.
    pub implicit_grant_settings: Option<ImplicitGrantSettings>,
    /// Where it is told that a user left.
    pub logout_url: Option<String>,
    /// Where tokens may be sent.
    #[graph_resource(default)]
    pub redirect_uris: Vec<String>,
    /// The same, with their order.
    #[graph_resource(default)]
    pub redirect_uri_settings: Vec<RedirectUriSettings>,
}

/// Which tokens a web site gets at once.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ImplicitGrantSettings {
    /// Access tokens.
    pub enable_access_token_issuance: Option<bool>,
    /// Id tokens.
    pub enable_id_token_issuance: Option<bool>,
}

/// Where tokens may be sent.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct RedirectUriSettings {
    /// Its place.
    pub index: Option<i32>,
    /// The address.
    pub uri: Option<String>,
}

/// Native interfaces for authentication.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0#microsoft.graph.nativeAuthenticationApisEnabled")]
pub enum NativeAuthenticationApis {
    /// None.
    None,
    /// All.
    All,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Weak algorithms.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum WeakAlgorithms {
    /// RSA with SHA-1.
    RsaSha1,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}
