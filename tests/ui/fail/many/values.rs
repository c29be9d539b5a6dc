//! Types that Graph does not know, in several fields.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    pub one: std::rc::Rc<u8>,
    pub two: Option<usize>,
    pub three: Vec<char>,
}

fn main() {}
