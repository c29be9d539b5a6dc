//! A key in parentheses as a segment of its own.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/applications/('<id>')")]
pub struct Application {
    pub id: String,
}

fn main() {}
