//! A partial is tracked.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    pub name: Option<String>,
}

fn main() {
    let answer = graph_resource::http::Response::new(graph_resource::Bytes::new());
    let partial = User::at("1").get().select(User::props().name).parse(answer).unwrap();
    partial.track();
}
