//! An annotation of an answer has no setter.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/items/<id>")]
pub struct Item {
    pub id: String,
    #[graph_resource(annotation = "@microsoft.graph.downloadUrl")]
    pub download_url: Option<String>,
}

fn main() {
    let _ = ItemPatch::new().download_url("https://contoso.example");
}
