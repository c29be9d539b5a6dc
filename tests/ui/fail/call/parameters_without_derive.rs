//! Parameters without names and codecs.

use graph_resource::{Collection, GraphFunction, GraphResource};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/communications/callRecords/<id>")]
pub struct CallRecord {
    pub id: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct GetPstnCalls {
    pub from_date_time: String,
}

impl GraphFunction for GetPstnCalls {
    type On = Collection<CallRecord>;
    type Output = Vec<String>;
    const NAME: &'static str = "getPstnCalls";
}

fn main() {}
