//! An opaque type has its own serde implementations.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq)]
pub struct Color(pub u32);

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(opaque)]
    pub color: Color,
}

fn main() {}
