//! Two fields for one tag.

use graph_resource::{ETag, GraphResource};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(etag)]
    pub etag: Option<ETag>,
    #[graph_resource(etag)]
    pub tag: Option<ETag>,
}

fn main() {}
