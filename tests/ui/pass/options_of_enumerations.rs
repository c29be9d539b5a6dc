//! Every option of an enumeration and of its variants.

use graph_resource::GraphEnum;

#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(rename_all = "PascalCase", crate = ::graph_resource)]
pub enum CallType {
    GroupCall,
    #[graph_resource(rename = "p2p")]
    PeerToPeer,
    r#Self_,
    #[graph_resource(unknown)]
    Unknown(String),
}

/// One with nothing but what is unknown.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
enum Open {
    #[graph_resource(unknown)]
    Other(std::string::String),
}

fn main() {
    assert_eq!(CallType::GroupCall.as_str(), "GroupCall");
    assert_eq!(CallType::PeerToPeer.to_string(), "p2p");
    assert_eq!(Open::from_name("x"), Open::Other("x".into()));
}
