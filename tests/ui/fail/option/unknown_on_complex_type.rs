//! An option that there is not.

use graph_resource::GraphComplex;

#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(tag = "type")]
pub struct Address {
    pub city: Option<String>,
}

fn main() {}
