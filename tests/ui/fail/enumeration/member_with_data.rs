//! A member is a name.

use graph_resource::GraphEnum;

#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum CallType {
    GroupCall(u8),
    #[graph_resource(unknown)]
    Unknown(String),
}

fn main() {}
