//! The struct is used as a value elsewhere: that is no second mistake.

use graph_resource::{GraphComplex, GraphResource};

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Address(pub String);

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    pub home: Option<Address>,
    pub others: Vec<Address>,
}

fn main() {
    let _ = UserPatch::new().home(AddressPatch::new());
}
