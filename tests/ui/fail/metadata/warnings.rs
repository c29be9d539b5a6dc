//! What the metadata advises otherwise is a warning of the lint `deprecated`, at its token.
#![deny(deprecated)]

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/communications/callRecords/<id>", schema = "v1.0")]
pub struct CallRecord {
    pub id: String,
    #[graph_resource(default)]
    pub join_web_url: String,
    #[graph_resource(unchecked)]
    pub organizer: Option<serde_json::Value>,
    #[allow(deprecated)]
    pub participants: Option<Vec<serde_json::Value>>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/identity/conditionalAccess/namedLocations/<id>", schema = "v1.0")]
pub struct NamedLocation {
    pub id: String,
    pub created_date_time: Option<graph_resource::DateTimeOffset>,
}

fn main() {}
