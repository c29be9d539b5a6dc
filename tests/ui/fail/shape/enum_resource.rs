//! A resource has properties.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub enum User {
    Member,
}

fn main() {}
