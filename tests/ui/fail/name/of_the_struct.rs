//! A generated type of the name of the struct.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>", partial = "User")]
pub struct User {
    pub id: String,
}

fn main() {}
