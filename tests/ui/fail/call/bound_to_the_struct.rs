//! Bound to the struct itself, neither to one resource nor to a collection.

use graph_resource::{GraphAction, GraphComplex, GraphResource};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/events/<id>")]
pub struct Event {
    pub id: String,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Accept {}

impl GraphAction for Accept {
    type On = Event;
    type Output = ();
    const NAME: &'static str = "accept";
}

fn main() {}
