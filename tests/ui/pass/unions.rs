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

fn main() {
    #[derive(Clone, Debug, PartialEq, GraphUnion)]
    enum Local {
        Branch(Branch),
        #[graph_resource(unknown)]
        Unknown(Object),
    }
    let patch = LocalPatch::from(BranchPatch::new().others(vec![]));
    assert_eq!(serde_json::to_string(&patch).unwrap(), r#"{"others":[]}"#);
    let either: Either<i32> = serde_json::from_str(r#"{"value":1}"#).unwrap();
    assert_eq!(either, Either::Holder(Holder { value: Some(1) }));
}
