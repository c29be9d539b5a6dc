//! Two options that say different things of one field.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(read_only, write_only)]
    pub home: Option<String>,
}

fn main() {}
