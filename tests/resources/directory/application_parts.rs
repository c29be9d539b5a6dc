//! The complex types that an application and a service principal share.

use graph_resource::edm::{Binary, Guid};
use graph_resource::{DateTimeOffset, GraphComplex};

/// A way in which a service may call the application.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct AddIn {
    /// The id.
    pub id: Option<Guid>,
    /// Parameters of the call.
    #[graph_resource(default)]
    pub properties: Vec<KeyValue>,
    /// `FileHandler`, …
    pub r#type: String,
}

/// A key and a value.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct KeyValue {
    /// The key.
    pub key: Option<String>,
    /// The value.
    pub value: Option<String>,
}

/// A role that the application knows.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct AppRole {
    /// `User`, `Application`, or both.
    #[graph_resource(default)]
    pub allowed_member_types: Vec<String>,
    /// What who has it may do.
    pub description: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// The id.
    pub id: Guid,
    /// Whether it is given out.
    pub is_enabled: bool,
    /// Where it is defined.
    #[graph_resource(read_only)]
    pub origin: Option<String>,
    /// The name in the token.
    pub value: Option<String>,
}

/// Pages about the application.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct InformationalUrl {
    /// The logo, on a server of the service.
    #[graph_resource(read_only)]
    pub logo_url: Option<String>,
    /// The page that advertises it.
    pub marketing_url: Option<String>,
    /// The privacy statement.
    pub privacy_statement_url: Option<String>,
    /// Where help is.
    pub support_url: Option<String>,
    /// The terms.
    pub terms_of_service_url: Option<String>,
}

/// A certificate.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct KeyCredential {
    /// An identifier of the owner's choice, often the thumbprint.
    pub custom_key_identifier: Option<Binary>,
    /// The name to show.
    pub display_name: Option<String>,
    /// When it ends.
    pub end_date_time: Option<DateTimeOffset>,
    /// The certificate itself, shown only to who selects it.
    pub key: Option<Binary>,
    /// The id.
    pub key_id: Option<Guid>,
    /// When it begins.
    pub start_date_time: Option<DateTimeOffset>,
    /// `AsymmetricX509Cert`, …
    pub r#type: Option<String>,
    /// `Sign` or `Verify`.
    pub usage: Option<String>,
}

/// A secret.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct PasswordCredential {
    /// Not in use.
    pub custom_key_identifier: Option<Binary>,
    /// The name to show.
    pub display_name: Option<String>,
    /// When it ends.
    pub end_date_time: Option<DateTimeOffset>,
    /// The first three letters.
    #[graph_resource(read_only)]
    pub hint: Option<String>,
    /// The id.
    pub key_id: Option<Guid>,
    /// The secret, shown once.
    #[graph_resource(read_only)]
    pub secret_text: Option<String>,
    /// When it begins.
    pub start_date_time: Option<DateTimeOffset>,
}

/// A delegated permission.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct PermissionScope {
    /// What an administrator reads.
    pub admin_consent_description: Option<String>,
    /// Its title for an administrator.
    pub admin_consent_display_name: Option<String>,
    /// The id.
    pub id: Guid,
    /// Whether it can be asked for.
    pub is_enabled: bool,
    /// Where it is defined.
    #[graph_resource(read_only)]
    pub origin: Option<String>,
    /// `User` or `Admin`: who may consent.
    pub r#type: Option<String>,
    /// What a user reads.
    pub user_consent_description: Option<String>,
    /// Its title for a user.
    pub user_consent_display_name: Option<String>,
    /// The name in the token.
    pub value: Option<String>,
}

/// A permission for the data of one team, chat or user.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ResourceSpecificPermission {
    /// What it allows.
    pub description: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// The id.
    pub id: Guid,
    /// Whether it can be asked for.
    pub is_enabled: bool,
    /// The name in the token.
    pub value: Option<String>,
}

/// The publisher, as the partner network knows it.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct VerifiedPublisher {
    /// When it was verified.
    pub added_date_time: Option<DateTimeOffset>,
    /// The name to show.
    pub display_name: Option<String>,
    /// The id in the partner network.
    pub verified_publisher_id: Option<String>,
}
