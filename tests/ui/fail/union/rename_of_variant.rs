//! A variant of a union has no wire name; its type has one.

use graph_resource::{GraphComplex, GraphUnion};
use serde_json::{Map, Value};

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Client {
    pub version: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphUnion)]
pub enum Agent {
    #[graph_resource(rename = "microsoft.graph.client")]
    Client(Client),
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

fn main() {}
