//! What has no name leads nowhere.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(navigation, additional)]
    pub rest: serde_json::Map<String, serde_json::Value>,
}

fn main() {}
