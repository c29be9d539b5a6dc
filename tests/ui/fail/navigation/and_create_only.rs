//! No patch says either.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(navigation, create_only)]
    pub manager: Option<Box<User>>,
}

fn main() {}
