//! No name.

use graph_resource::GraphEnum;

#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum CallType {
    #[graph_resource(rename = "")]
    Audio,
    #[graph_resource(unknown)]
    Unknown(String),
}

fn main() {}
