//! Whether a relationship leads to one or to many is read off its type, as it is written.

use graph_resource::GraphResource;

type Users = Vec<User>;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(navigation)]
    pub reports: Option<Users>,
}

fn main() {}
