//! An enum is another derive's.

use graph_resource::GraphComplex;

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub enum CallType {
    GroupCall,
}

fn main() {}
