//! `GraphResource` asks for `PartialEq` beside it.

use graph_resource::GraphResource;

#[derive(Clone, Debug, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    pub name: Option<String>,
}

fn main() {}
