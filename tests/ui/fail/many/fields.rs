//! Mistakes of several fields.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(read_onyl)]
    pub created: Option<String>,
    #[graph_resource(rename)]
    pub name: String,
    #[graph_resource(read_only, write_only)]
    pub secret: Option<String>,
    pub tags: Option<Option<String>>,
}

fn main() {}
