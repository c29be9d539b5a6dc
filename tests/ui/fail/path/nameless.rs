//! A placeholder without a name.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<>")]
pub struct User {
    pub id: String,
}

fn main() {}
