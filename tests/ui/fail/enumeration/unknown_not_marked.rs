//! The variant is there, the option is not.

use graph_resource::GraphEnum;

#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum CallType {
    GroupCall,
    Unknown(String),
}

fn main() {}
