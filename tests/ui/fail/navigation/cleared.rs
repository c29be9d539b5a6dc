//! A relationship is unbound, never cleared.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(navigation)]
    pub manager: Option<Box<User>>,
    #[graph_resource(navigation)]
    pub reports: Option<Vec<User>>,
}

fn main() {
    let _ = UserPatch::new().clear_manager();
}
