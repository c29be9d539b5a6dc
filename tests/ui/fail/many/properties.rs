//! Each field after the first is told.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    pub version: i64,
    #[graph_resource(rename = "version")]
    pub revision: i64,
    #[graph_resource(rename = "version")]
    pub edition: i64,
}

fn main() {}
