//! It is a word alone.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(navigation = true)]
    pub manager: Option<Box<User>>,
}

fn main() {}
