//! The default of a type that has none.

use graph_resource::{GraphComplex, GraphResource};

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Address {
    pub city: String,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(default)]
    pub home: Address,
}

fn main() {}
