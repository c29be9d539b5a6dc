//! A resource comes with its version, as `Fetched`.

use graph_resource::{At, GraphAction, GraphComplex, GraphResource};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/events/<id>")]
pub struct Event {
    pub id: String,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Copy {}

impl GraphAction for Copy {
    type On = At<Event>;
    type Output = Event;
    const NAME: &'static str = "copy";
}

fn main() {}
