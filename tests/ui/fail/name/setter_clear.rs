//! The field is named as what clears another.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    pub clear_color: String,
    pub color: Option<String>,
}

fn main() {}
