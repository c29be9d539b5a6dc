//! The reference pages' way to name a placeholder.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<user-id>")]
pub struct User {
    pub id: String,
}

fn main() {}
