//! Each variant has a type of its own, and the union has none.

use graph_resource::{GraphComplex, GraphUnion};
use serde_json::{Map, Value};

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Client {
    pub version: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(odata_type = "microsoft.graph.agent")]
pub enum Agent {
    Client(Client),
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

fn main() {}
