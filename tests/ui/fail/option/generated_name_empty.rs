//! No name.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>", partial = "")]
pub struct User {
    pub id: String,
}

fn main() {}
