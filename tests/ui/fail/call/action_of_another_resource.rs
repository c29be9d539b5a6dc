//! An action that is bound to an event, invoked on a user.

use graph_resource::{At, GraphAction, GraphComplex, GraphResource};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/events/<id>")]
pub struct Event {
    pub id: String,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Accept {
    pub comment: Option<String>,
}

impl GraphAction for Accept {
    type On = At<Event>;
    type Output = ();
    const NAME: &'static str = "accept";
}

fn main() {
    let _ = User::at("1").invoke(Accept { comment: None });
}
