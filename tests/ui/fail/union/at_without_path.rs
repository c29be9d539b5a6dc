//! Where a request starts is a matter of the path.

use graph_resource::GraphUnion;
use serde_json::{Map, Value};

#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(at = "one")]
pub enum Profile {
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

fn main() {}
