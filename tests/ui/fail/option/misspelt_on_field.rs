//! A slip of the pen; the patch is used all the same.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(read_onyl)]
    pub display_name: Option<String>,
}

fn main() {
    let _ = UserPatch::new().display_name("Ada");
}
