//! A complex value has no address of its own.

use graph_resource::GraphComplex;

#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(path = "/addresses/<id>")]
pub struct Address {
    pub city: Option<String>,
}

fn main() {}
