//! Names of the prelude and of the standard library, taken by the user's own items.

#![allow(dead_code, non_upper_case_globals, nonstandard_style)]

use graph_resource::{GraphComplex, GraphEnum, GraphResource};

type Result = ();
type Vec = ();
type Box = ();
type Some = ();
type Self_ = ();
struct None;
struct Ok;
struct Err;
trait Default {}
trait Clone {}
trait Debug {}
trait PartialEq {}
trait From {}
trait Into {}
trait Deref {}
trait Display {}
trait Serialize {}
trait Iterator {}
trait IntoIterator {}
trait ToString {}
trait Sized {}
mod core {}
mod std {}
mod alloc {}
mod serde {}
mod serde_json {}
mod http {}
#[allow(unused_macros)]
macro_rules! vec {
    () => {
        compile_error!("not to be called")
    };
}
#[allow(unused_macros)]
macro_rules! matches {
    () => {
        compile_error!("not to be called")
    };
}

// What a local of the expansion might be called.
const value: u8 = 0;
const name: u8 = 0;
const index: u8 = 0;
const partial: u8 = 0;
const patch: u8 = 0;
const f: u8 = 0;
const to: u8 = 0;
const from: u8 = 0;
const new: u8 = 0;
const old: u8 = 0;
const later: u8 = 0;
const other: u8 = 0;
const state: u8 = 0;
const id: u8 = 0;
const key: u8 = 0;
static map: u8 = 0;

#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq, GraphResource)]
#[graph_resource(path = "/users/<name>/items/<id>")]
pub struct User {
    pub id: String,
    pub value: Option<i64>,
    #[graph_resource(navigation)]
    pub parent: Option<::std::boxed::Box<User>>,
    #[graph_resource(navigation)]
    pub parts: Option<::std::vec::Vec<User>>,
    pub home: Option<Address>,
    pub kind: Kind,
}

#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq, GraphComplex)]
pub struct Address {
    pub city: Option<String>,
}

#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq, GraphEnum)]
pub enum Kind {
    Member,
    #[graph_resource(unknown)]
    Unknown(String),
}

pub mod nullable {
    use graph_resource::GraphComplex;

    /// Not the `Option` of the prelude, nor anything nullable.
    #[allow(dead_code)]
    type Option = ();

    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    pub struct Address {
        pub city: ::std::option::Option<String>,
        pub street: ::core::option::Option<String>,
    }
}

/// Types of the user's own, named as some of the standard library.
pub mod herd {
    use graph_resource::GraphComplex;

    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    pub struct Cow {
        pub name: Option<String>,
    }

    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    pub struct HashMap {
        pub tiles: Option<i32>,
    }

    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    pub struct SystemTime {
        pub seconds: Option<i64>,
    }

    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    pub struct Farm {
        pub first: Cow,
        pub map: Option<HashMap>,
        pub times: Option<Vec<SystemTime>>,
    }
}

fn main() {
    let _ = herd::FarmPatch::new().first(herd::CowPatch::new().name("a")).clear_map();
    let change = UserPatch::new().value(7).clear_value().home(AddressPatch::new().clear_city()).kind(Kind::Member);
    let _ = User::at("a", "b").update(change);
    let _ = UserPatch::new().bind_parent("a").bind_parts(["b"]).unbind_parent();
    let _ = User::at("a", "b").get().expand(User::props().parent);
    let _ = nullable::AddressPatch::new().city("a").clear_street();
}
