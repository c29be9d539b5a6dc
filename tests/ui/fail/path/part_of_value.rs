//! Text beside a placeholder in quotes.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/applications(id='app-<id>')")]
pub struct Application {
    pub id: String,
}

fn main() {}
