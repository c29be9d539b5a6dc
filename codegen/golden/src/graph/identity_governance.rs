//! Types of Microsoft Graph v1.0, of `microsoft.graph.identityGovernance`.

use graph_resource::GraphComplex;

/// `microsoft.graph.identityGovernance.workflowVersion` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct WorkflowVersion {
    pub display_name: String,
    pub is_enabled: bool,
    pub version_number: Option<i32>,
}
