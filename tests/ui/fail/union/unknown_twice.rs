//! One variant keeps all that is unknown.

use graph_resource::{GraphComplex, GraphUnion};
use serde_json::{Map, Value};

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Client {
    pub version: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphUnion)]
pub enum Agent {
    Client(Client),
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
    #[graph_resource(unknown)]
    Other(Map<String, Value>),
}

fn main() {}
