//! A function that is bound to the collection, called on one resource.

use graph_resource::{Collection, GraphComplex, GraphFunction, GraphResource};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/communications/callRecords/<id>")]
pub struct CallRecord {
    pub id: String,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct GetPstnCalls {}

impl GraphFunction for GetPstnCalls {
    type On = Collection<CallRecord>;
    type Output = Vec<String>;
    const NAME: &'static str = "getPstnCalls";
}

fn main() {
    let _ = CallRecord::at("1").call(GetPstnCalls {});
}
