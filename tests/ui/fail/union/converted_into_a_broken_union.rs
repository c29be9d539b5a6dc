//! What is made of a union that has a mistake is there, so that the mistake is all that is told.

use graph_resource::{GraphComplex, GraphUnion};

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Client {
    pub version: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphUnion)]
pub enum Agent {
    Client(Box<Client>),
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Call {
    pub agent: Option<Agent>,
}

pub fn agent() -> Agent {
    Client { version: None }.into()
}

pub fn patch() -> CallPatch {
    CallPatch::new().agent(Client { version: None }).agent(agent()).agent(AgentPatch::new())
}

fn main() {}
