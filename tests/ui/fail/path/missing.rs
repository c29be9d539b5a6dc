//! A resource without a path.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
pub struct User {
    pub id: String,
}

fn main() {}
