//! A value that was read owns its data.

use graph_resource::GraphEnum;

#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum CallType<'a> {
    GroupCall,
    #[graph_resource(unknown)]
    Unknown(&'a str),
}

fn main() {}
