//! A type without its namespace.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>", odata_type = "user")]
pub struct User {
    pub id: String,
}

fn main() {}
