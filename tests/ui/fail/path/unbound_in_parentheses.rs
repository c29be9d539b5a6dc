//! A placeholder in parentheses that names no field.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/applications(appId='<appId>')")]
pub struct Application {
    pub app_id: String,
}

fn main() {}
