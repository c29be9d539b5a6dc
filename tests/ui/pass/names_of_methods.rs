//! Properties named as methods of the patch, of its traits, and of what it derefs to.

use graph_resource::{ETag, GraphComplex, GraphPatch, GraphResource};

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

/// What a patch never says hides no method of the patch.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/items/<is_empty>")]
pub struct Item {
    pub is_empty: String,
    #[graph_resource(etag)]
    pub clone: Option<ETag>,
    #[graph_resource(annotation = "@microsoft.graph.names")]
    pub names: Option<String>,
    #[graph_resource(read_only)]
    pub new: Option<bool>,
    #[graph_resource(create_only)]
    pub merge: Option<bool>,
    #[graph_resource(read_only)]
    pub set_title: Option<String>,
    #[graph_resource(create_only)]
    pub bind_owner: Option<String>,
    #[graph_resource(read_only)]
    pub clear_more: Option<String>,
    #[graph_resource(read_only)]
    pub created: Option<String>,
    pub title: Option<String>,
    #[graph_resource(navigation)]
    pub owner: Option<User>,
    #[graph_resource(additional)]
    pub more: serde_json::Map<String, serde_json::Value>,
}

/// Nor one of a user's trait, nor the field itself.
trait Created {
    fn created(&self) -> Option<&str>;
}

impl Created for ItemPatch {
    fn created(&self) -> Option<&str> {
        self.created.as_ref().value().map(String::as_str)
    }
}

fn items() {
    let mut patch = ItemPatch::new().set_title(Some("a")).bind_owner(User::at("b")).clear_more("c");
    patch.merge(ItemPatch::default().clone());
    assert!(!patch.is_empty());
    assert_eq!(patch.names().count(), 3);
    assert_eq!(patch.created(), None);
}

fn main() {
    items();
    let names = NamesPatch::new().default("a").eq(7).is_empty(true).clear_clone().clear_additional().this("x");
    let patch = UserPatch::new().default("a").clone(7).names(names).at("b").props("c");
    assert!(!GraphPatch::is_empty(&patch));
    let _ = User::at("a").update(patch);
}
