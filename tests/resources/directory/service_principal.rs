//! servicePrincipal: an application in a tenant; open, with GUIDs, collections of complex values, and a value without
//! names.

use graph_resource::edm::Guid;
use graph_resource::{At, Bytes, DateTimeOffset, GraphComplex, GraphFunction, GraphResource};
use serde_json::{Map, Value};

use crate::directory::application_parts::{
    AddIn, AppRole, InformationalUrl, KeyCredential, PasswordCredential, PermissionScope, ResourceSpecificPermission,
    VerifiedPublisher,
};
use crate::directory::directory_object::DirectoryObject;
use crate::harness::{Check, Documented, Own, Page, Required, every_example};

/// An application, as one tenant sees it.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/servicePrincipals/<id>", schema = "v1.0")]
#[graph_resource(path = "/servicePrincipals(appId='<app_id>')", at = "by_app_id")]
pub struct ServicePrincipal {
    /// The key, a GUID.
    pub id: String,
    /// When it was deleted.
    #[graph_resource(read_only)]
    pub deleted_date_time: Option<DateTimeOffset>,
    /// Whether it may sign in.
    pub account_enabled: Option<bool>,
    /// How services may call it.
    #[graph_resource(default)]
    pub add_ins: Vec<AddIn>,
    /// By which it is found; of managed identities.
    #[graph_resource(default)]
    pub alternative_names: Vec<String>,
    /// What the application is for.
    #[graph_resource(read_only)]
    pub app_description: Option<String>,
    /// The name of the application.
    #[graph_resource(read_only)]
    pub app_display_name: Option<String>,
    /// The id of the application.
    #[graph_resource(create_only)]
    pub app_id: Option<String>,
    /// What the application was made from.
    #[graph_resource(read_only)]
    pub application_template_id: Option<String>,
    /// The tenant of the application.
    #[graph_resource(read_only)]
    pub app_owner_organization_id: Option<Guid>,
    /// Whether a user needs a role to sign in.
    pub app_role_assignment_required: bool,
    /// The roles that it knows.
    #[graph_resource(default)]
    pub app_roles: Vec<AppRole>,
    /// The application that made it.
    #[graph_resource(read_only)]
    pub created_by_app_id: Option<String>,
    /// By set and name.
    pub custom_security_attributes: Option<CustomSecurityAttributes>,
    /// What it is for.
    pub description: Option<String>,
    /// Whether Microsoft shut it off.
    #[graph_resource(read_only)]
    pub disabled_by_microsoft_status: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// Its front page.
    pub homepage: Option<String>,
    /// Pages about it.
    pub info: Option<InformationalUrl>,
    /// Whether it is shut off.
    pub is_disabled: Option<bool>,
    /// Its certificates.
    #[graph_resource(default)]
    pub key_credentials: Vec<KeyCredential>,
    /// Where a user is sent to sign in.
    pub login_url: Option<String>,
    /// Where it is told that a user left.
    pub logout_url: Option<String>,
    /// Notes.
    pub notes: Option<String>,
    /// Who hears of certificates that end.
    #[graph_resource(default)]
    pub notification_email_addresses: Vec<String>,
    /// Its delegated permissions.
    #[graph_resource(default)]
    pub oauth2_permission_scopes: Vec<PermissionScope>,
    /// Its secrets.
    #[graph_resource(default)]
    pub password_credentials: Vec<PasswordCredential>,
    /// `saml`, `oidc`, …
    pub preferred_single_sign_on_mode: Option<String>,
    /// Which certificate signs its tokens.
    pub preferred_token_signing_key_thumbprint: Option<String>,
    /// Where tokens may be sent.
    #[graph_resource(default)]
    pub reply_urls: Vec<String>,
    /// Permissions for single resources.
    #[graph_resource(default)]
    pub resource_specific_application_permissions: Vec<ResourceSpecificPermission>,
    /// For SAML.
    pub saml_single_sign_on_settings: Option<SamlSingleSignOnSettings>,
    /// By which it is named.
    #[graph_resource(default)]
    pub service_principal_names: Vec<String>,
    /// `Application`, `ManagedIdentity`, …
    #[graph_resource(read_only)]
    pub service_principal_type: Option<String>,
    /// Whose accounts may sign in.
    #[graph_resource(read_only)]
    pub sign_in_audience: Option<String>,
    /// Labels.
    #[graph_resource(default)]
    pub tags: Vec<String>,
    /// Which certificate encrypts its tokens.
    pub token_encryption_key_id: Option<Guid>,
    /// Who publishes it.
    #[graph_resource(read_only)]
    pub verified_publisher: Option<VerifiedPublisher>,
    /// Of the beta: what it offers as an interface.
    #[graph_resource(unchecked)] // beta
    pub api: Option<ServicePrincipalApi>,
    /// Of the beta: where errors are told.
    #[graph_resource(unchecked)] // beta
    pub error_url: Option<String>,
    /// Of the beta: until when that certificate signs.
    #[graph_resource(unchecked)] // beta
    pub preferred_token_signing_key_end_date_time: Option<DateTimeOffset>,
    /// Of the beta: its delegated permissions.
    #[graph_resource(default, unchecked)] // on pages alone
    pub published_permission_scopes: Vec<PermissionScope>,
    /// Of the beta: the tenant that publishes it.
    #[graph_resource(unchecked)] // beta
    pub publisher_name: Option<String>,
    /// Of the beta: where its metadata for SAML are.
    #[graph_resource(unchecked)] // beta
    pub saml_metadata_url: Option<String>,
    /// Where related services are.
    #[graph_resource(navigation)]
    pub endpoints: Option<Vec<Endpoint>>,
    /// Who may change it.
    #[graph_resource(navigation)]
    pub owners: Option<Vec<DirectoryObject>>,
    /// Extensions of the schema.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// Attributes of a tenant's own, by set.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0#microsoft.graph.customSecurityAttributeValue")]
pub struct CustomSecurityAttributes {
    /// The sets, and their attributes.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// How SAML signs a user in.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct SamlSingleSignOnSettings {
    /// Where to go then.
    pub relay_state: Option<String>,
}

/// Of the beta: what it offers as an interface.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct ServicePrincipalApi {
    /// Permissions for single resources.
    #[graph_resource(default)]
    pub resource_specific_application_permissions: Vec<ResourceSpecificPermission>,
}

/// Where a related service is.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/servicePrincipals/<principal>/endpoints/<id>", schema = "v1.0")]
pub struct Endpoint {
    /// The key.
    pub id: String,
    /// When it was deleted.
    #[graph_resource(read_only)]
    pub deleted_date_time: Option<DateTimeOffset>,
    /// What it can do.
    pub capability: String,
    /// Who offers it.
    pub provider_id: Option<String>,
    /// The name of who offers it.
    pub provider_name: Option<String>,
    /// Its id there.
    pub provider_resource_id: Option<String>,
    /// Its address.
    pub uri: String,
    /// What the type does not name.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// What changed of service principals since the last time.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct ServicePrincipalDelta {}

impl GraphFunction for ServicePrincipalDelta {
    type On = graph_resource::Collection<ServicePrincipal>;
    type Output = graph_resource::Page<ServicePrincipal>;
    const NAME: &'static str = "delta";
}

impl Documented for ServicePrincipal {
    const TYPES: &'static [&'static str] = &["microsoft.graph.servicePrincipal"];
    const REQUIRED: Required = Required { patches: 2, gets: 8, wholes: 2 };
    const LEFT_OUT: &'static [(&'static str, Check, &'static str)] = &[
        ("v1.0/serviceprincipal-delta.md#GET1", Check::Read, "placeholders where GUIDs must be"),
        ("beta/serviceprincipal-delta.md#GET1", Check::Read, "placeholders where GUIDs must be"),
    ];
    const BLANK: &'static str = r#"{"id":"0","appRoleAssignmentRequired":false}"#;
    const OWN: &'static [Own] = &[
        Own {
            url: "/servicePrincipals/7e0c",
            before: r##"{"id":"7e0c","appRoleAssignmentRequired":false,
                "appOwnerOrganizationId":"9b7f3f5e-6e7f-4b43-8df0-1f8f6a6d2a01","tags":["a"],"customSecurityAttributes":
                {"Sales":{"@odata.type":"#microsoft.graph.customSecurityAttributeValue",
                "Regions@odata.type":"#Collection(String)","Regions":["N","S"],"Budget":7}},"endpoints":[{"id":"e1",
                "capability":"Store","uri":"https://a.example"}],"addIns":[{"id":"9b7f3f5e-6e7f-4b43-8df0-1f8f6a6d2a02",
                "type":"FileHandler","properties":[{"key":"v","value":"1"}]}]}"##,
            patch: r##"{"tags":[],"samlSingleSignOnSettings":{"relayState":"x"},"tokenEncryptionKeyId":null,
                "customSecurityAttributes":{"Sales":{"@odata.type":"#microsoft.graph.customSecurityAttributeValue",
                "Regions@odata.type":"#Collection(String)","Regions":["N"]}}}"##,
            answer: "",
        },
        Own {
            url: "/servicePrincipals(appId='a2')",
            before: r#"{"id":"7e0d","appId":"a2","appRoleAssignmentRequired":true,"replyUrls":["https://a.example"]}"#,
            patch: r#"{"appRoleAssignmentRequired":false,"replyUrls":[],"notes":null}"#,
            answer: r#"{"id":"7e0d","appId":"a2","appRoleAssignmentRequired":false,"replyUrls":[]}"#,
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["servicePrincipals", id] => Some(Self::at(id)),
            ["servicePrincipals(appId='')", id] => Some(Self::by_app_id(id)),
            _ => None,
        }
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Some(match &*page.path() {
            ["servicePrincipals"] => page.request(Self::collection().list()),
            ["servicePrincipals", "delta"] => page.request(Self::collection().call(ServicePrincipalDelta {})),
            path => page.request(<Self as Documented>::at(path)?.get()),
        })
    }
}

#[test]
fn every_example_of_service_principal() {
    every_example::<ServicePrincipal>();
}
