//! unifiedRoleAssignment: one principal in a role; what it is related to may be of any type.

use graph_resource::{At, Bytes, GraphResource};

use crate::directory::directory_object::DirectoryObject;
use crate::directory::unified_role_definition::UnifiedRoleDefinition;
use crate::harness::{Documented, Own, Page, Required, every_example};

/// That one principal has a role.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/roleManagement/directory/roleAssignments/<id>", schema = "v1.0")]
pub struct UnifiedRoleAssignment {
    /// The key.
    pub id: String,
    /// Where in an application.
    pub app_scope_id: Option<String>,
    /// When.
    pub condition: Option<String>,
    /// Where in the directory.
    pub directory_scope_id: Option<String>,
    /// Who has it.
    pub principal_id: Option<String>,
    /// The tenant of who has it.
    #[graph_resource(read_only)]
    pub principal_organization_id: Option<String>,
    /// The role.
    pub role_definition_id: Option<String>,
    /// Of the beta: where.
    #[graph_resource(unchecked)] // beta
    pub resource_scope: Option<String>,
    /// Where in an application.
    #[graph_resource(navigation)]
    pub app_scope: Option<AppScope>,
    /// Where in the directory.
    #[graph_resource(navigation)]
    pub directory_scope: Option<DirectoryObject>,
    /// Who has it.
    #[graph_resource(navigation)]
    pub principal: Option<DirectoryObject>,
    /// The role.
    #[graph_resource(navigation)]
    pub role_definition: Option<UnifiedRoleDefinition>,
}

/// A place in an application.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/roleManagement/directory/roleAssignments/<assignment>/appScope", schema = "v1.0")]
pub struct AppScope {
    /// Its id.
    #[graph_resource(read_only)]
    pub id: String,
    /// The name to show.
    pub display_name: Option<String>,
    /// What it is.
    pub r#type: Option<String>,
}

impl Documented for UnifiedRoleAssignment {
    const TYPES: &'static [&'static str] = &["microsoft.graph.unifiedRoleAssignment"];
    const REQUIRED: Required = Required { patches: 0, gets: 4, wholes: 7 };
    const DECLARED: &'static [&'static str] = &["microsoft.graph.unifiedRoleAssignment"];
    const OWN: &'static [Own] = &[
        Own {
            url: "/roleManagement/directory/roleAssignments/r-1",
            before: r##"{"id":"r-1","roleDefinitionId":"e4","principalId":"u1","directoryScopeId":"/","condition":"x",
                "principal":{"@odata.type":"#microsoft.graph.servicePrincipal","id":"u1","appRoles":[]},
                "directoryScope":{"id":"o1","verifiedDomains":[{"name":"a.example"}]},"roleDefinition":{"id":"e4"},
                "appScope":{"id":"s1","type":"Group"}}"##,
            patch: r#"{"condition":null,"directoryScopeId":null,"appScopeId":"/",
                "principal@odata.bind":"https://graph.microsoft.com/v1.0/directoryObjects/u2"}"#,
            answer: "",
        },
        Own {
            url: "/roleManagement/directory/roleAssignments/r-2",
            before: r#"{"id":"r-2","roleDefinitionId":"e4","principalId":"u1"}"#,
            patch: r#"{"roleDefinitionId":"e5"}"#,
            answer: r#"{"id":"r-2","roleDefinitionId":"e5","principalOrganizationId":"t1"}"#,
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["roleManagement", "directory", "roleAssignments", id] => Some(Self::at(id)),
            _ => None,
        }
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Some(match &*page.path() {
            ["roleManagement", "directory", "roleAssignments"] => page.request(Self::collection().list()),
            path => page.request(<Self as Documented>::at(path)?.get()),
        })
    }
}

#[test]
fn every_example_of_unified_role_assignment() {
    every_example::<UnifiedRoleAssignment>();
}
