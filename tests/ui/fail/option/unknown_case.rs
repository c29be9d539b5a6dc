//! A rule that there is not.

use graph_resource::GraphComplex;

#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(rename_all = "Title Case")]
pub struct Address {
    pub city: Option<String>,
}

fn main() {}
