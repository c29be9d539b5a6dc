//! A union is no struct.

use graph_resource::GraphComplex;

#[derive(GraphComplex)]
pub union Address {
    pub city: u8,
}

fn main() {}
