//! What is asked of a request that cannot do it.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
}

fn main() {
    let user = User { id: String::new() };
    let _ = User::collection().list().if_match("W/1");
    let _ = User::collection().create(&user).select_declared();
    let _ = User::at("1").get().return_representation();
    let _ = User::at("1").delete().return_minimal();
}
