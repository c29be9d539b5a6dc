//! The day Graph adds a type, an answer could not be read.

use graph_resource::{GraphComplex, GraphUnion};
use serde_json::{Map, Value};

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Client {
    pub version: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphUnion)]
pub enum Agent {
    #[graph_resource(odata_type = "microsoft.graph.client")]
    Client(Client),
}

pub fn unused(_: Map<String, Value>) {}

fn main() {}
