//! A module of a name that is none.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(with = "my module")]
    pub display_name: String,
}

fn main() {}
