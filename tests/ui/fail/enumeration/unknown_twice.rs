//! One variant keeps what is unknown.

use graph_resource::GraphEnum;

#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum CallType {
    #[graph_resource(unknown)]
    Other(String),
    #[graph_resource(unknown)]
    Unknown(String),
}

fn main() {}
