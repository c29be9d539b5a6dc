//! The version belongs to the base URL.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/v1.0/users/<id>")]
pub struct User {
    pub id: String,
}

fn main() {}
