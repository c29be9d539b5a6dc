//! A relationship of a complex type has no setter: no request changes it.

use graph_resource::{GraphComplex, GraphResource};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Share {
    #[graph_resource(navigation)]
    pub owner: Option<User>,
}

fn main() {
    let _ = SharePatch::new().owner(User { id: "1".into() });
}
