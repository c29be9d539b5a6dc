//! An annotation is no property.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(rename = "members@odata.count")]
    pub count: Option<i64>,
}

fn main() {}
