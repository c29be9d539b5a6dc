//! An empty segment.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users//<id>")]
pub struct User {
    pub id: String,
}

fn main() {}
