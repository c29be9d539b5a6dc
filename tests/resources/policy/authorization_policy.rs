//! authorizationPolicy: a singleton that moves between versions, a nested value of which one member is sent, and a list
//! of which absence and emptiness are two things.

use graph_resource::edm::Guid;
use graph_resource::{At, DateTimeOffset, GraphComplex, GraphEnum, GraphResource};

use crate::harness::{Check, Documented, Own, Required, every_example};

/// What a tenant allows its users and guests.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/policies/authorizationPolicy", schema = "v1.0")]
#[graph_resource(path = "/policies/authorizationPolicy/authorizationPolicy", at = "in_beta", unchecked)] // beta
pub struct AuthorizationPolicy {
    /// Always `authorizationPolicy`.
    #[graph_resource(read_only)]
    pub id: String,
    /// When it was deleted.
    #[graph_resource(read_only)]
    pub deleted_date_time: Option<DateTimeOffset>,
    /// The name to show.
    pub display_name: Option<String>,
    /// What it is for.
    pub description: Option<String>,
    /// Whether a user may sign up by electronic mail.
    pub allowed_to_sign_up_email_based_subscriptions: bool,
    /// Whether administrators may reset their own password.
    #[graph_resource(rename = "allowedToUseSSPR")]
    pub allowed_to_use_sspr: bool,
    /// Whether a verified address is enough to join.
    pub allow_email_verified_users_to_join_organization: bool,
    /// Who may invite guests.
    pub allow_invites_from: Option<AllowInvitesFrom>,
    /// Whether a user may consent to an application that looks risky.
    pub allow_user_consent_for_risky_apps: Option<bool>,
    /// Whether the older module of PowerShell is shut out.
    pub block_msol_power_shell: Option<bool>,
    /// What a user may do who has no role.
    #[graph_resource(merge)]
    pub default_user_role_permissions: DefaultUserRolePermissions,
    /// The role of guests.
    pub guest_user_role_id: Option<Guid>,
    /// Of the beta: what is tried out.
    #[graph_resource(unchecked)] // beta
    pub enabled_preview_features: Option<Vec<String>>,
    /// Of the beta: which consent a user may give; empty for none.
    #[graph_resource(unchecked)] // beta
    pub permission_grant_policy_ids_assigned_to_default_user_role: Option<Vec<String>>,
}

/// What a user may do who has no role.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct DefaultUserRolePermissions {
    /// Register applications.
    pub allowed_to_create_apps: bool,
    /// Make security groups.
    pub allowed_to_create_security_groups: bool,
    /// Make tenants.
    pub allowed_to_create_tenants: Option<bool>,
    /// Read the recovery keys of devices of their own.
    pub allowed_to_read_bitlocker_keys_for_owned_device: Option<bool>,
    /// Read about others.
    pub allowed_to_read_other_users: bool,
    /// Which consent a user may give; empty for none.
    pub permission_grant_policies_assigned: Option<Vec<String>>,
}

/// Who may invite guests.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum AllowInvitesFrom {
    /// Nobody.
    None,
    /// Administrators, and those with the role for it.
    AdminsAndGuestInviters,
    /// Members as well.
    AdminsGuestInvitersAndAllMembers,
    /// Guests as well.
    Everyone,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

impl Documented for AuthorizationPolicy {
    const TYPES: &'static [&'static str] = &["microsoft.graph.authorizationPolicy"];
    const REQUIRED: Required = Required { patches: 12, gets: 1, wholes: 1 };
    const LEFT_OUT: &'static [(&'static str, Check, &'static str)] = &[
        ("beta/authorizationpolicy-get.md#GET1", Check::Read, "an empty string where a boolean must be"),
        (
            "beta/authorizationpolicy-update.md#PATCH1",
            Check::Body,
            "`guestUserRole` is no property; `guestUserRoleId` is",
        ),
        (
            "beta/authorizationpolicy-update.md#PATCH1",
            Check::State,
            "`guestUserRole` is no property; `guestUserRoleId` is",
        ),
    ];
    const BLANK: &'static str = r#"{"id":"0","allowedToSignUpEmailBasedSubscriptions":false,"allowedToUseSSPR":false,
        "allowEmailVerifiedUsersToJoinOrganization":false,"defaultUserRolePermissions":{"allowedToCreateApps":false,
        "allowedToCreateSecurityGroups":false,"allowedToReadOtherUsers":false}}"#;
    const OWN: &'static [Own] = &[
        Own {
            url: "/policies/authorizationPolicy",
            before: r#"{"id":"authorizationPolicy","displayName":"Ours","allowInvitesFrom":"everyone",
                "allowedToSignUpEmailBasedSubscriptions":true,"allowedToUseSSPR":true,"blockMsolPowerShell":true,
                "allowEmailVerifiedUsersToJoinOrganization":false,
                "guestUserRoleId":"5e2f4d6a-0b7c-4c1e-9a53-2f1f8f6f7a10","defaultUserRolePermissions":
                {"allowedToCreateApps":true,"allowedToCreateSecurityGroups":true,"allowedToReadOtherUsers":true,
                "permissionGrantPoliciesAssigned":["low-risk"]}}"#,
            patch: r#"{"allowInvitesFrom":"adminsAndGuestInviters","allowedToUseSSPR":false,"blockMsolPowerShell":null,
                "defaultUserRolePermissions":{"allowedToCreateApps":false,"permissionGrantPoliciesAssigned":[]}}"#,
            answer: "",
        },
        Own {
            url: "/policies/authorizationPolicy/authorizationPolicy",
            before: r#"{"id":"authorizationPolicy","allowedToSignUpEmailBasedSubscriptions":true,
                "allowedToUseSSPR":true,"allowEmailVerifiedUsersToJoinOrganization":true,"enabledPreviewFeatures":
                ["a"],"permissionGrantPolicyIdsAssignedToDefaultUserRole":["low-risk"],"defaultUserRolePermissions":
                {"allowedToCreateApps":true,"allowedToCreateSecurityGroups":true,"allowedToReadOtherUsers":true,
                "permissionGrantPoliciesAssigned":null}}"#,
            patch: r#"{"enabledPreviewFeatures":null,"permissionGrantPolicyIdsAssignedToDefaultUserRole":[]}"#,
            answer: r#"{"id":"authorizationPolicy","permissionGrantPolicyIdsAssignedToDefaultUserRole":[]}"#,
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["policies", "authorizationPolicy"] => Some(Self::at()),
            ["policies", "authorizationPolicy", "authorizationPolicy"] => Some(Self::in_beta()),
            _ => None,
        }
    }
}

#[test]
fn every_example_of_authorization_policy() {
    every_example::<AuthorizationPolicy>();
}
