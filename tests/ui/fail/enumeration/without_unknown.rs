//! The day Graph adds a member, an answer could not be read.

use graph_resource::GraphEnum;

#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum CallType {
    GroupCall,
    PeerToPeer,
}

fn main() {
    let _ = CallType::GroupCall.to_string();
}
