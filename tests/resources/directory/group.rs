//! group: an open entity that is listed by way of casts, and whose members are of any type of a directory.

use graph_resource::{At, Bytes, DateTimeOffset, GraphResource};
use serde_json::{Map, Value};

use crate::directory::group_parts::{
    AnyDirectoryObject, AssignedLabel, AssignedLicense, GroupAccessType, LicenseProcessingState,
    OnPremisesExtensionAttributes, OnPremisesProvisioningError, ServiceProvisioningError,
};
use crate::harness::{Documented, Own, Page, Required, every_example};
use crate::mail::calendar::Calendar;
use crate::mail::event::Event;
use crate::mail::open_type_extension::Extension;

/// Users, and what else a directory holds, taken together.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/groups/<id>", schema = "v1.0")]
#[graph_resource(path = "/groups/<group>/memberOf/<id>/microsoft.graph.group", at = "above_group")]
#[graph_resource(path = "/groups/<group>/transitiveMemberOf/<id>/microsoft.graph.group", at = "far_above_group")]
// As a page writes it.
#[graph_resource(path = "/groups/<group>/transitivemembers/<id>/microsoft.graph.group", at = "below_group", unchecked)]
#[graph_resource(path = "/users/<user>/memberOf/<id>/microsoft.graph.group", at = "above_user")]
#[graph_resource(path = "/users/<user>/transitiveMemberOf/<id>/microsoft.graph.group", at = "far_above_user")]
#[graph_resource(path = "/devices/<device>/transitiveMemberOf/<id>/microsoft.graph.group", at = "far_above_device")]
#[graph_resource(
    path = "/servicePrincipals/<principal>/transitiveMemberOf/<id>/microsoft.graph.group",
    at = "far_above_principal"
)]
#[graph_resource(path = "/directory/deletedItems/<id>/microsoft.graph.group", at = "deleted")]
#[graph_resource(path = "/directory/deleteditems/<id>/microsoft.graph.group", at = "deleted_in_beta", unchecked)] // as a page writes it
#[graph_resource(
    path = "/identityGovernance/entitlementManagement/accessPackages/<package>/incompatibleGroups/<id>",
    at = "incompatible_with"
)]
#[graph_resource(
    path = "/policies/mobileAppManagementPolicies/<policy>/includedGroups/<id>",
    at = "managed_by",
    unchecked
)] // beta
pub struct Group {
    /// The key, a GUID.
    pub id: String,
    /// Who sees what it does.
    pub access_type: Option<GroupAccessType>,
    /// Whether strangers may send messages to it.
    pub allow_external_senders: Option<bool>,
    /// How sensitive its content is.
    #[graph_resource(default)]
    pub assigned_labels: Vec<AssignedLabel>,
    /// The licences that each member has.
    #[graph_resource(read_only, default)]
    pub assigned_licenses: Vec<AssignedLicense>,
    /// Whether new members get its messages.
    pub auto_subscribe_new_members: Option<bool>,
    /// `Low`, `Medium`, …, as the organization says.
    pub classification: Option<String>,
    /// When it was made.
    #[graph_resource(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    /// When it was deleted.
    #[graph_resource(read_only)]
    pub deleted_date_time: Option<DateTimeOffset>,
    /// What it is for.
    pub description: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// When it ends.
    #[graph_resource(read_only)]
    pub expiration_date_time: Option<DateTimeOffset>,
    /// `Unified`, `DynamicMembership`.
    #[graph_resource(default)]
    pub group_types: Vec<String>,
    /// Whether a licence does not fit a member.
    #[graph_resource(read_only)]
    pub has_members_with_license_errors: Option<bool>,
    /// Whether the lists of addresses leave it out.
    pub hide_from_address_lists: Option<bool>,
    /// Whether Outlook leaves it out.
    pub hide_from_outlook_clients: Option<bool>,
    /// Where else it is listed.
    #[graph_resource(default)]
    pub info_catalogs: Vec<String>,
    /// Whether its team can only be read.
    #[graph_resource(read_only)]
    pub is_archived: Option<bool>,
    /// Whether it can have roles of the directory.
    #[graph_resource(create_only)]
    pub is_assignable_to_role: Option<bool>,
    /// Whether the signed-in user is fond of it.
    pub is_favorite: Option<bool>,
    /// Whether few may change it.
    #[graph_resource(read_only)]
    pub is_management_restricted: Option<bool>,
    /// Whether the signed-in user gets its messages.
    pub is_subscribed_by_mail: Option<bool>,
    /// How far the licences are.
    #[graph_resource(read_only)]
    pub license_processing_state: Option<LicenseProcessingState>,
    /// The address.
    #[graph_resource(read_only)]
    pub mail: Option<String>,
    /// Whether it has an address.
    pub mail_enabled: Option<bool>,
    /// The address before the `@`.
    pub mail_nickname: Option<String>,
    /// Who belongs to it, where that is worked out.
    pub membership_rule: Option<String>,
    /// `On`, `Paused`.
    pub membership_rule_processing_state: Option<String>,
    /// The domain that it comes from.
    #[graph_resource(read_only)]
    pub on_premises_domain_name: Option<String>,
    /// What the directory that it comes from adds.
    pub on_premises_extension_attributes: Option<OnPremisesExtensionAttributes>,
    /// When it last came from there.
    #[graph_resource(read_only)]
    pub on_premises_last_sync_date_time: Option<DateTimeOffset>,
    /// The older name of the domain.
    #[graph_resource(read_only)]
    pub on_premises_net_bios_name: Option<String>,
    /// What went wrong on the way.
    #[graph_resource(read_only, default)]
    pub on_premises_provisioning_errors: Vec<OnPremisesProvisioningError>,
    /// The name of the account there.
    #[graph_resource(read_only)]
    pub on_premises_sam_account_name: Option<String>,
    /// The id there.
    #[graph_resource(read_only)]
    pub on_premises_security_identifier: Option<String>,
    /// Whether it comes from a directory elsewhere.
    #[graph_resource(read_only)]
    pub on_premises_sync_enabled: Option<bool>,
    /// The tenant.
    #[graph_resource(read_only)]
    pub organization_id: Option<String>,
    /// Where its data is to be kept.
    pub preferred_data_location: Option<String>,
    /// `en-US`.
    pub preferred_language: Option<String>,
    /// All addresses, with `SMTP:` before the first of them.
    #[graph_resource(read_only, default)]
    pub proxy_addresses: Vec<String>,
    /// When its end was put off.
    #[graph_resource(read_only)]
    pub renewed_date_time: Option<DateTimeOffset>,
    /// `WelcomeEmailDisabled`, …
    #[graph_resource(create_only, default)]
    pub resource_behavior_options: Vec<String>,
    /// `Team`.
    #[graph_resource(default)]
    pub resource_provisioning_options: Vec<String>,
    /// Whether rights can be given to it.
    pub security_enabled: Option<bool>,
    /// The id that Windows has for it.
    #[graph_resource(read_only)]
    pub security_identifier: Option<String>,
    /// What went wrong in other services.
    #[graph_resource(read_only, default)]
    pub service_provisioning_errors: Vec<ServiceProvisioningError>,
    /// `Teal`, `Purple`, …
    pub theme: Option<String>,
    /// A name that no other group has.
    pub unique_name: Option<String>,
    /// How many conversations the signed-in user has not seen.
    #[graph_resource(read_only)]
    pub unseen_conversations_count: Option<i32>,
    /// How many of them changed.
    #[graph_resource(read_only)]
    pub unseen_count: Option<i32>,
    /// How many messages the signed-in user has not seen.
    #[graph_resource(read_only)]
    pub unseen_messages_count: Option<i32>,
    /// `Private`, `Public`, `HiddenMembership`.
    pub visibility: Option<String>,
    /// Whether new members are welcomed.
    #[graph_resource(read_only)]
    pub welcome_message_enabled: Option<bool>,
    /// Who alone may send messages to it.
    #[graph_resource(navigation)]
    pub accepted_senders: Option<Vec<AnyDirectoryObject>>,
    /// The calendar.
    #[graph_resource(navigation)]
    pub calendar: Option<Box<Calendar>>,
    /// The events of a span of time.
    #[graph_resource(navigation)]
    pub calendar_view: Option<Vec<Event>>,
    /// Who made it, or what.
    #[graph_resource(navigation)]
    pub created_on_behalf_of: Option<AnyDirectoryObject>,
    /// The events of its calendar.
    #[graph_resource(navigation)]
    pub events: Option<Vec<Event>>,
    /// What applications add.
    #[graph_resource(navigation)]
    pub extensions: Option<Vec<Extension>>,
    /// What it belongs to.
    #[graph_resource(navigation)]
    pub member_of: Option<Vec<AnyDirectoryObject>>,
    /// What belongs to it.
    #[graph_resource(navigation)]
    pub members: Option<Vec<AnyDirectoryObject>>,
    /// The members that a licence does not fit.
    #[graph_resource(navigation)]
    pub members_with_license_errors: Option<Vec<AnyDirectoryObject>>,
    /// Who may change it.
    #[graph_resource(navigation)]
    pub owners: Option<Vec<AnyDirectoryObject>>,
    /// Who may not send messages to it.
    #[graph_resource(navigation)]
    pub rejected_senders: Option<Vec<AnyDirectoryObject>>,
    /// What it belongs to, by way of others too.
    #[graph_resource(navigation)]
    pub transitive_member_of: Option<Vec<AnyDirectoryObject>>,
    /// What belongs to it, by way of others too.
    #[graph_resource(navigation)]
    pub transitive_members: Option<Vec<AnyDirectoryObject>>,
    /// Extensions of the schema: the type is open.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

impl Documented for Group {
    const TYPES: &'static [&'static str] = &["microsoft.graph.group"];
    const REQUIRED: Required = Required { patches: 0, gets: 30, wholes: 18 };
    const OWN: &'static [Own] = &[
        Own {
            url: "/groups/5e1d",
            before: r##"{"id":"5e1d","displayName":"Choir","description":null,"groupTypes":["Unified"],"visibility":"Public",
                "assignedLabels":[{"labelId":"45c9","displayName":"Song"}],"assignedLicenses":[{"skuId":
                "2b1f3a1e-5d1c-4f6b-9a41-7a4f0d0f5c11","disabledPlans":["9d0c9b6e-0f0b-4f61-8d6f-0a3f7a0b5c12"]}],
                "serviceProvisioningErrors":[{"@odata.type":"#microsoft.graph.serviceProvisioningXmlError","isResolved":
                false,"errorDetail":"<e/>"},{"@odata.type":"#microsoft.graph.serviceProvisioningJsonError","detail":{}}],
                "example_choir":{"voices":4},"members":[{"@odata.type":"#microsoft.graph.user","id":"87d3","displayName":
                "Ada"},{"@odata.type":"#microsoft.graph.group","id":"7f01","displayName":"Altos","mailEnabled":false},
                {"id":"3b55","deletedDateTime":null},{"@odata.type":"#microsoft.graph.device","id":"91aa"}]}"##,
            patch: r#"{"description":"We sing.","assignedLabels":[{"labelId":"46d0"}],"groupTypes":[],"visibility":null,
                "example_choir":{"voices":8},"isSubscribedByMail":true,
                "owners@odata.bind":["https://graph.microsoft.com/v1.0/users/87d3"]}"#,
            answer: "",
        },
        Own {
            url: "/groups/7f01/memberOf/5e1d/microsoft.graph.group",
            before: r#"{"id":"5e1d","mail":"choir@example.org","proxyAddresses":["SMTP:choir@example.org"],"accessType":
                "public","unseenCount":0,"onPremisesExtensionAttributes":{"extensionAttribute10":"ten"},
                "licenseProcessingState":{"state":"ProcessingComplete"},"createdOnBehalfOf":null}"#,
            patch: r#"{"onPremisesExtensionAttributes":{"extensionAttribute1":"one","extensionAttribute10":null}}"#,
            answer: r#"{"id":"5e1d","onPremisesExtensionAttributes":{"extensionAttribute1":"one"}}"#,
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        Some(match path {
            ["groups", id] => Self::at(id),
            ["groups", group, "memberOf", id, "microsoft.graph.group"] => Self::above_group(group, id),
            _ => return None,
        })
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        let path = page.path();
        let (last, parents) = path.split_last()?;
        let collection = match (parents, *last) {
            (["groups", id, "memberOf"], "microsoft.graph.group") => Self::above_group_collection(id),
            (["groups", id, "transitiveMemberOf"], "microsoft.graph.group") => Self::far_above_group_collection(id),
            (["groups", id, "transitivemembers"], "microsoft.graph.group") => Self::below_group_collection(id),
            (["users", id, "memberOf"], "microsoft.graph.group") => Self::above_user_collection(id),
            (["users", id, "transitiveMemberOf"], "microsoft.graph.group") => Self::far_above_user_collection(id),
            (["devices", id, "transitiveMemberOf"], "microsoft.graph.group") => Self::far_above_device_collection(id),
            (["servicePrincipals", id, "transitiveMemberOf"], "microsoft.graph.group") => {
                Self::far_above_principal_collection(id)
            }
            (["directory", "deletedItems"], "microsoft.graph.group") => Self::deleted_collection(),
            (["directory", "deleteditems"], "microsoft.graph.group") => Self::deleted_in_beta_collection(),
            (["identityGovernance", "entitlementManagement", "accessPackages", id], "incompatibleGroups") => {
                Self::incompatible_with_collection(id)
            }
            (["policies", "mobileAppManagementPolicies", id], "includedGroups") => Self::managed_by_collection(id),
            _ => return <Self as Documented>::at(&path).map(|at| page.request(at.get())),
        };
        Some(page.request(collection.list()))
    }
}

#[test]
fn every_example_of_group() {
    every_example::<Group>();
}
