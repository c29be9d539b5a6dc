//! A placeholder in two places, one of them in parentheses.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/applications(appId='<id>')/owners/<id>")]
pub struct Application {
    pub id: String,
}

fn main() {}
