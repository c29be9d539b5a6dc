//! No variant at all.

use graph_resource::GraphEnum;

#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum CallType {}

fn main() {}
