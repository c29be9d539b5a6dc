//! A further path whose function has no name.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/applications/<id>")]
#[graph_resource(path = "/applications(appId='<app_id>')")]
pub struct Application {
    pub id: String,
    pub app_id: String,
}

fn main() {}
