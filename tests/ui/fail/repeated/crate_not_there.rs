//! A crate that is not among the dependencies.

use graph_resource::GraphComplex;

#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(crate = ::graph)]
pub struct Address {
    pub city: Option<String>,
}

fn main() {}
