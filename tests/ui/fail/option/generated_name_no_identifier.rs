//! The name of a type.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>", patch = "User Patch")]
pub struct User {
    pub id: String,
}

fn main() {}
