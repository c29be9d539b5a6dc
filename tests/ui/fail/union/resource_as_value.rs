//! A union with a path is an entity, and an entity is no value of an ordinary property.

use graph_resource::{GraphComplex, GraphResource, GraphUnion};
use serde_json::{Map, Value};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/profiles/<id>")]
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

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Device {
    pub profile: Option<Profile>,
}

fn main() {}
