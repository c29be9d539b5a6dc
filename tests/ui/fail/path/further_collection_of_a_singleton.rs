//! A further path that ends in no key has no collection.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
#[graph_resource(path = "/me", at = "me", collection = "all")]
pub struct User {
    pub id: String,
}

fn main() {}
