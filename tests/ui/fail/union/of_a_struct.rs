//! A union is an enum.

use graph_resource::{GraphComplex, GraphUnion};
use serde_json::{Map, Value};

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Client {
    pub version: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphUnion)]
pub struct Agent {
    pub client: Client,
    pub unknown: Map<String, Value>,
}

fn main() {}
