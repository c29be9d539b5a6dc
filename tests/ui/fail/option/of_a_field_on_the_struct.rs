//! The option is one of fields.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>", read_only)]
pub struct User {
    pub id: String,
}

fn main() {}
