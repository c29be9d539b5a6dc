//! application: an open entity with deeply nested values, two of which are changed member by member.

mod publishing;
mod settings;

use graph_resource::edm::Guid;
use graph_resource::{At, Bytes, DateTimeOffset, FlagSet, GraphComplex, GraphFunction, GraphResource};
use serde_json::{Map, Value};

use self::publishing::OnPremisesPublishing;
use self::settings::{
    ApiApplication, AuthenticationBehaviors, Certification, InstalledClients, NativeAuthenticationApis, OptionalClaims,
    ParentalControlSettings, PublicClientApplication, RequestSignatureVerification, RequiredResourceAccess,
    ServicePrincipalLock, SpaApplication, WebApplication,
};
use crate::directory::application_parts::{
    AddIn, AppRole, InformationalUrl, KeyCredential, PasswordCredential, VerifiedPublisher,
};
use crate::directory::directory_object::DirectoryObject;
use crate::harness::{Check, Documented, Own, Page, Required, every_example};

/// An application, registered with the tenant that makes it.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/applications/<id>", schema = "v1.0")]
#[graph_resource(path = "/applications(appId='<app_id>')", at = "by_app_id")]
#[graph_resource(
    path = "/onPremisesPublishingProfiles/<profile>/connectorGroups/<group>/applications/<id>",
    at = "in_connector_group",
    unchecked, // beta
)]
pub struct Application {
    /// The key, a GUID.
    pub id: String,
    /// When it was deleted.
    #[graph_resource(read_only)]
    pub deleted_date_time: Option<DateTimeOffset>,
    /// How services may call it.
    #[graph_resource(default)]
    pub add_ins: Vec<AddIn>,
    /// What it offers as an interface.
    #[graph_resource(merge)]
    pub api: Option<ApiApplication>,
    /// The id that it signs in with.
    #[graph_resource(read_only)]
    pub app_id: Option<String>,
    /// What it was made from.
    #[graph_resource(read_only)]
    pub application_template_id: Option<String>,
    /// The roles that it knows.
    #[graph_resource(default)]
    pub app_roles: Vec<AppRole>,
    /// Exceptions to what the service does.
    pub authentication_behaviors: Option<AuthenticationBehaviors>,
    /// What Microsoft certified.
    #[graph_resource(read_only)]
    pub certification: Option<Certification>,
    /// The application that made it.
    #[graph_resource(read_only)]
    pub created_by_app_id: Option<String>,
    /// When it was made.
    #[graph_resource(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    /// Where to go where nothing is said.
    pub default_redirect_uri: Option<String>,
    /// What it is for.
    pub description: Option<String>,
    /// Whether Microsoft shut it off.
    #[graph_resource(read_only)]
    pub disabled_by_microsoft_status: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// Which groups a token names.
    pub group_membership_claims: Option<String>,
    /// Names that are addresses.
    #[graph_resource(default)]
    pub identifier_uris: Vec<String>,
    /// Pages about it.
    pub info: Option<InformationalUrl>,
    /// Whether a device may sign in without a user.
    pub is_device_only_auth_supported: Option<bool>,
    /// Whether it is shut off.
    pub is_disabled: Option<bool>,
    /// Whether it counts as public where that cannot be told.
    pub is_fallback_public_client: Option<bool>,
    /// Its certificates.
    #[graph_resource(default)]
    pub key_credentials: Vec<KeyCredential>,
    /// Applications that may manage it.
    #[graph_resource(default)]
    pub manager_applications: Vec<Guid>,
    /// Which native interfaces it may use.
    pub native_authentication_apis_enabled: Option<FlagSet<NativeAuthenticationApis>>,
    /// Notes.
    pub notes: Option<String>,
    /// Whether the answer must be posted.
    #[graph_resource(default)]
    pub oauth2_require_post_response: bool,
    /// What its tokens say beside.
    pub optional_claims: Option<OptionalClaims>,
    /// For whom it is.
    pub parental_control_settings: Option<ParentalControlSettings>,
    /// Its secrets.
    #[graph_resource(default)]
    pub password_credentials: Vec<PasswordCredential>,
    /// As a program on a device.
    pub public_client: Option<PublicClientApplication>,
    /// The verified domain.
    #[graph_resource(read_only)]
    pub publisher_domain: Option<String>,
    /// Whether requests must be signed.
    pub request_signature_verification: Option<RequestSignatureVerification>,
    /// What it needs of others.
    #[graph_resource(default)]
    pub required_resource_access: Vec<RequiredResourceAccess>,
    /// Where its metadata for SAML are.
    pub saml_metadata_url: Option<String>,
    /// Its number in another system.
    pub service_management_reference: Option<String>,
    /// What of its principals cannot be changed.
    pub service_principal_lock_configuration: Option<ServicePrincipalLock>,
    /// Whose accounts may sign in.
    pub sign_in_audience: Option<String>,
    /// As a program in a browser.
    pub spa: Option<SpaApplication>,
    /// Labels.
    #[graph_resource(default)]
    pub tags: Vec<String>,
    /// Which certificate encrypts its tokens.
    pub token_encryption_key_id: Option<Guid>,
    /// A name that is given once.
    #[graph_resource(create_only)]
    pub unique_name: Option<String>,
    /// Who publishes it.
    #[graph_resource(read_only)]
    pub verified_publisher: Option<VerifiedPublisher>,
    /// As a web site.
    #[graph_resource(merge)]
    pub web: Option<WebApplication>,
    /// Of the beta: how a proxy publishes it.
    #[graph_resource(unchecked)] // beta
    pub on_premises_publishing: Option<OnPremisesPublishing>,
    /// Of an older beta: whether it may be public.
    #[graph_resource(unchecked)] // on pages alone
    pub allow_public_client: Option<bool>,
    /// Of an older beta: its aliases.
    #[graph_resource(unchecked)] // on pages alone
    pub application_aliases: Option<Vec<String>>,
    /// Of an older beta: as a program on a device.
    #[graph_resource(unchecked)] // on pages alone
    pub installed_clients: Option<InstalledClients>,
    /// For whom it was made.
    #[graph_resource(navigation)]
    pub created_on_behalf_of: Option<DirectoryObject>,
    /// Who may change it.
    #[graph_resource(navigation)]
    pub owners: Option<Vec<DirectoryObject>>,
    /// Extensions of the schema.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// What changed of applications since the last time.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct ApplicationDelta {}

impl GraphFunction for ApplicationDelta {
    type On = graph_resource::Collection<Application>;
    type Output = graph_resource::Page<Application>;
    const NAME: &'static str = "delta";
}

impl Documented for Application {
    const TYPES: &'static [&'static str] = &["microsoft.graph.application"];
    const REQUIRED: Required = Required { patches: 2, gets: 8, wholes: 2 };
    const LEFT_OUT: &'static [(&'static str, Check, &'static str)] = &[
        ("v1.0/application-delta.md#GET1", Check::Read, "placeholders where a GUID and a date must be"),
        ("beta/application-delta.md#GET1", Check::Read, "placeholders where a GUID and a date must be"),
        ("beta/connectorgroup-list-applications.md#GET1", Check::Read, "placeholders where GUIDs and dates must be"),
    ];
    const OWN: &'static [Own] = &[
        Own {
            url: "/applications/5c1d9a70",
            before: r##"{"id":"5c1d9a70","appId":"a1","displayName":"Till","api":{"requestedAccessTokenVersion":2,
                "oauth2PermissionScopes":[{"id":"2b1b7a0e-55a9-4d39-a2c8-0e8f9f3d1c11","isEnabled":true,
                "value":"Sell"}]},"web":{"homePageUrl":"https://till.example","redirectUris":
                ["https://till.example/a"],"implicitGrantSettings":{"enableIdTokenIssuance":true,
                "enableAccessTokenIssuance":false}},"spa":{"redirectUris":[]},"info":
                {"supportUrl":"https://till.example/help"},"requestSignatureVerification":
                {"isSignedRequestRequired":true,"allowedWeakAlgorithms":"rsaSha1"},"extension_a1_shelf":{"row":[1,
                2]},"owners":[{"@odata.type":"#microsoft.graph.user","id":"u1","surname":"Ode"}]}"##,
            patch: r#"{"api":{"acceptMappedClaims":true,"requestedAccessTokenVersion":null},"spa":null,
                "web":{"homePageUrl":null,"implicitGrantSettings":{"enableAccessTokenIssuance":true}},
                "requestSignatureVerification":{"isSignedRequestRequired":false,"allowedWeakAlgorithms":null},
                "extension_a1_shelf":null}"#,
            answer: "",
        },
        Own {
            url: "/applications(appId='a2')",
            before: r#"{"id":"5c1d9a70","keyCredentials":[],"nativeAuthenticationApisEnabled":"none"}"#,
            patch: r#"{"keyCredentials":[{"key":"AQID","keyId":"2b1b7a0e-55a9-4d39-a2c8-0e8f9f3d1c12",
                "usage":"Verify","type":"AsymmetricX509Cert","endDateTime":"2031-05-01T00:00:00Z"}],
                "nativeAuthenticationApisEnabled":"all","optionalClaims":{"idToken":[{"name":"groups",
                "essential":false,"additionalProperties":["sam"]}]},"requiredResourceAccess":
                [{"resourceAppId":"00000003","resourceAccess":[{"id":"2b1b7a0e-55a9-4d39-a2c8-0e8f9f3d1c13",
                "type":"DiffScope"}]}]}"#,
            answer: r#"{"id":"5c1d9a70","keyCredentials":[{"key":null,"keyId":"2b1b7a0e-55a9-4d39-a2c8-0e8f9f3d1c12",
                "usage":"Verify","type":"AsymmetricX509Cert","endDateTime":"2031-05-01T00:00:00Z"}]}"#,
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["applications", id] => Some(Self::at(id)),
            ["applications(appId='')", id] => Some(Self::by_app_id(id)),
            _ => None,
        }
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Some(match &*page.path() {
            ["applications"] => page.request(Self::collection().list()),
            ["applications", "delta"] => page.request(Self::collection().call(ApplicationDelta {})),
            ["onPremisesPublishingProfiles", profile, "connectorGroups", group, "applications"] => {
                page.request(Self::in_connector_group_collection(profile, group).list())
            }
            path => page.request(<Self as Documented>::at(path)?.get()),
        })
    }
}

#[test]
fn every_example_of_application() {
    every_example::<Application>();
}
