//! A placeholder before a cast that names no field.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/configurations/<key>/microsoft.graph.androidCustomConfiguration")]
pub struct Application {
    pub id: String,
}

fn main() {}
