//! The key's type is neither a Graph value nor can it be written into a path.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq)]
pub struct Id(u8);

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: Id,
    pub name: Option<String>,
}

fn main() {}
