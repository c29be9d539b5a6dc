//! The key of a union is the key of its value, which a complex type has not.

use graph_resource::{GraphComplex, GraphUnion};
use serde_json::{Map, Value};

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Android {
    pub id: String,
}

#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(path = "/profiles/<id>")]
pub enum Profile {
    #[graph_resource(odata_type = "microsoft.graph.android")]
    Android(Android),
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

fn main() {}
