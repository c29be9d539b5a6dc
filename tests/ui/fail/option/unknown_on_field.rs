//! An option that there is not, and none that is near.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(foo)]
    pub display_name: Option<String>,
}

fn main() {}
