//! A dictionary is a complex type with `additional`.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    pub value: std::collections::HashMap<String, String>,
}

fn main() {}
