//! The default of a moment, which has none.

use graph_resource::{DateTimeOffset, GraphResource};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(default)]
    pub birthday: DateTimeOffset,
}

fn main() {}
