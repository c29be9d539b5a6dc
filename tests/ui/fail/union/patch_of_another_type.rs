//! The patch of a union is made of the patch of one of its types.

use graph_resource::{GraphComplex, GraphUnion};
use serde_json::{Map, Value};

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Client {
    pub version: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Address {
    pub city: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphUnion)]
pub enum Agent {
    Client(Client),
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

pub fn patch() -> AgentPatch {
    AgentPatch::from(AddressPatch::new().city("Oslo"))
}

fn main() {}
