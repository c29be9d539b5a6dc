//! A name that a further collection has by default.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/events/<id>", collection = "at_user_collection")]
#[graph_resource(path = "/users/<user>/events/<id>", at = "at_user")]
pub struct Event {
    pub id: String,
}

fn main() {}
