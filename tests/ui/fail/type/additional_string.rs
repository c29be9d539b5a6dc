//! `additional` is a JSON object.

use graph_resource::GraphComplex;

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Address {
    #[graph_resource(additional)]
    pub more: String,
}

fn main() {}
