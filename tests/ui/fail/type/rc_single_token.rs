//! A type of one word.

use graph_resource::GraphResource;

use std::rc::Rc;

type Count = Rc<u8>;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    pub value: Count,
}

fn main() {}
