//! An option that there is not.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>", table = "users")]
pub struct User {
    pub id: String,
}

fn main() {}
