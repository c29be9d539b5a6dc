//! The map holds properties of every kind.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(additional, with = "m")]
    pub more: serde_json::Map<String, serde_json::Value>,
}

fn main() {}
