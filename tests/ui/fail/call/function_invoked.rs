//! A function, invoked as an action.

use graph_resource::{At, GraphComplex, GraphFunction, GraphResource};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct ReminderView {
    pub start_date_time: String,
}

impl GraphFunction for ReminderView {
    type On = At<User>;
    type Output = Vec<String>;
    const NAME: &'static str = "reminderView";
}

fn main() {
    let _ = User::at("1").invoke(ReminderView { start_date_time: String::new() });
}
