//! Nothing in parentheses.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/applications()")]
pub struct Application {
    pub id: String,
}

fn main() {}
