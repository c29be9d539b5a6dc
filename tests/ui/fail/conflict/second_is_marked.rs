//! The caret is on the second, whichever it is.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(create_only)]
    #[graph_resource(read_only)]
    pub home: Option<String>,
}

fn main() {}
