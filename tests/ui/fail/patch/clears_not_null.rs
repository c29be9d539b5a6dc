//! A property that is never null cannot be cleared.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(not_null)]
    pub birthday: Option<String>,
}

fn main() {
    let _ = UserPatch::new().clear_birthday();
}
