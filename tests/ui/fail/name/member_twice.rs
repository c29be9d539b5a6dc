//! One member, two variants.

use graph_resource::GraphEnum;

#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum CallType {
    Audio,
    #[graph_resource(rename = "audio")]
    Sound,
    #[graph_resource(unknown)]
    Unknown(String),
}

fn main() {}
