//! unifiedRoleAssignmentMultiple, of the beta: several principals in a role, as collections of ids and as
//! relationships.

use graph_resource::{At, Bytes, GraphResource};

use crate::directory::directory_object::DirectoryObject;
use crate::directory::unified_role_assignment::AppScope;
use crate::directory::unified_role_definition::UnifiedRoleDefinition;
use crate::harness::{Check, Documented, Own, Page, Required, every_example};

/// That several principals have a role.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/roleManagement/deviceManagement/roleAssignments/<id>")]
#[graph_resource(
    path = "/roleManagement/cloudPC/roleAssignments/<id>",
    at = "in_cloud_pc",
    collection = "all_in_cloud_pc"
)]
pub struct UnifiedRoleAssignmentMultiple {
    /// The key.
    pub id: String,
    /// Where in applications.
    #[graph_resource(default)]
    pub app_scope_ids: Vec<String>,
    /// When.
    pub condition: Option<String>,
    /// What it is for.
    pub description: Option<String>,
    /// Where in the directory.
    #[graph_resource(default)]
    pub directory_scope_ids: Vec<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// Who has it.
    #[graph_resource(default)]
    pub principal_ids: Vec<String>,
    /// The role.
    pub role_definition_id: Option<String>,
    /// Where in applications.
    #[graph_resource(navigation)]
    pub app_scopes: Option<Vec<AppScope>>,
    /// Where in the directory.
    #[graph_resource(navigation)]
    pub directory_scopes: Option<Vec<DirectoryObject>>,
    /// Who has it.
    #[graph_resource(navigation)]
    pub principals: Option<Vec<DirectoryObject>>,
    /// The role.
    #[graph_resource(navigation)]
    pub role_definition: Option<UnifiedRoleDefinition>,
}

impl Documented for UnifiedRoleAssignmentMultiple {
    const TYPES: &'static [&'static str] = &["microsoft.graph.unifiedRoleAssignmentMultiple"];
    const REQUIRED: Required = Required { patches: 2, gets: 5, wholes: 12 };
    const DECLARED: &'static [&'static str] = &["microsoft.graph.unifiedRoleAssignmentMultiple"];
    const LEFT_OUT: &'static [(&'static str, Check, &'static str)] = &[
        ("beta/rbacapplicationmultiple-list-roleassignments.md#GET1", Check::Line, "`$filter` stands in the path"),
        (
            "beta/rbacapplicationmultiple-list-roleassignments.md#GET1",
            Check::Read,
            "brackets in names: `principalIds[]`",
        ),
        ("beta/unifiedroleassignmentmultiple-get.md#GET1", Check::Read, "brackets in names: `principalIds[]`"),
        (
            "beta/unifiedroleassignmentmultiple-get.md#GET5",
            Check::Read,
            "`roleDefinitions` for the relationship `roleDefinition`",
        ),
    ];
    const OWN: &'static [Own] = &[
        Own {
            url: "/roleManagement/deviceManagement/roleAssignments/m-1",
            before: r##"{"id":"m-1","displayName":"Help desk","principalIds":["g1","g2"],"directoryScopeIds":["o1"],
                "appScopeIds":[],"principals":[{"@odata.type":"#microsoft.graph.group","id":"g1","groupTypes":
                ["Unified"]}],"appScopes":[{"id":"s1"}],"roleDefinition":{"id":"e4","rolePermissions":
                [{"allowedResourceActions":["a"]}]}}"##,
            patch: r#"{"principalIds":["g1"],"directoryScopeIds":[],"appScopeIds":["s1"],"description":null}"#,
            answer: "",
        },
        Own {
            url: "/roleManagement/cloudPC/roleAssignments/m-2",
            before: r#"{"id":"m-2","principalIds":[]}"#,
            patch: r#"{"principalIds":["g3"]}"#,
            answer: r#"{"id":"m-2","principalIds":["g3","g4"],"displayName":null}"#,
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["roleManagement", "deviceManagement", "roleAssignments", id] => Some(Self::at(id)),
            ["roleManagement", "cloudPC", "roleAssignments", id] => Some(Self::in_cloud_pc(id)),
            _ => None,
        }
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Some(match &*page.path() {
            ["roleManagement", "deviceManagement", "roleAssignments"] => page.request(Self::collection().list()),
            ["roleManagement", "cloudPC", "roleAssignments"] => page.request(Self::all_in_cloud_pc().list()),
            path => page.request(<Self as Documented>::at(path)?.get()),
        })
    }
}

#[test]
fn every_example_of_unified_role_assignment_multiple() {
    every_example::<UnifiedRoleAssignmentMultiple>();
}
