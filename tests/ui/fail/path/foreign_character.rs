//! A character that no URL holds.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/my users/<id>")]
pub struct User {
    pub id: String,
}

fn main() {}
