//! A relationship has no setter for its entities.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(navigation)]
    pub manager: Option<Box<User>>,
}

fn main() {
    let _ = UserPatch::new().manager(User::at("1"));
}
