//! What an alert says of a machine's connections, processes and registry.

use graph_resource::{DateTimeOffset, GraphComplex, GraphEnum};

use super::states::FileHash;

/// A connection.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct NetworkConnection {
    /// The application.
    pub application_name: Option<String>,
    /// Where it goes.
    pub destination_address: Option<String>,
    /// The domain of that.
    pub destination_domain: Option<String>,
    /// The place of that.
    pub destination_location: Option<String>,
    /// The port of that.
    pub destination_port: Option<String>,
    /// The URL of that.
    pub destination_url: Option<String>,
    /// Whether it comes or goes.
    pub direction: Option<ConnectionDirection>,
    /// When the domain was registered.
    pub domain_registered_date_time: Option<DateTimeOffset>,
    /// The name in the own DNS.
    pub local_dns_name: Option<String>,
    /// Where it goes, translated.
    pub nat_destination_address: Option<String>,
    /// The port of that.
    pub nat_destination_port: Option<String>,
    /// From where it comes, translated.
    pub nat_source_address: Option<String>,
    /// The port of that.
    pub nat_source_port: Option<String>,
    /// The protocol.
    pub protocol: Option<SecurityNetworkProtocol>,
    /// How risky it is.
    pub risk_score: Option<String>,
    /// From where it comes.
    pub source_address: Option<String>,
    /// The place of that.
    pub source_location: Option<String>,
    /// The port of that.
    pub source_port: Option<String>,
    /// What became of it.
    pub status: Option<ConnectionStatus>,
    /// What stands behind the URL.
    pub url_parameters: Option<String>,
}

/// Whether a connection comes or goes.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum ConnectionDirection {
    /// It comes.
    Inbound,
    /// It goes.
    Outbound,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// What became of a connection.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum ConnectionStatus {
    /// It was tried.
    Attempted,
    /// It was made.
    Succeeded,
    /// It was blocked.
    Blocked,
    /// It failed.
    Failed,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// A protocol of the network.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum SecurityNetworkProtocol {
    /// IP.
    Ip,
    /// ICMP.
    Icmp,
    /// IGMP.
    Igmp,
    /// GGP.
    Ggp,
    /// IP, in its fourth version.
    Ipv4,
    /// TCP.
    Tcp,
    /// PUP.
    Pup,
    /// UDP.
    Udp,
    /// IDP.
    Idp,
    /// IP, in its sixth version.
    Ipv6,
    /// A header of that, for routes.
    Ipv6RoutingHeader,
    /// A header of that, for fragments.
    Ipv6FragmentHeader,
    /// IP, encrypted.
    IpSecEncapsulatingSecurityPayload,
    /// IP, signed.
    IpSecAuthenticationHeader,
    /// ICMP, in its sixth version.
    IcmpV6,
    /// No header.
    Ipv6NoNextHeader,
    /// A header for the destination.
    Ipv6DestinationOptions,
    /// ND.
    Nd,
    /// Anything.
    Raw,
    /// IPX.
    Ipx,
    /// SPX.
    Spx,
    /// SPX, in its second version.
    #[graph_resource(rename = "spxII")]
    SpxIi,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// A process.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct Process {
    /// The account that it runs under.
    pub account_name: Option<String>,
    /// How it was started.
    pub command_line: Option<String>,
    /// When it was started.
    pub created_date_time: Option<DateTimeOffset>,
    /// The digest of its file.
    pub file_hash: Option<FileHash>,
    /// How far it is trusted.
    pub integrity_level: Option<ProcessIntegrityLevel>,
    /// Whether it has more rights.
    pub is_elevated: Option<bool>,
    /// Its name.
    pub name: Option<String>,
    /// When what started it was started.
    pub parent_process_created_date_time: Option<DateTimeOffset>,
    /// The id of what started it.
    pub parent_process_id: Option<i32>,
    /// The name of what started it.
    pub parent_process_name: Option<String>,
    /// Where its file is.
    pub path: Option<String>,
    /// Its id.
    pub process_id: Option<i32>,
}

/// How far a process is trusted.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum ProcessIntegrityLevel {
    /// Not.
    Untrusted,
    /// A little.
    Low,
    /// Somewhat.
    Medium,
    /// Much.
    High,
    /// Wholly.
    System,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// A key in the registry.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct RegistryKeyState {
    /// The hive.
    pub hive: Option<RegistryHive>,
    /// The key.
    pub key: Option<String>,
    /// The key before.
    pub old_key: Option<String>,
    /// The data before.
    pub old_value_data: Option<String>,
    /// The name before.
    pub old_value_name: Option<String>,
    /// What was done.
    pub operation: Option<RegistryOperation>,
    /// Which process did it.
    pub process_id: Option<i32>,
    /// The data.
    pub value_data: Option<String>,
    /// The name.
    pub value_name: Option<String>,
    /// The type of the data.
    pub value_type: Option<RegistryValueType>,
}

/// A hive of the registry.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum RegistryHive {
    /// Of the hardware.
    CurrentConfig,
    /// Of the user.
    CurrentUser,
    /// Of the accounts.
    LocalMachineSam,
    /// Of security.
    LocalMachineSecurity,
    /// Of the programs.
    LocalMachineSoftware,
    /// Of the system.
    LocalMachineSystem,
    /// Of new users.
    UsersDefault,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// What was done.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum RegistryOperation {
    /// It was made.
    Create,
    /// It was changed.
    Modify,
    /// It was deleted.
    Delete,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// A type of data.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum RegistryValueType {
    /// Bytes.
    Binary,
    /// 32 bits.
    Dword,
    /// 32 bits, the last first.
    DwordLittleEndian,
    /// 32 bits, the first first.
    DwordBigEndian,
    /// A string to be expanded.
    ExpandSz,
    /// A link.
    Link,
    /// Strings.
    MultiSz,
    /// None.
    None,
    /// 64 bits.
    Qword,
    /// 64 bits, the last first.
    QwordlittleEndian,
    /// A string.
    Sz,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}
