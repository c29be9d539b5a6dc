//! A relationship is a field.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>", navigation)]
pub struct User {
    pub id: String,
}

fn main() {}
