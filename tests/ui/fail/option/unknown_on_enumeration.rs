//! An option that there is not.

use graph_resource::GraphEnum;

#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(untagged)]
pub enum CallType {
    GroupCall,
    #[graph_resource(unknown)]
    Unknown(String),
}

fn main() {}
