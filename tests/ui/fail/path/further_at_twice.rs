//! Two paths of one `at`.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/events/<id>")]
#[graph_resource(path = "/users/<user>/events/<id>", at = "at_other")]
#[graph_resource(path = "/groups/<group>/events/<id>", at = "at_other")]
pub struct Event {
    pub id: String,
}

fn main() {}
