//! A further path that ends in a placeholder of no field.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/events/<id>")]
#[graph_resource(path = "/users/<user>/events/<ids>", at = "at_user")]
pub struct Event {
    pub id: String,
}

fn main() {}
