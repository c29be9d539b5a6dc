//! Properties have names.

use graph_resource::GraphComplex;

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Address(pub String, pub String);

fn main() {}
