//! conditionalAccessPolicy: values nested four deep, sets of members in one string, and a union among them.

mod conditions;
mod controls;

use graph_resource::{At, DateTimeOffset, GraphEnum, GraphResource};

use self::conditions::ConditionalAccessConditionSet;
use self::controls::{ConditionalAccessGrantControls, ConditionalAccessSessionControls};
use crate::harness::{Documented, Own, Required, every_example};

/// Who may get at what, under which conditions.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/identity/conditionalAccess/policies/<id>", schema = "v1.0")]
pub struct ConditionalAccessPolicy {
    /// The key, a GUID.
    pub id: String,
    /// When it was deleted.
    #[graph_resource(read_only)]
    pub deleted_date_time: Option<DateTimeOffset>,
    /// When it applies.
    #[graph_resource(merge)]
    pub conditions: ConditionalAccessConditionSet,
    /// When it was made.
    #[graph_resource(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    /// What it is for.
    pub description: Option<String>,
    /// The name to show.
    pub display_name: String,
    /// What must be done to get in.
    #[graph_resource(merge)]
    pub grant_controls: Option<ConditionalAccessGrantControls>,
    /// When it was changed.
    #[graph_resource(read_only)]
    pub modified_date_time: Option<DateTimeOffset>,
    /// What holds after that.
    #[graph_resource(merge)]
    pub session_controls: Option<ConditionalAccessSessionControls>,
    /// Whether it is enforced.
    pub state: ConditionalAccessPolicyState,
    /// What it was made from.
    #[graph_resource(read_only)]
    pub template_id: Option<String>,
}

/// Whether a policy is enforced.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum ConditionalAccessPolicyState {
    /// It is.
    Enabled,
    /// It is not.
    Disabled,
    /// It is only reported what it would have done.
    EnabledForReportingButNotEnforced,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

impl Documented for ConditionalAccessPolicy {
    const TYPES: &'static [&'static str] = &["microsoft.graph.conditionalAccessPolicy"];
    const REQUIRED: Required = Required { patches: 2, gets: 2, wholes: 2 };
    const BLANK: &'static str = r#"{"id":"0","conditions":{},"displayName":"","state":"disabled"}"#;
    const OWN: &'static [Own] = &[
        Own {
            url: "/identity/conditionalAccess/policies/2d71",
            before: r##"{"id":"2d71","displayName":"Guests","state":"enabledForReportingButNotEnforced",
                "conditions":{"clientAppTypes":["all"],"signInRiskLevels":["low"],
                "insiderRiskLevels":"minor,moderate","users":{"includeUsers":["All"],"includeGuestsOrExternalUsers":
                {"guestOrExternalUserTypes":"internalGuest,b2bCollaborationGuest","externalTenants":
                {"@odata.type":"#microsoft.graph.conditionalAccessEnumeratedExternalTenants",
                "membershipKind":"enumerated","members":["t1"]}}},"devices":{"deviceFilter":{"mode":"exclude",
                "rule":"device.trustType -eq \"x\""}}},"grantControls":{"operator":"OR","builtInControls":["mfa"],
                "authenticationStrength":{"id":"s1","displayName":"Strong",
                "createdDateTime":"2024-02-03T04:05:06.7Z","modifiedDateTime":"2024-02-03T04:05:06.7Z",
                "policyType":"custom","requirementsSatisfied":"mfa","allowedCombinations":["password,sms",
                "fido2"]}},"sessionControls":{"persistentBrowser":{"isEnabled":true,"mode":"never"}}}"##,
            patch: r##"{"state":"enabled","conditions":{"signInRiskLevels":[],"insiderRiskLevels":null,"users":
                {"includeGuestsOrExternalUsers":{"guestOrExternalUserTypes":"serviceProvider","externalTenants":
                {"@odata.type":"#microsoft.graph.conditionalAccessAllExternalTenants","membershipKind":"all"}}}},
                "sessionControls":{"persistentBrowser":null,"signInFrequency":{"isEnabled":true,"type":"hours",
                "value":4}}}"##,
            answer: "",
        },
        Own {
            url: "/identity/conditionalAccess/policies/2d72",
            before: r#"{"id":"2d72","displayName":"All","state":"enabled","conditions":{"clientAppTypes":
                ["browser"],"platforms":{"includePlatforms":["iOS","macOS","plan9"]},"authenticationFlows":
                {"transferMethods":"deviceCodeFlow,authenticationTransfer"}},"grantControls":{"operator":"AND",
                "builtInControls":["block"]}}"#,
            patch: r#"{"displayName":"Some","conditions":{"platforms":null},"grantControls":null}"#,
            answer: r#"{"id":"2d72","displayName":"Some","grantControls":null}"#,
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["identity", "conditionalAccess", "policies", id] => Some(Self::at(id)),
            _ => None,
        }
    }
}

#[test]
fn every_example_of_conditional_access_policy() {
    every_example::<ConditionalAccessPolicy>();
}
