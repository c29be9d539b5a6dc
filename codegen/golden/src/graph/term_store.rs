//! Types of Microsoft Graph v1.0, of `microsoft.graph.termStore`.

use graph_resource::{DateTimeOffset, GraphComplex, GraphResource};

/// `microsoft.graph.termStore.set` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/sites/<site>/termStore/sets/<id>")]
pub struct Set {
    pub id: String,
    pub created_date_time: Option<DateTimeOffset>,
    pub description: Option<String>,
    #[graph_resource(default)]
    pub localized_names: Vec<LocalizedName>,
    #[graph_resource(default)]
    pub properties: Vec<super::KeyValue>,
}

/// `microsoft.graph.termStore.localizedName` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct LocalizedName {
    pub language_tag: Option<String>,
    pub name: Option<String>,
}
