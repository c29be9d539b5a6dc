//! Every option of a resource.

use graph_resource::{GraphResource, resource::PathPart};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(
    path = "/users/<user>/events/<id>",
    odata_type = "#microsoft.graph.event",
    rename_all = "camelCase",
    partial = "EventAnswer",
    patch = "EventChange",
    props = "EventFields",
    at = "one",
    collection = "many",
    crate = "::graph_resource"
)]
pub struct Event {
    pub id: String,
    pub subject: Option<String>,
}

/// The name that the patch has by default is free.
pub struct EventPatch;

fn main() {
    let _ = (EventPatch, EventAnswer::default(), EventChange::new().subject("x"), EventFields::default_name());
    let base = "https://graph.microsoft.com/v1.0";
    assert_eq!(Event::one("ada", 7).get().to_http(base).unwrap().uri().path(), "/v1.0/users/ada/events/7");
    assert_eq!(Event::many("ada").list().to_http(base).unwrap().uri().path(), "/v1.0/users/ada/events");
    assert!(matches!(Event::PATH, [PathPart::Literal("/users"), PathPart::Key("user"), ..]));
}

impl EventFields {
    fn default_name() -> &'static str {
        Event::props().subject.name()
    }
}
