//! The option is one of types.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(rename_all = "snake_case")]
    pub display_name: Option<String>,
}

fn main() {}
