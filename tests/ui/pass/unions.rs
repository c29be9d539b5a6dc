//! Unions: generic, recursive, boxed, in a function, by a macro, with keywords for names, and beside shadowed names.

#![deny(warnings)]
#![allow(dead_code)]

use graph_resource::{GraphComplex, GraphUnion, GraphValue};

type Object = serde_json::Map<String, serde_json::Value>;

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Holder<T: GraphValue> {
    pub value: Option<T>,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Branch {
    pub left: Option<Box<Tree>>,
    pub others: Vec<Tree>,
}

#[derive(Clone, Debug, PartialEq, GraphUnion)]
pub enum Tree {
    Branch(Box<Branch>),
    #[graph_resource(odata_type = "test.leaf")]
    r#Type(Holder<String>),
    #[graph_resource(unknown)]
    Unknown(Box<Object>),
}

#[derive(Clone, Debug, PartialEq, GraphUnion)]
pub enum Either<T>
where
    T: GraphValue,
{
    Holder(Holder<T>),
    #[graph_resource(odata_type = "test.branch")]
    Branch(Branch),
    #[graph_resource(unknown)]
    Unknown(Object),
}

/// Payloads that may be of one type, and one that is twice: what could be both has no conversion, any other has.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
pub enum Overlapping<T: GraphValue> {
    Generic(Holder<T>),
    #[graph_resource(odata_type = "test.holder")]
    Text(Holder<String>),
    #[graph_resource(odata_type = "test.one")]
    One(Box<Pair<T>>),
    #[graph_resource(odata_type = "test.branch")]
    Branch(Branch),
    #[graph_resource(odata_type = "test.other_branch")]
    OtherBranch(Branch),
    #[graph_resource(unknown)]
    Unknown(Object),
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Pair<T: GraphValue> {
    pub left: Option<T>,
    pub right: Option<Either<T>>,
}

macro_rules! union {
    ($name:ident, $payload:ty) => {
        #[derive(Clone, Debug, PartialEq, graph_resource::GraphUnion)]
        pub enum $name {
            Only($payload),
            #[graph_resource(unknown)]
            Unknown(Object),
        }
    };
}

union!(ByMacro, Branch);

mod shadowed {
    pub struct Option;
    pub struct Result;
    pub struct Box;
    pub struct String;
    pub struct Map;
    pub trait Clone {}
    pub trait From {}

    #[derive(::core::clone::Clone, Debug, PartialEq, graph_resource::GraphUnion)]
    pub enum Shadowed {
        Branch(super::Branch),
        #[graph_resource(unknown)]
        Unknown(super::Object),
    }
}

fn branch() -> Branch {
    Branch { left: None, others: vec![] }
}

fn main() {
    #[derive(Clone, Debug, PartialEq, GraphUnion)]
    enum Local {
        Branch(Branch),
        #[graph_resource(unknown)]
        Unknown(Object),
    }
    let patch = LocalPatch::from(BranchPatch::new().others(vec![]));
    assert_eq!(serde_json::to_string(&patch).unwrap(), r#"{"others":[]}"#);
    assert_eq!(Tree::from(branch()), Tree::Branch(Box::new(branch())));
    assert_eq!(Tree::from(Box::new(branch())), Tree::from(branch()));
    assert_eq!(Tree::from(Holder { value: Some("a".to_owned()) }), Tree::r#Type(Holder { value: Some("a".into()) }));
    assert_eq!(Either::from(Holder { value: Some(1) }), Either::Holder(Holder { value: Some(1) }));
    assert_eq!(Either::<i32>::from(branch()), Either::Branch(branch()));
    assert_eq!(ByMacro::from(branch()), ByMacro::Only(branch()));
    let pair = Pair { left: Some(1), right: None };
    assert_eq!(Overlapping::from(pair.clone()), Overlapping::One(Box::new(pair)));
    assert_eq!(Overlapping::<i32>::from(Holder { value: Some("a".to_owned()) }), Overlapping::Text(Holder { value: Some("a".into()) }));
    let patch = PairPatch::new().right(Holder { value: Some(1) }).left(1);
    assert_eq!(serde_json::to_string(&patch).unwrap(), r#"{"left":1,"right":{"value":1}}"#);
    let either: Either<i32> = serde_json::from_str(r#"{"value":1}"#).unwrap();
    assert_eq!(either, Either::Holder(Holder { value: Some(1) }));
}
