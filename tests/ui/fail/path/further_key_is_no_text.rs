//! A part of a key of a type that cannot be shown.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/applications/<id>")]
#[graph_resource(path = "/applications(tags='<tags>')", at = "by_tags")]
pub struct Application {
    pub id: String,
    pub tags: Vec<String>,
}

fn main() {}
