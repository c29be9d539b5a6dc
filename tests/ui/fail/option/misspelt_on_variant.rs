//! A slip of the pen.

use graph_resource::GraphEnum;

#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum CallType {
    #[graph_resource(renam = "GROUP")]
    GroupCall,
    #[graph_resource(unknown)]
    Unknown(String),
}

fn main() {}
