//! Types of Microsoft Graph v1.0, of `microsoft.graph.security`.

use graph_resource::{DateTimeOffset, GraphComplex};

/// `microsoft.graph.security.alertComment` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct AlertComment {
    pub comment: Option<String>,
    pub created_by_display_name: Option<String>,
    #[graph_resource(not_null)]
    pub created_date_time: Option<DateTimeOffset>,
}
