//! OData has no unsigned integer of 64 bits.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    pub value: Option<u64>,
}

fn main() {}
