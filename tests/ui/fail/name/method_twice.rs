//! Two functions of one name.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>", collection = "at")]
pub struct User {
    pub id: String,
}

fn main() {}
