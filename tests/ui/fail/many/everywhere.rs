//! Mistakes of the struct, of the path and of a field.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "users/<key>", odata_type = "user", foo)]
pub struct User {
    #[graph_resource(etag)]
    pub id: Option<String>,
    #[graph_resource(rename = "")]
    pub name: String,
}

fn main() {}
