//! One name, one field.

use graph_resource::GraphEnum;

#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum CallType {
    GroupCall,
    #[graph_resource(unknown)]
    Unknown(String, u8),
}

fn main() {}
