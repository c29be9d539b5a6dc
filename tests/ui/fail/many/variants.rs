//! Mistakes of several variants.

use graph_resource::GraphEnum;

#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(rename_all = "camelcase")]
pub enum CallType {
    #[graph_resource(read_only)]
    GroupCall,
    PeerToPeer(u8),
    #[graph_resource(rename)]
    Other,
    #[graph_resource(unknown)]
    Unknown,
}

fn main() {}
