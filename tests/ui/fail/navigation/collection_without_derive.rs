//! An entity needs its derive.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub id: String,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(navigation)]
    pub groups: Option<Vec<Group>>,
}

fn main() {}
