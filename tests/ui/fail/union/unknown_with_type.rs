//! What is unknown has no name yet.

use graph_resource::{GraphComplex, GraphUnion};
use serde_json::{Map, Value};

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Client {
    pub version: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphUnion)]
pub enum Agent {
    Client(Client),
    #[graph_resource(unknown, odata_type = "microsoft.graph.other")]
    Unknown(Map<String, Value>),
}

fn main() {}
