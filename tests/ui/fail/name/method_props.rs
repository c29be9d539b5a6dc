//! `props` is a function as well.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>", at = "props")]
pub struct User {
    pub id: String,
}

fn main() {}
