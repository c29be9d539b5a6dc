//! An option that there is not.

use graph_resource::GraphEnum;

#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum CallType {
    #[graph_resource(other)]
    GroupCall,
    #[graph_resource(unknown)]
    Unknown(String),
}

fn main() {}
