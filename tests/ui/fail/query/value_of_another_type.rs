//! A value of another type than the property's, once for each type.

#![allow(unused)]

use graph_resource::{DateTimeOffset, Expand, Filter, FlagSet, GraphComplex, GraphEnum, GraphResource, item};

#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum Kind {
    Low,
    #[graph_resource(unknown)]
    Unknown(String),
}

#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum Other {
    Low,
    #[graph_resource(unknown)]
    Unknown(String),
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Home {
    pub city: Option<String>,
    pub floors: Vec<i32>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    pub age: i32,
    pub mail: Option<String>,
    pub is_on: Option<bool>,
    pub seen: DateTimeOffset,
    pub kind: Option<Kind>,
    pub flags: FlagSet<Kind>,
    pub tags: Vec<String>,
    pub home: Option<Home>,
    pub homes: Vec<Home>,
    #[graph_resource(navigation)]
    pub manager: Option<Box<User>>,
    #[graph_resource(navigation)]
    pub reports: Option<Vec<User>>,
    #[graph_resource(opaque)]
    pub site: Option<std::net::IpAddr>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/groups/<id>")]
pub struct Group {
    pub id: String,
    pub mail: Option<String>,
    #[graph_resource(navigation)]
    pub members: Option<Vec<User>>,
}

fn main() {
    let p = User::props();
    let _ = p.age.eq("5");
    let _ = p.age.eq(5_i64);
    let _ = p.id.eq(5);
    let _ = p.mail.ne(true);
    let _ = p.mail.eq(None::<String>);
    let _ = p.mail.eq(Some("a"));
    let _ = p.is_on.eq(1);
    let _ = p.is_on.eq("true");
    let _ = p.seen.ge("2023-09-25T09:25:00Z");
    let _ = p.seen.lt(5);
    let _ = p.kind.eq("low");
    let _ = p.kind.eq(Other::Low);
    let _ = p.flags.has(Other::Low);
    let _ = p.age.is_one_of(["1"]);
    let _ = p.mail.is_one_of([1]);
    let _ = p.mail.starts_with(5);
    let _ = p.home.member(Home::props().city).eq(5);
}
