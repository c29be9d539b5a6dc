//! Two variants of one type: the second would never be read.

use graph_resource::{GraphComplex, GraphUnion};
use serde_json::{Map, Value};

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Client {
    pub version: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphUnion)]
pub enum Agent {
    #[graph_resource(odata_type = "microsoft.graph.client")]
    One(Client),
    #[graph_resource(odata_type = "#microsoft.graph.client")]
    Other(Client),
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

fn main() {}
