//! A foreign type has no members that we know.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(opaque, merge)]
    pub home: Option<String>,
}

fn main() {}
