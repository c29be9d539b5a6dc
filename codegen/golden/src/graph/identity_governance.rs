//! Types of Microsoft Graph v1.0, of `microsoft.graph.identityGovernance`.

use graph_resource::GraphComplex;

/// `microsoft.graph.identityGovernance.workflowVersion` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct WorkflowVersion {
    #[graph_resource(not_null)]
    pub display_name: Option<String>,
    #[graph_resource(not_null)]
    pub is_enabled: Option<bool>,
    pub version_number: Option<i32>,
}
