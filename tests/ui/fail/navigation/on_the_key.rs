//! The key leads nowhere.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    #[graph_resource(navigation)]
    pub id: String,
}

fn main() {}
