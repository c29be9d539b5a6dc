//! A complex value has no version of its own.

use graph_resource::{ETag, GraphComplex};

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Address {
    #[graph_resource(etag)]
    pub etag: Option<ETag>,
}

fn main() {}
