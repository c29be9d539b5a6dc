//! Of the beta: how an application in a network of its own is published.

use graph_resource::edm::{Binary, Guid};
use graph_resource::{DateTimeOffset, GraphComplex};

/// How the proxy publishes the application.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct OnPremisesPublishing {
    /// Where it is found from outside.
    pub external_url: Option<String>,
    /// Where it is inside.
    pub internal_url: Option<String>,
    /// Who checks the user first.
    pub external_authentication_type: Option<String>,
    /// Whether the header of the host is rewritten.
    pub is_translate_host_header_enabled: Option<bool>,
    /// Whether links are rewritten.
    pub is_translate_links_in_body_enabled: Option<bool>,
    /// Whether it is published.
    pub is_on_prem_publishing_enabled: Option<bool>,
    /// `Default` or `Long`.
    pub application_server_timeout: Option<String>,
    /// `enterpriseapp`, …
    pub application_type: Option<String>,
    /// The certificate of the domain.
    pub verified_custom_domain_key_credential: Option<VerifiedKeyCredential>,
    /// The password of the certificate.
    pub verified_custom_domain_password_credential: Option<VerifiedPasswordCredential>,
    /// What the certificate says.
    #[graph_resource(read_only)]
    pub verified_custom_domain_certificates_metadata: Option<VerifiedCertificatesMetadata>,
    /// How users are signed in inside.
    pub single_sign_on_settings: Option<OnPremisesSingleSignOn>,
    /// Whether scripts are kept from the cookie.
    pub is_http_only_cookie_enabled: Option<bool>,
    /// Whether the cookie is sent over TLS alone.
    pub is_secure_cookie_enabled: Option<bool>,
    /// Whether the cookie outlives the browser.
    pub is_persistent_cookie_enabled: Option<bool>,
}

/// The certificate of a domain.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct VerifiedKeyCredential {
    /// An identifier of the owner's choice.
    pub custom_key_identifier: Option<Binary>,
    /// When it ends.
    pub end_date: Option<DateTimeOffset>,
    /// The id.
    pub key_id: Option<Guid>,
    /// When it begins.
    pub start_date: Option<DateTimeOffset>,
    /// The kind.
    pub r#type: Option<String>,
    /// What it is for.
    pub usage: Option<String>,
    /// The certificate itself.
    pub value: Option<Binary>,
}

/// The password of a certificate.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct VerifiedPasswordCredential {
    /// An identifier of the owner's choice.
    pub custom_key_identifier: Option<Binary>,
    /// When it ends.
    pub end_date: Option<DateTimeOffset>,
    /// The id.
    pub key_id: Option<Guid>,
    /// When it begins.
    pub start_date: Option<DateTimeOffset>,
    /// The password.
    pub value: Option<String>,
}

/// What a certificate says.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct VerifiedCertificatesMetadata {
    /// The thumbprint.
    pub thumbprint: Option<String>,
    /// Whose it is.
    pub subject_name: Option<String>,
    /// Who issued it.
    pub issuer_name: Option<String>,
    /// When.
    pub issue_date: Option<DateTimeOffset>,
    /// When it ends.
    pub expiry_date: Option<DateTimeOffset>,
}

/// How users are signed in inside.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct OnPremisesSingleSignOn {
    /// `none`, `onPremisesKerberos`, …
    pub single_sign_on_mode: Option<String>,
    /// For Kerberos.
    pub kerberos_sign_on_settings: Option<KerberosSignOn>,
}

/// How a ticket is asked for.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct KerberosSignOn {
    /// The service that it is for.
    pub kerberos_service_principal_name: Option<String>,
    /// By which attribute users are found.
    pub kerberos_sign_on_mapping_attribute_type: Option<String>,
}
