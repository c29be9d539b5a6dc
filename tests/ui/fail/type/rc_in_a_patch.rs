//! A type that Graph does not know, and a use of the patch: the use is no second mistake.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    pub value: std::rc::Rc<u8>,
}

fn main() {
    let _ = UserPatch::new();
}
