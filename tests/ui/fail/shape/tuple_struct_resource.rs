//! Properties have names.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User(pub String);

fn main() {
    let _ = User::at("a").update(UserPatch::new());
}
