//! Text beside a placeholder.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/x<id>")]
pub struct User {
    pub id: String,
}

fn main() {}
