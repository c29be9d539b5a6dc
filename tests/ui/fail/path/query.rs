//! Queries are built, not written.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>?$select=id")]
pub struct User {
    pub id: String,
}

fn main() {}
