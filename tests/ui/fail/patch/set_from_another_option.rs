//! A number is set from no text, in an `Option` or not.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    pub age: Option<i32>,
}

fn main() {
    let _ = UserPatch::new().set_age(Some("36"));
}
