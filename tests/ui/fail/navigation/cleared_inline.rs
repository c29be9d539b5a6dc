//! A relationship whose entities stand in bodies is not cleared either.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(navigation, inline)]
    pub reports: Option<Vec<User>>,
}

fn main() {
    let _ = UserPatch::new().clear_reports();
}
