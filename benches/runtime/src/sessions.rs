//! The types below an expanded callRecord, annotated as a user would.
#![allow(missing_docs, reason = "the list of properties is in `shapes`, and Graph documents them")]
#![allow(clippy::large_enum_variant, reason = "the same shape for each contestant, the simplest one")]

use graph_resource::edm::Duration;
use graph_resource::{DateTimeOffset, GraphComplex, GraphEnum, GraphResource, GraphUnion};
use serde_json::{Map, Value};

use crate::ours::{CallType, IdentitySet, Modality};

macro_rules! define {
    (struct ExpandedCallRecord $($rest:tt)*) => {
        define! { @entity "/communications/callRecords/<id>" ExpandedCallRecord $($rest)* }
    };
    (struct Session $($rest:tt)*) => {
        define! { @entity "/communications/callRecords/<record>/sessions/<id>" Session $($rest)* }
    };
    (struct Segment $($rest:tt)*) => {
        define! { @entity "/communications/callRecords/<record>/sessions/<session>/segments/<id>" Segment $($rest)* }
    };
    (@entity $path:literal $name:ident $type:literal {
        $($field:ident $wire:literal $how:ident $(($option:ident))? [$($ty:tt)*];)*
    }) => {
        #[derive(Clone, Debug, PartialEq, GraphResource)]
        #[graph_resource(path = $path, odata_type = $type)]
        pub struct $name { $(#[graph_resource(rename = $wire $(, $option)?)] pub $field: $($ty)*,)* }
    };
    (struct $name:ident $type:literal { $($field:ident $wire:literal $how:ident [$($ty:tt)*];)* }) => {
        #[derive(Clone, Debug, PartialEq, GraphComplex)]
        #[graph_resource(odata_type = $type)]
        pub struct $name { $(#[graph_resource(rename = $wire)] pub $field: $($ty)*,)* }
    };
    (enum $name:ident { $($member:ident $wire:literal;)* }) => {
        #[derive(Clone, Debug, PartialEq, GraphEnum)]
        pub enum $name {
            $(#[graph_resource(rename = $wire)] $member,)*
            #[graph_resource(unknown)]
            Unknown(String),
        }
    };
    (union $name:ident { $($variant:ident $type:literal $payload:ident;)* }) => {
        #[derive(Clone, Debug, PartialEq, GraphUnion)]
        pub enum $name {
            $(#[graph_resource(odata_type = $type)] $variant($payload),)*
            #[graph_resource(unknown)]
            Unknown(Map<String, Value>),
        }
    };
}

sessions!(define);
