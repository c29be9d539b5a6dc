//! The keys of a dictionary are names of JSON members.

use std::collections::BTreeMap;

use graph_resource::GraphComplex;

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Plan {
    pub buckets: BTreeMap<i32, String>,
}

fn main() {}
