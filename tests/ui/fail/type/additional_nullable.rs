//! `additional` is empty, never null.

use graph_resource::GraphComplex;

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Address {
    #[graph_resource(additional)]
    pub more: Option<serde_json::Map<String, serde_json::Value>>,
}

fn main() {}
