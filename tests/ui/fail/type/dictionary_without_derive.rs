//! The values of a dictionary are Graph values.

use std::collections::BTreeMap;

use graph_resource::GraphComplex;

#[derive(Clone, Debug, PartialEq)]
pub struct Assignment {
    pub order_hint: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Plan {
    pub assignments: BTreeMap<String, Assignment>,
}

fn main() {}
