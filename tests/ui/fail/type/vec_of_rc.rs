//! A collection of what Graph does not know.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    pub value: Vec<std::rc::Rc<u8>>,
}

fn main() {}
