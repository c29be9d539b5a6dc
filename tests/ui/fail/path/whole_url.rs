//! The path is what follows the version, whatever the host.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "https://graph.microsoft.com/v1.0/users/<id>")]
pub struct User {
    pub id: String,
}

fn main() {}
