//! An enumeration has members.

use graph_resource::GraphEnum;

#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub struct CallType {
    pub name: String,
}

fn main() {}
