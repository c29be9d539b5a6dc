//! workforceIntegration: a secret that is sent and shown masked, and enumerations of several members at once.

use graph_resource::{At, Bytes, DateTimeOffset, FlagSet, GraphComplex, GraphEnum, GraphResource};

use crate::common::IdentitySet;
use crate::harness::{Documented, Own, Page, Required, every_example};

/// A system that is asked before a schedule changes.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/teamwork/workforceIntegrations/<id>", schema = "v1.0")]
pub struct WorkforceIntegration {
    /// The key.
    pub id: String,
    /// The version of the calls that the system gets.
    pub api_version: Option<i32>,
    /// Who made it.
    #[graph_resource(read_only)]
    pub created_by: Option<IdentitySet>,
    /// When it was made.
    #[graph_resource(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    /// The name to show.
    pub display_name: Option<String>,
    /// Of what the system says who is eligible.
    pub eligibility_filtering_enabled_entities: Option<FlagSet<EligibilityFilteringEnabledEntities>>,
    /// How the calls are encrypted.
    #[graph_resource(merge)]
    pub encryption: Option<WorkforceIntegrationEncryption>,
    /// Whether the system is asked.
    pub is_active: Option<bool>,
    /// Who changed it.
    #[graph_resource(read_only)]
    pub last_modified_by: Option<IdentitySet>,
    /// When it was changed.
    #[graph_resource(read_only)]
    pub last_modified_date_time: Option<DateTimeOffset>,
    /// Of what the system is asked.
    pub supported_entities: Option<FlagSet<WorkforceIntegrationSupportedEntities>>,
    /// The same, as the beta calls it.
    #[graph_resource(unchecked)] // on pages alone
    pub supports: Option<FlagSet<WorkforceIntegrationSupportedEntities>>,
    /// Where the calls go.
    pub url: Option<String>,
}

/// How calls are encrypted.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct WorkforceIntegrationEncryption {
    /// By which protocol.
    pub protocol: Option<WorkforceIntegrationEncryptionProtocol>,
    /// What both sides know; of 64 characters.
    #[graph_resource(write_only)]
    pub secret: Option<String>,
}

/// The protocol of the encryption.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum WorkforceIntegrationEncryptionProtocol {
    /// A secret that both sides know.
    SharedSecret,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Of what the system is asked.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum WorkforceIntegrationSupportedEntities {
    /// Of nothing.
    None,
    /// Shifts.
    Shift,
    /// Two who change places.
    SwapRequest,
    /// When users like to work.
    UserShiftPreferences,
    /// Shifts without anybody.
    OpenShift,
    /// Somebody who wants one.
    OpenShiftRequest,
    /// Somebody who gives one away.
    OfferShiftRequest,
    /// Hours worked.
    TimeCard,
    /// Why somebody is off.
    TimeOffReason,
    /// When somebody is off.
    TimeOff,
    /// Somebody who wants to be off.
    TimeOffRequest,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Of what the system says who is eligible.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum EligibilityFilteringEnabledEntities {
    /// Of nothing.
    None,
    /// Two who change places.
    SwapRequest,
    /// Somebody who gives a shift away.
    OfferShiftRequest,
    /// Why somebody is off.
    TimeOffReason,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

impl Documented for WorkforceIntegration {
    const TYPES: &'static [&'static str] = &["microsoft.graph.workforceIntegration"];
    const REQUIRED: Required = Required { patches: 3, gets: 4, wholes: 2 };
    const MASKED: &'static [&'static str] = &["encryption.secret"];
    const RECASED: &'static [(&'static str, &'static str)] = &[
        ("v1.0/workforceintegration-update.md#PATCH2", "supports"),
        ("v1.0/workforceintegration-update.md#PATCH2", "eligibilityFilteringEnabledEntities"),
    ];
    const OWN: &'static [Own] = &[
        Own {
            url: "/teamwork/workforceIntegrations/c5d0c76b",
            before: r#"{"id":"c5d0c76b","displayName":"Rota","apiVersion":1,"isActive":true,"url":"https://rota.example/",
                "encryption":{"protocol":"sharedSecret","secret":null},"supportedEntities":"shift,swapRequest"}"#,
            patch: r#"{"encryption":{"protocol":"sharedSecret","secret":"0123"},"supportedEntities":
                "shift,timeOff,timeTravel","eligibilityFilteringEnabledEntities":"none"}"#,
            answer: r#"{"id":"c5d0c76b","encryption":{"protocol":"sharedSecret","secret":"***"},"supportedEntities":
                "shift,timeOff,timeTravel"}"#,
        },
        Own {
            url: "/teamwork/workforceIntegrations/c5d0c76b",
            before: r#"{"id":"c5d0c76b","encryption":{"protocol":"rot13"},"supportedEntities":"none","isActive":true}"#,
            patch: r#"{"encryption":{"secret":"4567"},"isActive":false,"supportedEntities":null}"#,
            answer: "",
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["teamwork", "workforceIntegrations", id] => Some(Self::at(id)),
            _ => None,
        }
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        match &*page.path() {
            ["teamwork", "workforceIntegrations"] => Some(page.request(Self::collection().list())),
            path => Some(page.request(<Self as Documented>::at(path)?.get())),
        }
    }
}

#[test]
fn every_example_of_workforce_integration() {
    every_example::<WorkforceIntegration>();
}
