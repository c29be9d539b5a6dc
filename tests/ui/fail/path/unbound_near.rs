//! The last placeholder is the key, misspelt.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<principle_name>")]
pub struct User {
    pub principal_name: String,
}

fn main() {}
