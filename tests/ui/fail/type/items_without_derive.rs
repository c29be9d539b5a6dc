//! The type of the items lacks its derive.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq)]
pub struct Address {
    pub city: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    pub homes: Vec<Address>,
}

fn main() {}
