//! The nested enum lacks its derive.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    Member,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    pub kind: Kind,
}

fn main() {}
