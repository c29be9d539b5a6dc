//! The tag has its own rules.

use graph_resource::{ETag, GraphResource};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(etag, write_only)]
    pub etag: Option<ETag>,
}

fn main() {}
