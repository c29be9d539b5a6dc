//! What is not nullable has no `set_…`.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    pub version: i64,
}

fn main() {
    let _ = UserPatch::new().set_version(Some(7));
}
