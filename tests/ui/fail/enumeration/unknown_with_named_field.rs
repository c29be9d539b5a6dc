//! A tuple variant.

use graph_resource::GraphEnum;

#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum CallType {
    GroupCall,
    #[graph_resource(unknown)]
    Unknown { name: String },
}

fn main() {}
