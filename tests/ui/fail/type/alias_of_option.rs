//! `Option` is found by its name.

use graph_resource::GraphResource;

type Nullable<T> = Option<T>;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    pub display_name: Nullable<String>,
}

fn main() {}
