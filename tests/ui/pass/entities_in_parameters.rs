//! Entities by value in a complex type: the parameters of an action.

use std::collections::BTreeMap;

use graph_resource::{At, GraphAction, GraphComplex, GraphResource, GraphUnion};
use serde_json::{Map, Value};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/profiles/<id>")]
pub struct Android {
    pub id: String,
    #[graph_resource(navigation)]
    pub parent: Option<Box<Self>>,
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
pub struct Assign {
    pub one: Android,
    pub of_some_type: Option<Profile>,
    pub many: Vec<Profile>,
    pub some: Option<Vec<Android>>,
    pub boxed: Option<Box<Android>>,
    pub by_name: BTreeMap<String, Android>,
}

impl GraphAction for Assign {
    type On = At<Android>;
    type Output = ();
    const NAME: &'static str = "assign";
}

fn main() {}
