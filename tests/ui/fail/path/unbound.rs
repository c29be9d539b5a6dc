//! The last placeholder is the key, and no field is of its name.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<principal_name>")]
pub struct User {
    pub id: String,
}

fn main() {}
