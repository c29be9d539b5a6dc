//! Both name the reader.

use graph_resource::GraphResource;

mod module {}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(opaque, with = "module")]
    pub home: Option<String>,
}

fn main() {}
