//! A fetched resource is changed in place. The words are rustc's own; the page on `Fetched` says what to do.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    pub name: Option<String>,
}

fn main() {
    let answer = graph_resource::http::Response::new(graph_resource::Bytes::new());
    let mut fetched = User::at("1").get().parse(answer).unwrap();
    fetched.name = None;
}
