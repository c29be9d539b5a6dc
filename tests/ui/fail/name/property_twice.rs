//! One property, two fields.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    pub version: i64,
    #[graph_resource(rename = "version")]
    pub revision: i64,
}

fn main() {}
