//! An object without a type can be of one type only.

use graph_resource::{GraphComplex, GraphUnion};
use serde_json::{Map, Value};

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Client {
    pub version: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphUnion)]
pub enum Agent {
    Base(Client),
    Client(Client),
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

fn main() {}
