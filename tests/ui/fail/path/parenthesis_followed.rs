//! Text after a parenthesis.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/applications(id='<id>')x")]
pub struct Application {
    pub id: String,
}

fn main() {}
