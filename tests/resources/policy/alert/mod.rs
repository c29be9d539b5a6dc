//! alert: an open entity with a score of collections, most of them nullable, and enumerations two deep.

mod hosts;
mod states;

use graph_resource::{At, Bytes, DateTimeOffset, GraphComplex, GraphEnum, GraphResource};
use serde_json::{Map, Value};

use self::hosts::{NetworkConnection, Process, RegistryKeyState};
use self::states::{
    AlertDetection, AlertTrigger, CloudAppSecurityState, FileSecurityState, HostSecurityState,
    InvestigationSecurityState, MalwareState, MessageSecurityState, SecurityResource, SecurityVendorInformation,
    UriClickSecurityState, UserSecurityState, VulnerabilityState,
};
use crate::harness::{Check, Documented, Own, Page, Required, every_example};

/// Something that a product for security noticed.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/security/alerts/<id>", schema = "v1.0")]
pub struct Alert {
    /// The key, which the product gives.
    pub id: String,
    /// Who is behind it, by a name.
    #[graph_resource(read_only)]
    pub activity_group_name: Option<String>,
    /// By what it was noticed.
    #[graph_resource(read_only)]
    pub alert_detections: Option<Vec<AlertDetection>>,
    /// Who looks after it.
    pub assigned_to: Option<String>,
    /// The subscription that it concerns.
    #[graph_resource(read_only)]
    pub azure_subscription_id: Option<String>,
    /// The tenant that it concerns.
    #[graph_resource(read_only)]
    pub azure_tenant_id: String,
    /// What kind it is of.
    #[graph_resource(read_only)]
    pub category: Option<String>,
    /// When it was closed.
    pub closed_date_time: Option<DateTimeOffset>,
    /// Of applications in the cloud.
    #[graph_resource(read_only)]
    pub cloud_app_states: Option<Vec<CloudAppSecurityState>>,
    /// What was said of it.
    pub comments: Option<Vec<String>>,
    /// How sure the product is, of 100.
    #[graph_resource(read_only)]
    pub confidence: Option<i32>,
    /// When it was made.
    #[graph_resource(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    /// What it says.
    #[graph_resource(read_only)]
    pub description: Option<String>,
    /// Related alerts.
    #[graph_resource(read_only)]
    pub detection_ids: Option<Vec<String>>,
    /// When what it tells of happened.
    #[graph_resource(read_only)]
    pub event_date_time: Option<DateTimeOffset>,
    /// Whether it was right.
    pub feedback: Option<AlertFeedback>,
    /// Of files.
    #[graph_resource(read_only)]
    pub file_states: Option<Vec<FileSecurityState>>,
    /// How it was before.
    #[graph_resource(read_only)]
    pub history_states: Option<Vec<AlertHistoryState>>,
    /// Of machines.
    #[graph_resource(read_only)]
    pub host_states: Option<Vec<HostSecurityState>>,
    /// The incidents that it belongs to.
    #[graph_resource(read_only)]
    pub incident_ids: Option<Vec<String>>,
    /// Of investigations.
    #[graph_resource(read_only)]
    pub investigation_security_states: Option<Vec<InvestigationSecurityState>>,
    /// When it last happened.
    #[graph_resource(read_only)]
    pub last_event_date_time: Option<DateTimeOffset>,
    /// When it was changed.
    #[graph_resource(read_only)]
    pub last_modified_date_time: Option<DateTimeOffset>,
    /// Of malicious programs.
    #[graph_resource(read_only)]
    pub malware_states: Option<Vec<MalwareState>>,
    /// Of messages.
    #[graph_resource(read_only)]
    pub message_security_states: Option<Vec<MessageSecurityState>>,
    /// Of connections.
    #[graph_resource(read_only)]
    pub network_connections: Option<Vec<NetworkConnection>>,
    /// Of processes.
    #[graph_resource(read_only)]
    pub processes: Option<Vec<Process>>,
    /// What the product would do.
    #[graph_resource(read_only)]
    pub recommended_actions: Option<Vec<String>>,
    /// Of keys in the registry.
    #[graph_resource(read_only)]
    pub registry_key_states: Option<Vec<RegistryKeyState>>,
    /// What is concerned.
    #[graph_resource(read_only)]
    pub security_resources: Option<Vec<SecurityResource>>,
    /// How bad it is.
    #[graph_resource(read_only)]
    pub severity: AlertSeverity,
    /// Where to read more.
    #[graph_resource(read_only)]
    pub source_materials: Option<Vec<String>>,
    /// How far it is.
    pub status: AlertStatus,
    /// Labels.
    pub tags: Option<Vec<String>>,
    /// The title.
    #[graph_resource(read_only)]
    pub title: Option<String>,
    /// What set it off.
    #[graph_resource(read_only)]
    pub triggers: Option<Vec<AlertTrigger>>,
    /// Of links that were followed.
    #[graph_resource(read_only)]
    pub uri_click_security_states: Option<Vec<UriClickSecurityState>>,
    /// Of users.
    #[graph_resource(read_only)]
    pub user_states: Option<Vec<UserSecurityState>>,
    /// The product.
    #[graph_resource(merge)]
    pub vendor_information: Option<SecurityVendorInformation>,
    /// Of weaknesses.
    #[graph_resource(read_only)]
    pub vulnerability_states: Option<Vec<VulnerabilityState>>,
    /// What the type does not name.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// How an alert was before.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct AlertHistoryState {
    /// The application that changed it.
    pub app_id: Option<String>,
    /// Who looked after it.
    pub assigned_to: Option<String>,
    /// What was said of it.
    pub comments: Option<Vec<String>>,
    /// Whether it was right.
    pub feedback: Option<AlertFeedback>,
    /// How far it was.
    pub status: Option<AlertStatus>,
    /// When it was changed.
    pub updated_date_time: Option<DateTimeOffset>,
    /// Who changed it.
    pub user: Option<String>,
}

/// Whether an alert was right.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum AlertFeedback {
    /// It was.
    TruePositive,
    /// It was not.
    FalsePositive,
    /// It was, and no harm was meant.
    BenignPositive,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// How bad an alert is.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0#microsoft.graph.alertSeverity")]
pub enum AlertSeverity {
    /// Not.
    Informational,
    /// A little.
    Low,
    /// Somewhat.
    Medium,
    /// Much.
    High,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// How far an alert is.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0#microsoft.graph.alertStatus")]
pub enum AlertStatus {
    /// Nobody looked at it.
    NewAlert,
    /// Somebody does.
    InProgress,
    /// It was dealt with.
    Resolved,
    /// Nothing has to be done.
    Dismissed,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

impl Documented for Alert {
    const TYPES: &'static [&'static str] = &["microsoft.graph.alert"];
    const REQUIRED: Required = Required { patches: 0, gets: 0, wholes: 0 };
    const LEFT_OUT: &'static [(&'static str, Check, &'static str)] = &[
        ("v1.0/alert-get.md#GET1", Check::Read, "placeholders where dates must be"),
        ("v1.0/alert-list.md#GET1", Check::Read, "a placeholder where a date must be"),
        ("v1.0/alert-update.md#PATCH1", Check::Body, "a placeholder where a date must be"),
        ("v1.0/alert-update.md#PATCH1", Check::State, "a placeholder where a date must be"),
        ("v1.0/alert-update.md#PATCH2", Check::Body, "a placeholder where a date must be"),
        ("v1.0/alert-update.md#PATCH2", Check::State, "a placeholder where a date must be"),
        ("beta/alert-get.md#GET1", Check::Read, "placeholders where dates must be"),
        ("beta/alert-list.md#GET1", Check::Read, "a placeholder where a date must be"),
        ("beta/alert-update.md#PATCH1", Check::Body, "a placeholder where a date must be"),
        ("beta/alert-update.md#PATCH1", Check::State, "a placeholder where a date must be"),
        ("beta/alert-update.md#PATCH2", Check::Body, "a placeholder where a date must be"),
        ("beta/alert-update.md#PATCH2", Check::State, "a placeholder where a date must be"),
    ];
    const BLANK: &'static str = r#"{"id":"0","azureTenantId":"","severity":"low","status":"newAlert"}"#;
    const OWN: &'static [Own] = &[
        Own {
            url: "/security/alerts/2517a0",
            before: r#"{"id":"2517a0","azureTenantId":"t1","severity":"unknown","status":"newAlert","confidence":80,
                "tags":null,"comments":["First"],"closedDateTime":null,
                "eventDateTime":"2024-06-07T08:09:10.1112131Z","vendorInformation":{"provider":"Watch",
                "vendor":"Us","subProvider":"Dog"},"fileStates":[{"name":"a.exe","fileHash":{"hashType":"sha256",
                "hashValue":"00ff"}},{"fileHash":null}],"processes":[{"name":"a","processId":7,"isElevated":true,
                "integrityLevel":"system","fileHash":{"hashType":"xxh3","hashValue":"1"}}],"networkConnections":
                [{"direction":"inbound","protocol":"ipv6RoutingHeader","status":"blocked","destinationPort":"443"}],
                "registryKeyStates":[{"hive":"localMachineSam","valueType":"qwordlittleEndian"}],"historyStates":
                [{"status":"newAlert","comments":[]}],"userStates":[{"emailRole":"sender","logonType":"network"}],
                "x_product":{"rule":[1,null]}}"#,
            patch: r#"{"status":"resolved","feedback":"benignPositive","closedDateTime":"2024-06-08T00:00:00Z",
                "tags":[],"comments":null,"vendorInformation":{"provider":"Watch","vendor":"Us"},"x_product":null}"#,
            answer: "",
        },
        Own {
            url: "/security/alerts/2517a1",
            before: r#"{"id":"2517a1","azureTenantId":"t1","severity":"high","status":"inProgress",
                "assignedTo":"a@b.example","messageSecurityStates":[{"connectingIP":"192.0.2.1"}],"hostStates":
                [{"fqdn":"h.example","isAzureAdJoined":false}],"uriClickSecurityStates":[{"id":"u1",
                "clickDateTime":"2024-06-07T08:09:10Z"}],"detectionIds":[]}"#,
            patch: r#"{"assignedTo":null,"status":"dismissed","feedback":"unknown","vendorInformation":
                {"provider":"Watch","vendor":"Us"}}"#,
            answer: r#"{"id":"2517a1","azureTenantId":"t1","severity":"high","status":"dismissed","feedback":"unknown",
                "vendorInformation":{"provider":"Watch","providerVersion":"2","vendor":"Us"},"detectionIds":["d1"]}"#,
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["security", "alerts", id] => Some(Self::at(id)),
            _ => None,
        }
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Some(match &*page.path() {
            ["security", "alerts"] => page.request(Self::collection().list()),
            path => page.request(<Self as Documented>::at(path)?.get()),
        })
    }
}

#[test]
fn every_example_of_alert() {
    every_example::<Alert>();
}
