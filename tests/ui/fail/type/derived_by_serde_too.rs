//! serde's derive beside ours: the note names what to do.

use graph_resource::GraphResource;
use serde::Serialize;

#[derive(Clone, Debug, PartialEq, GraphResource, Serialize)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    pub name: Option<String>,
}

fn main() {}
