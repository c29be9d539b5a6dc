//! A read-only property has no setter.

use graph_resource::{GraphComplex, GraphResource};

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Address {
    pub city: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    pub version: i64,
    pub display_name: Option<String>,
    pub tags: Vec<String>,
    pub home: Option<Address>,
    #[graph_resource(read_only)]
    pub created: Option<String>,
    #[graph_resource(create_only)]
    pub kind: Option<String>,
}

fn main() {
    let _ = UserPatch::new().created("today").display_name("Ada");
}
