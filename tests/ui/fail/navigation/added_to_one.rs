//! A relationship to one entity is set.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(navigation)]
    pub manager: Option<Box<User>>,
    #[graph_resource(navigation)]
    pub reports: Option<Vec<User>>,
}

fn main() {
    let _ = User::at("1").navigation(User::props().manager).add("users/2");
}
