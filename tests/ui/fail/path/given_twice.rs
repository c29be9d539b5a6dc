//! Two paths in one attribute.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>", path = "/me")]
pub struct User {
    pub id: String,
}

fn main() {}
