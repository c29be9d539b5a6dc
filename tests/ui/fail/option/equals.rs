//! An attribute with a value.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource = "read_only"]
    pub display_name: Option<String>,
}

fn main() {}
