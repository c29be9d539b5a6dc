//! A property of one type is selected of the union.

use graph_resource::{GraphResource, GraphUnion};
use serde_json::{Map, Value};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>", odata_type = "microsoft.graph.user")]
pub struct User {
    pub id: String,
    pub name: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(path = "/directoryObjects/<id>")]
pub enum DirectoryObject {
    #[graph_resource(odata_type = "microsoft.graph.user")]
    User(User),
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

fn main() {
    let _ = DirectoryObject::at("1").get().select(User::props().name);
}
