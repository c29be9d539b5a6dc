//! The key addresses the resource.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    #[graph_resource(default)]
    pub id: String,
}

fn main() {}
