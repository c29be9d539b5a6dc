//! No path.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>", crate = 5)]
pub struct User {
    pub id: String,
}

fn main() {}
