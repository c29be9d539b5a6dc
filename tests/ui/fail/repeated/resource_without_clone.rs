//! `GraphResource` asks for `Clone` beside it.

use graph_resource::GraphResource;

#[derive(Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    pub name: Option<String>,
}

fn main() {}
