//! Generated items need names of their own.

use graph_resource::{GraphComplex, GraphUnion};
use serde_json::{Map, Value};

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Client {
    pub version: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(partial = "Agent")]
pub enum Agent {
    Client(Client),
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

fn main() {}
