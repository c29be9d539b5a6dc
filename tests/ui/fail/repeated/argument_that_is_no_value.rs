//! A parameter stands for a Graph value.

use graph_resource::{GraphComplex, GraphResource};

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Page<T> {
    pub items: Vec<T>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    pub page: Page<std::rc::Rc<u8>>,
}

fn main() {}
