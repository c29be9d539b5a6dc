//! domain: a key that is a name, properties that the service alone sets, and a collection that is replaced.

use graph_resource::{At, Bytes, DateTimeOffset, GraphComplex, GraphResource, GraphUnion};
use serde_json::{Map, Value};

use crate::harness::{Check, Documented, Own, Page, Required, every_example};

/// A domain of a tenant.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/domains/<id>", schema = "v1.0")]
pub struct Domain {
    /// The key, its name.
    pub id: String,
    /// `Managed` or `Federated`.
    #[graph_resource(read_only)]
    pub authentication_type: String,
    /// Whether a change is under way.
    #[graph_resource(read_only)]
    pub availability_status: Option<String>,
    /// Whether the tenant has taken it over.
    #[graph_resource(read_only)]
    pub is_admin_managed: bool,
    /// Whether new users are of it.
    pub is_default: bool,
    /// Whether the tenant began with it.
    #[graph_resource(read_only)]
    pub is_initial: bool,
    /// Whether it is below no other one.
    #[graph_resource(read_only)]
    pub is_root: bool,
    /// Whether its ownership is proved.
    #[graph_resource(read_only, default)]
    pub is_verified: bool,
    /// Who made it.
    pub manufacturer: Option<String>,
    /// Its model.
    pub model: Option<String>,
    /// How long before the end of a password its user hears of it, in days.
    pub password_notification_window_in_days: Option<i32>,
    /// How long a password holds, in days.
    pub password_validity_period_in_days: Option<i32>,
    /// What is being done.
    #[graph_resource(read_only)]
    pub state: Option<DomainState>,
    /// What it is for.
    #[graph_resource(default)]
    pub supported_services: Vec<String>,
    /// The domain above.
    #[graph_resource(navigation)]
    pub root_domain: Option<Box<Domain>>,
    /// What the services need in the DNS.
    #[graph_resource(navigation)]
    pub service_configuration_records: Option<Vec<DomainDnsRecord>>,
    /// What proves its ownership in the DNS.
    #[graph_resource(navigation)]
    pub verification_dns_records: Option<Vec<DomainDnsRecord>>,
}

/// What is being done with a domain.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct DomainState {
    /// When it was last.
    pub last_action_date_time: Option<DateTimeOffset>,
    /// `ForceDelete` or `Verification`.
    pub operation: Option<String>,
    /// How it goes.
    pub status: Option<String>,
}

/// A record that the DNS must have. Which kind it is of is told by its type.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(path = "/domains/<domain>/serviceConfigurationRecords/<id>", schema = "v1.0")]
pub enum DomainDnsRecord {
    /// Of the base type.
    Any(AnyDomainDnsRecord),
    /// A text.
    #[graph_resource(odata_type = "microsoft.graph.domainDnsTxtRecord")]
    Txt(DomainDnsTxtRecord),
    /// Where mail goes.
    #[graph_resource(odata_type = "microsoft.graph.domainDnsMxRecord")]
    Mx(DomainDnsMxRecord),
    /// Another name.
    #[graph_resource(odata_type = "microsoft.graph.domainDnsCnameRecord")]
    Cname(DomainDnsCnameRecord),
    /// Where a service is.
    #[graph_resource(odata_type = "microsoft.graph.domainDnsSrvRecord")]
    Srv(DomainDnsSrvRecord),
    /// One that cannot be told.
    #[graph_resource(odata_type = "microsoft.graph.domainDnsUnavailableRecord")]
    Unavailable(DomainDnsUnavailableRecord),
    /// A type that this build does not know.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// Of the base type: a record of which nothing more is known.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/domains/<domain>/serviceConfigurationRecords/<id>", schema = "v1.0")]
pub struct AnyDomainDnsRecord {
    /// The key.
    pub id: String,
    /// Whether it may be left out.
    pub is_optional: bool,
    /// Its name.
    pub label: String,
    /// `Txt`, `Mx`, …
    pub record_type: Option<String>,
    /// What needs it.
    pub supported_service: String,
    /// How long it may be kept, in seconds.
    pub ttl: i32,
}

/// A type derived from domainDnsRecord: the members of the base type stand before its own.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident { $($members:tt)* }) => {
        #[derive(Clone, Debug, PartialEq, GraphResource)]
        $(#[$meta])*
        pub struct $name {
            /// The key.
            pub id: String,
            /// Whether it may be left out.
            pub is_optional: bool,
            /// Its name.
            pub label: String,
            /// `Txt`, `Mx`, …
            pub record_type: Option<String>,
            /// What needs it.
            pub supported_service: String,
            /// How long it may be kept, in seconds.
            pub ttl: i32,
            $($members)*
        }
    };
}

record! {
    /// A text.
    #[graph_resource(schema = "v1.0#microsoft.graph.domainDnsTxtRecord")]
    #[graph_resource(path = "/domains/<domain>/serviceConfigurationRecords/<id>")]
    pub struct DomainDnsTxtRecord {
        /// The text.
        pub text: String,
    }
}

record! {
    /// Where mail goes.
    #[graph_resource(schema = "v1.0#microsoft.graph.domainDnsMxRecord")]
    #[graph_resource(path = "/domains/<domain>/serviceConfigurationRecords/<id>")]
    pub struct DomainDnsMxRecord {
        /// The server.
        pub mail_exchange: String,
        /// Which is tried first.
        pub preference: Option<i32>,
    }
}

record! {
    /// Another name.
    #[graph_resource(schema = "v1.0#microsoft.graph.domainDnsCnameRecord")]
    #[graph_resource(path = "/domains/<domain>/serviceConfigurationRecords/<id>")]
    pub struct DomainDnsCnameRecord {
        /// The name that is meant.
        pub canonical_name: Option<String>,
    }
}

record! {
    /// Where a service is.
    #[graph_resource(schema = "v1.0#microsoft.graph.domainDnsSrvRecord")]
    #[graph_resource(path = "/domains/<domain>/serviceConfigurationRecords/<id>")]
    pub struct DomainDnsSrvRecord {
        /// The server.
        pub name_target: Option<String>,
        /// The port.
        pub port: Option<i32>,
        /// Which is tried first.
        pub priority: Option<i32>,
        /// `_tcp`, …
        pub protocol: Option<String>,
        /// `_sip`, …
        pub service: Option<String>,
        /// How often it is chosen among its equals.
        pub weight: Option<i32>,
    }
}

record! {
    /// One that cannot be told.
    #[graph_resource(schema = "v1.0#microsoft.graph.domainDnsUnavailableRecord")]
    #[graph_resource(path = "/domains/<domain>/serviceConfigurationRecords/<id>")]
    pub struct DomainDnsUnavailableRecord {
        /// Why.
        pub description: Option<String>,
    }
}

impl Documented for Domain {
    const TYPES: &'static [&'static str] = &["microsoft.graph.domain"];
    const REQUIRED: Required = Required { patches: 2, gets: 3, wholes: 3 };
    const LEFT_OUT: &'static [(&'static str, Check, &'static str)] =
        &[("beta/domain-list.md#GET1", Check::Read, "`name` is no property; the name is the `id`")];
    const BLANK: &'static str = r#"{"id":"0","authenticationType":"","isAdminManaged":false,"isDefault":false,
        "isInitial":false,"isRoot":false}"#;
    const OWN: &'static [Own] = &[Own {
        url: "/domains/b%C3%BCro.example",
        before: r##"{"id":"büro.example","authenticationType":"Managed","availabilityStatus":null,"isAdminManaged":true,
            "isDefault":true,"isInitial":false,"isRoot":true,"isVerified":false,"passwordValidityPeriodInDays":90,
            "supportedServices":["Email"],"state":{"status":"InProgress","operation":"Verification",
            "lastActionDateTime":"2024-05-06T07:08:09Z"},"verificationDnsRecords":[{"@odata.type":
            "#microsoft.graph.domainDnsTxtRecord","id":"d1","isOptional":false,"label":"@","recordType":"Txt",
            "supportedService":"Email","ttl":3600,"text":"MS=1"},{"@odata.type":"#microsoft.graph.domainDnsUnknown","id":"d2"}]}"##,
        patch: r#"{"supportedServices":[],"passwordValidityPeriodInDays":null,"passwordNotificationWindowInDays":14,
            "isDefault":false}"#,
        answer: "",
    }];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["domains", id] => Some(Self::at(id)),
            _ => None,
        }
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Some(match &*page.path() {
            ["domains"] => page.request(Self::collection().list()),
            path => page.request(<Self as Documented>::at(path)?.get()),
        })
    }
}

#[test]
fn every_example_of_domain() {
    every_example::<Domain>();
}
