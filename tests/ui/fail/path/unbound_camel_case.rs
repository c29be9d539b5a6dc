//! The last placeholder is named as on the wire.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<principalName>")]
pub struct User {
    pub principal_name: String,
}

fn main() {}
