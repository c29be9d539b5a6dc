//! unifiedRoleDefinition: an entity that is related to others of its kind, served by several providers.

use graph_resource::{At, Bytes, GraphComplex, GraphResource};

use crate::harness::{Documented, Own, Page, Required, every_example};

/// What a role may do.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/roleManagement/directory/roleDefinitions/<id>", schema = "v1.0")]
#[graph_resource(
    path = "/roleManagement/cloudPC/roleDefinitions/<id>",
    at = "in_cloud_pc",
    collection = "all_in_cloud_pc",
    unchecked, // beta
)]
#[graph_resource(
    path = "/roleManagement/entitlementManagement/roleDefinitions/<id>",
    at = "in_entitlement_management",
    collection = "all_in_entitlement_management"
)]
pub struct UnifiedRoleDefinition {
    /// The key.
    pub id: String,
    /// What it is for.
    pub description: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// Whether it is the service's.
    #[graph_resource(read_only)]
    pub is_built_in: Option<bool>,
    /// Whether it can be given.
    pub is_enabled: Option<bool>,
    /// Where it holds.
    pub resource_scopes: Option<Vec<String>>,
    /// What it may do.
    pub role_permissions: Option<Vec<UnifiedRolePermission>>,
    /// What it was made from.
    pub template_id: Option<String>,
    /// Which version of that.
    pub version: Option<String>,
    /// Roles of which it may do all.
    #[graph_resource(navigation)]
    pub inherits_permissions_from: Option<Vec<UnifiedRoleDefinition>>,
}

/// Something that a role may do.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct UnifiedRolePermission {
    /// The actions.
    #[graph_resource(default)]
    pub allowed_resource_actions: Vec<String>,
    /// When.
    pub condition: Option<String>,
    /// Actions that it may not do after all.
    pub excluded_resource_actions: Option<Vec<String>>,
}

impl Documented for UnifiedRoleDefinition {
    const TYPES: &'static [&'static str] = &["microsoft.graph.unifiedRoleDefinition"];
    const REQUIRED: Required = Required { patches: 1, gets: 8, wholes: 12 };
    const OWN: &'static [Own] = &[
        Own {
            url: "/roleManagement/directory/roleDefinitions/e4",
            before: r#"{"id":"e4","displayName":"Reader","isBuiltIn":false,"isEnabled":true,"version":"1",
                "rolePermissions":[{"allowedResourceActions":["a/read"],"excludedResourceActions":["a/secret/read"],
                "condition":"$ResourceIsSelf"}],"inheritsPermissionsFrom":[{"id":"e1","inheritsPermissionsFrom":
                [{"id":"e0"}]}]}"#,
            patch: r#"{"isEnabled":false,"version":null,"rolePermissions":[{"allowedResourceActions":["a/read",
                "b/read"]},{"allowedResourceActions":[],"condition":"x"}]}"#,
            answer: "",
        },
        Own {
            url: "/roleManagement/entitlementManagement/roleDefinitions/e5",
            before: r#"{"id":"e5","displayName":"Owner","resourceScopes":["/"]}"#,
            patch: r#"{"resourceScopes":["/","/x"],"description":""}"#,
            answer: r#"{"id":"e5","resourceScopes":["/","/x"],"description":""}"#,
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["roleManagement", "directory", "roleDefinitions", id] => Some(Self::at(id)),
            ["roleManagement", "cloudPC", "roleDefinitions", id] => Some(Self::in_cloud_pc(id)),
            ["roleManagement", "entitlementManagement", "roleDefinitions", id] => {
                Some(Self::in_entitlement_management(id))
            }
            _ => None,
        }
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Some(match &*page.path() {
            ["roleManagement", provider, "roleDefinitions"] => page.request(
                match *provider {
                    "directory" => Self::collection(),
                    "cloudPC" => Self::all_in_cloud_pc(),
                    "entitlementManagement" => Self::all_in_entitlement_management(),
                    _ => return None,
                }
                .list(),
            ),
            path => page.request(<Self as Documented>::at(path)?.get()),
        })
    }
}

#[test]
fn every_example_of_unified_role_definition() {
    every_example::<UnifiedRoleDefinition>();
}
