//! `write_only` implies `default`.

use graph_resource::{GraphComplex, GraphResource};

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Secret {
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(write_only)]
    pub secret: Secret,
}

fn main() {}
