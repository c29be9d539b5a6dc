//! A slip of the pen.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>", odata_typ = "microsoft.graph.user")]
pub struct User {
    pub id: String,
}

fn main() {}
