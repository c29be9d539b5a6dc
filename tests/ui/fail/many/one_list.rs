//! Mistakes in one list of options.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(foo, read_only = true, rename = 5, rename = "a", bar(1, 2), default, default)]
    pub name: String,
}

fn main() {}
