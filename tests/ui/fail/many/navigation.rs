//! What is said of one relationship is said beside what is said of another.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(navigation, read_only, merge)]
    pub manager: Option<Box<User>>,
    #[graph_resource(navigation)]
    pub reports: Vec<User>,
    #[graph_resource(default, navigation)]
    pub groups: Option<Vec<User>>,
}

fn main() {}
