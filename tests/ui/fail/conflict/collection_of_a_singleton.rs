//! `/me` is in no collection.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me", collection = "all")]
pub struct Me {
    pub display_name: Option<String>,
}

fn main() {}
