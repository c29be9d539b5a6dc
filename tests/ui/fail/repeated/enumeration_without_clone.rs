//! `GraphEnum` asks for `Clone` beside it.

use graph_resource::GraphEnum;

#[derive(Debug, PartialEq, GraphEnum)]
pub enum CallType {
    GroupCall,
    #[graph_resource(unknown)]
    Unknown(String),
}

fn main() {}
