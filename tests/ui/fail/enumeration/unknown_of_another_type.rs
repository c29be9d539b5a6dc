//! The name is a string.

use graph_resource::GraphEnum;

#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum CallType {
    GroupCall,
    #[graph_resource(unknown)]
    Unknown(u8),
}

fn main() {}
