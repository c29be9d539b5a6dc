//! One type, two fields: one message for each.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq)]
pub struct Address {
    pub city: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    pub home: Option<Address>,
    pub work: Address,
}

fn main() {}
