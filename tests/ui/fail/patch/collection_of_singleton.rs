//! `/me` is in no collection.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me")]
pub struct Me {
    pub display_name: Option<String>,
}

fn main() {
    let _ = Me::collection();
}
