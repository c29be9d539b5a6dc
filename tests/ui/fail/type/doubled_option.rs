//! What people write where a patch has no third state.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    pub display_name: Option<Option<String>>,
}

fn main() {}
