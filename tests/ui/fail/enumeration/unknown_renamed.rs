//! It has the name that came.

use graph_resource::GraphEnum;

#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum CallType {
    GroupCall,
    #[graph_resource(unknown, rename = "other")]
    Unknown(String),
}

fn main() {}
