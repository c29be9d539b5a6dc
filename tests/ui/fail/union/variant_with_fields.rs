//! The members of a type stand in a struct of their own.

use graph_resource::{GraphComplex, GraphUnion};
use serde_json::{Map, Value};

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Client {
    pub version: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphUnion)]
pub enum Agent {
    Client { version: Option<String> },
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

fn main() {}
