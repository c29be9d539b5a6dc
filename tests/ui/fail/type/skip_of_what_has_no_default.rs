//! A field that is not of the wire, of a type without a default to begin with.

use graph_resource::GraphComplex;

#[derive(Clone, Debug, PartialEq)]
pub enum Seen {
    Yes,
    No,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Address {
    pub city: Option<String>,
    #[graph_resource(skip)]
    pub seen: Seen,
}

fn main() {}
