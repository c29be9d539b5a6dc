//! The entity tag has no setter.

use graph_resource::{ETag, GraphResource};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/items/<id>")]
pub struct Item {
    pub id: String,
    #[graph_resource(etag)]
    pub tag: Option<ETag>,
}

fn main() {
    let _ = ItemPatch::new().tag(ETag::from("W/\"1\""));
}
