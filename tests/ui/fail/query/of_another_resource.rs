//! A property of another resource than the one that is asked for.

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
    let users = || User::collection().list();
    let _ = users().filter(Group::props().mail.eq("a"));
    let _ = users().order_by(Group::props().mail);
    let _ = users().order_by(Group::props().mail.descending());
    let _ = users().search(Group::props().mail.search("a"));
    let _ = users().select(Group::props().mail);
    let _ = users().expand(Group::props().members);
    let _ = users().expand(Expand::of(p.reports).filter(Group::props().mail.eq("a")));
    let _ = users().expand(Expand::of(p.reports).order_by(Group::props().mail));
    let _ = users().expand(Expand::of(p.reports).select(Group::props().mail));
    let _ = users().filter(Home::props().city.eq("a"));
}
