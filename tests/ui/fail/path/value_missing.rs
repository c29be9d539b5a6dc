//! A name in parentheses, and no value.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/applications(id='')")]
pub struct Application {
    pub id: String,
}

fn main() {}
