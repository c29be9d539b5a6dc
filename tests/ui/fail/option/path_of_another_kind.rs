//! A constant where a literal is due.

use graph_resource::GraphResource;

const PATH: &str = "/users/<id>";

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = PATH)]
pub struct User {
    pub id: String,
}

fn main() {}
