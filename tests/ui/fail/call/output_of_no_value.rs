//! What the call gives is no value of Graph.

use graph_resource::{At, GraphComplex, GraphFunction, GraphResource};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
}

pub struct Summary {
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct GetSummary {}

impl GraphFunction for GetSummary {
    type On = At<User>;
    type Output = Summary;
    const NAME: &'static str = "getSummary";
}

fn main() {}
