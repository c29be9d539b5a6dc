//! An unknown object is kept, which needs a place.

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
    Unknown,
}

pub fn unused(_: Map<String, Value>) {}

fn main() {}
