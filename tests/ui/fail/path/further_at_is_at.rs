//! A further path of the name that the first has.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/applications/<id>")]
#[graph_resource(path = "/applications(id='<id>')", at = "at")]
pub struct Application {
    pub id: String,
}

fn main() {}
