//! A rule, misspelt.

use graph_resource::GraphComplex;

#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(rename_all = "camelcase")]
pub struct Address {
    pub city: Option<String>,
}

fn main() {}
