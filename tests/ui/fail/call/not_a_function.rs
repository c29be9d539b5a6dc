//! A struct that names no function.

use graph_resource::{GraphComplex, GraphResource};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/communications/callRecords/<id>")]
pub struct CallRecord {
    pub id: String,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct GetPstnCalls {
    pub from_date_time: String,
}

fn main() {
    let _ = CallRecord::collection().call(GetPstnCalls { from_date_time: String::new() });
}
