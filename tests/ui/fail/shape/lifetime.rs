//! A value that was read owns its data.

use graph_resource::GraphComplex;

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Address<'a> {
    pub city: &'a str,
}

fn main() {}
