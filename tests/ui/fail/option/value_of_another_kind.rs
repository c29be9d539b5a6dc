//! A number where a string is due.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(rename = 5)]
    pub display_name: Option<String>,
}

fn main() {}
