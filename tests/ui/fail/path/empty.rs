//! A path of no segment.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "")]
pub struct User {
    pub id: String,
}

fn main() {}
