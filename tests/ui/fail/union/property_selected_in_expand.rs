//! A property of one type is selected of an expanded union.

use graph_resource::{Expand, GraphResource, GraphUnion};
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

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/groups/<id>")]
pub struct Group {
    pub id: String,
    #[graph_resource(navigation)]
    pub members: Option<Vec<DirectoryObject>>,
}

fn main() {
    let _ = Group::at("1").get().expand(Expand::of(Group::props().members).select(User::props().name));
}
