//! An option of the first path, in its attribute and in one without a path.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>", at = "one")]
#[graph_resource(at = "single")]
pub struct User {
    pub id: String,
}

fn main() {}
