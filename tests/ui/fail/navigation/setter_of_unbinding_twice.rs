//! The setter of one field is the name of another.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    pub unbind_manager: Option<String>,
    #[graph_resource(navigation)]
    pub manager: Option<Box<User>>,
}

fn main() {}
