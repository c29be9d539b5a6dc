//! What an alert says of files, users, machines and other things.

use graph_resource::{DateTimeOffset, GraphComplex, GraphEnum};

/// By what an alert was noticed.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct AlertDetection {
    /// The kind.
    pub detection_type: Option<String>,
    /// How.
    pub method: Option<String>,
    /// Its name.
    pub name: Option<String>,
}

/// What set an alert off.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct AlertTrigger {
    /// A property.
    pub name: Option<String>,
    /// The type of its value.
    pub r#type: Option<String>,
    /// The value.
    pub value: Option<String>,
}

/// An application in the cloud.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct CloudAppSecurityState {
    /// Its address.
    pub destination_service_ip: Option<String>,
    /// Its name.
    pub destination_service_name: Option<String>,
    /// How risky it is.
    pub risk_score: Option<String>,
}

/// A file.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct FileSecurityState {
    /// Its digest.
    pub file_hash: Option<FileHash>,
    /// Its name.
    pub name: Option<String>,
    /// Where it is.
    pub path: Option<String>,
    /// How risky it is.
    pub risk_score: Option<String>,
}

/// A digest of a file.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0#microsoft.graph.fileHash")]
pub struct FileHash {
    /// By which function.
    pub hash_type: Option<FileHashType>,
    /// In hexadecimal digits.
    pub hash_value: Option<String>,
}

/// A function for digests.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum FileHashType {
    /// SHA-1.
    Sha1,
    /// SHA-256.
    Sha256,
    /// MD5.
    Md5,
    /// Of the signed part.
    AuthenticodeHash256,
    /// For near likeness.
    LsHash,
    /// For piecewise likeness.
    Ctph,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// A machine.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct HostSecurityState {
    /// Its full name.
    pub fqdn: Option<String>,
    /// Whether it is joined to the directory.
    pub is_azure_ad_joined: Option<bool>,
    /// Whether it is registered with the directory.
    pub is_azure_ad_registered: Option<bool>,
    /// Whether it is joined to both.
    pub is_hybrid_azure_domain_joined: Option<bool>,
    /// Its short name.
    pub net_bios_name: Option<String>,
    /// Its system.
    pub os: Option<String>,
    /// Its address inside.
    pub private_ip_address: Option<String>,
    /// Its address outside.
    pub public_ip_address: Option<String>,
    /// How risky it is.
    pub risk_score: Option<String>,
    /// What the pages call `isAzureAdJoined`.
    #[graph_resource(unchecked)] // on pages alone
    pub is_azure_aad_joined: Option<bool>,
    /// What the pages call `isAzureAdRegistered`.
    #[graph_resource(unchecked)] // on pages alone
    pub is_azure_aad_registered: Option<bool>,
}

/// An investigation.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct InvestigationSecurityState {
    /// Its name.
    pub name: Option<String>,
    /// How far it is.
    pub status: Option<String>,
}

/// A malicious program.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct MalwareState {
    /// What it does.
    pub category: Option<String>,
    /// What it is related to.
    pub family: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// How bad it is.
    pub severity: Option<String>,
    /// Whether it ran.
    pub was_running: Option<bool>,
}

/// A message.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct MessageSecurityState {
    /// From where it came.
    #[graph_resource(rename = "connectingIP")]
    pub connecting_ip: Option<String>,
    /// What was done with it.
    pub delivery_action: Option<String>,
    /// Where it was put.
    pub delivery_location: Option<String>,
    /// Whether it came in or went out.
    pub directionality: Option<String>,
    /// Its id on the Internet.
    pub internet_message_id: Option<String>,
    /// Its fingerprint.
    pub message_fingerprint: Option<String>,
    /// When it came.
    pub message_received_date_time: Option<DateTimeOffset>,
    /// Its subject.
    pub message_subject: Option<String>,
    /// Its id in the network.
    pub network_message_id: Option<String>,
}

/// What is concerned.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct SecurityResource {
    /// Its name.
    pub resource: Option<String>,
    /// How it is concerned.
    pub resource_type: Option<SecurityResourceType>,
}

/// How something is concerned.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum SecurityResourceType {
    /// It was attacked.
    Attacked,
    /// It has to do with it.
    Related,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// A link that was followed.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct UriClickSecurityState {
    /// What was done.
    pub click_action: Option<String>,
    /// When.
    pub click_date_time: Option<DateTimeOffset>,
    /// Its id.
    pub id: Option<String>,
    /// Where it stood.
    pub source_id: Option<String>,
    /// Where it leads.
    pub uri_domain: Option<String>,
    /// What it was found to be.
    pub verdict: Option<String>,
}

/// A user.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct UserSecurityState {
    /// The id in the directory.
    pub aad_user_id: Option<String>,
    /// The account.
    pub account_name: Option<String>,
    /// Its domain.
    pub domain_name: Option<String>,
    /// Which part in a message.
    pub email_role: Option<EmailRole>,
    /// Whether by a private network.
    pub is_vpn: Option<bool>,
    /// When the user signed in.
    pub logon_date_time: Option<DateTimeOffset>,
    /// The id of that.
    pub logon_id: Option<String>,
    /// From which address.
    pub logon_ip: Option<String>,
    /// From where.
    pub logon_location: Option<String>,
    /// In which way.
    pub logon_type: Option<LogonType>,
    /// The id in the own network.
    pub on_premises_security_identifier: Option<String>,
    /// How risky the user is.
    pub risk_score: Option<String>,
    /// What the account may do.
    pub user_account_type: Option<UserAccountSecurityType>,
    /// The name to sign in with.
    pub user_principal_name: Option<String>,
}

/// A part in a message.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum EmailRole {
    /// Who sent it.
    Sender,
    /// Who got it.
    Recipient,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// A way to sign in.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum LogonType {
    /// At the machine.
    Interactive,
    /// From afar.
    RemoteInteractive,
    /// By the network.
    Network,
    /// By a job.
    Batch,
    /// By a service.
    Service,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// What an account may do.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum UserAccountSecurityType {
    /// What all may.
    Standard,
    /// Somewhat more.
    Power,
    /// All.
    Administrator,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// A product for security.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct SecurityVendorInformation {
    /// The product.
    pub provider: Option<String>,
    /// Its version.
    pub provider_version: Option<String>,
    /// A part of it.
    pub sub_provider: Option<String>,
    /// Who makes it.
    pub vendor: Option<String>,
}

/// A weakness.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct VulnerabilityState {
    /// Its number.
    pub cve: Option<String>,
    /// How bad it is.
    pub severity: Option<String>,
    /// Whether it ran.
    pub was_running: Option<bool>,
}
