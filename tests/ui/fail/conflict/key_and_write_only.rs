//! The key addresses the resource.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    #[graph_resource(write_only)]
    pub id: String,
}

fn main() {}
