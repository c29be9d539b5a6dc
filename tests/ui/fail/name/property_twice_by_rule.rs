//! `type_` and `r#type` are both `type`.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    pub r#type: String,
    pub type_: String,
}

fn main() {}
