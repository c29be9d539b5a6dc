//! An attribute that says nothing, on a type.

use graph_resource::GraphComplex;

#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource]
pub struct Address {
    pub city: Option<String>,
}

fn main() {}
