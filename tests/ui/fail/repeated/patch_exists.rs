//! There is a type of the name already.

use graph_resource::GraphResource;

pub struct UserPatch;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    pub display_name: Option<String>,
}

fn main() {}
