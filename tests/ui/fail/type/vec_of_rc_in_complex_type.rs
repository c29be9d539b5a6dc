//! A collection of what Graph does not know.

use graph_resource::GraphComplex;

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Address {
    pub value: Vec<std::rc::Rc<u8>>,
}

fn main() {}
