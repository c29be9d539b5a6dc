//! Two maps for what the type does not name.

use graph_resource::GraphComplex;

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Address {
    #[graph_resource(additional)]
    pub more: serde_json::Map<String, serde_json::Value>,
    #[graph_resource(additional)]
    pub rest: serde_json::Map<String, serde_json::Value>,
}

fn main() {}
