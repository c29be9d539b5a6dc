//! A member of an enumeration is no entity.

use graph_resource::{GraphEnum, GraphResource};

#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum Kind {
    #[graph_resource(unknown)]
    Unknown(String),
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(navigation)]
    pub kind: Option<Kind>,
}

fn main() {}
