//! The option stands on the variant.

use graph_resource::GraphEnum;

#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum CallType {
    GroupCall,
    Unknown(#[graph_resource(unknown)] String),
}

fn main() {}
