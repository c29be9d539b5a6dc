//! Properties named as methods of the patch, of its traits, and of what it derefs to.

use graph_resource::{GraphComplex, GraphPatch, GraphResource};

#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct Names {
    pub default: Option<String>,
    pub clone: Option<bool>,
    pub fmt: Option<String>,
    pub eq: i64,
    pub merge: Option<String>,
    pub apply: Option<String>,
    pub diff: Option<String>,
    pub is_empty: Option<bool>,
    pub deref: Option<String>,
    pub serialize: Option<String>,
    pub deserialize: Option<String>,
    pub from_partial: Option<String>,
    pub into_partial: Option<String>,
    pub apply_to: Option<String>,
    pub complete: Option<String>,
    pub additional: Option<String>,
    pub additional_mut: Option<String>,
    pub etag: Option<String>,
    pub insert: Option<String>,
    pub visit_properties: Option<String>,
    pub into: Option<String>,
    #[graph_resource(rename = "self")]
    pub this: Option<String>,
    #[graph_resource(rename = "Self")]
    pub self_type: Option<String>,
    #[graph_resource(rename = "super")]
    pub above: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<key>")]
pub struct User {
    pub key: String,
    pub default: Option<String>,
    pub clone: i64,
    pub path: Option<String>,
    pub at: Option<String>,
    pub props: Option<String>,
    pub names: Option<Names>,
    pub is_empty: Option<bool>,
    #[graph_resource(additional)]
    pub more: serde_json::Map<String, serde_json::Value>,
}

fn main() {
    let names = NamesPatch::new().default("a").eq(7).is_empty(true).clear_clone().clear_additional().this("x");
    let patch = UserPatch::new().default("a").clone(7).names(names).at("b").props("c");
    assert!(!GraphPatch::is_empty(&patch));
    let _ = User::at("a").update(patch);
}
