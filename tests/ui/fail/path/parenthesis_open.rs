//! A parenthesis without its partner.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/applications(id='<id>'")]
pub struct Application {
    pub id: String,
}

fn main() {}
