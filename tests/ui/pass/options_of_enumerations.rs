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

/// Variants that are called as what is implemented for the enum.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[allow(clippy::upper_case_acronyms)]
enum Names {
    ALL,
    MEMBERS,
    Flags,
    Err,
    #[graph_resource(unknown)]
    Unknown(String),
}

fn main() {
    assert_eq!(CallType::GroupCall.as_str(), "GroupCall");
    assert_eq!(CallType::PeerToPeer.to_string(), "p2p");
    assert_eq!(Open::from_name("x"), Open::Other("x".into()));
    assert!(Open::ALL.is_empty());
    assert_eq!("flags".parse(), Ok(Names::Flags));
    assert_eq!(<Names as GraphEnum>::ALL, [Names::ALL, Names::MEMBERS, Names::Flags, Names::Err]);
}
