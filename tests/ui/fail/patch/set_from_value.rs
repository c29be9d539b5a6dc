//! `set_…` takes an `Option` or a `Field`: a value itself has a setter of its own.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    pub display_name: Option<String>,
}

fn main() {
    let _ = UserPatch::new().set_display_name("Ada");
}
