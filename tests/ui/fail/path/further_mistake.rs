//! A mistake in a further path.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/events/<id>")]
#[graph_resource(path = "/users/<user>/events/{id}", at = "at_user")]
pub struct Event {
    pub id: String,
}

fn main() {}
