//! Further paths of resources of every shape.

#![deny(warnings)]
#![allow(dead_code)]

use graph_resource::{GraphResource, GraphValue};

/// Generic, under keys that are raw identifiers, boxed and nullable.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/things/<type>", rename_all = "snake_case")]
#[graph_resource(path = "/things(name='<name>',number=<number>)", at = "by_name", collection = "all_by_name")]
#[graph_resource(path = "/owners/<owner>/thing", at = "of_owner")]
pub struct Thing<T: GraphValue> {
    pub r#type: String,
    pub name: Option<Box<String>>,
    pub number: Option<i32>,
    pub value: T,
}

macro_rules! resource {
    ($name:ident, $first:literal, $second:literal, $at:literal) => {
        #[derive(Clone, Debug, PartialEq, GraphResource)]
        #[graph_resource(path = $first)]
        #[graph_resource(path = $second, at = $at)]
        struct $name {
            id: String,
        }
    };
}

resource!(Event, "/me/events/<id>", "/users/<user>/events/<id>", "at_user");

fn main() {
    let base = "https://graph.microsoft.com/v1.0";
    let thing = Thing::<i64> { r#type: "t".into(), name: Some(Box::new("n".into())), number: None, value: 1 };
    let of = |name| GraphResource::key_of(&thing, name).map(ToString::to_string);
    assert_eq!((of("type").as_deref(), of("name").as_deref(), of("number")), (Some("t"), Some("n"), None));
    let request = Thing::<i64>::by_name("n", 7).get().to_http(base).unwrap();
    assert_eq!(request.uri().path(), "/v1.0/things(name='n',number=7)");
    let request = Event::at_user_collection("ada").list().to_http(base).unwrap();
    assert_eq!(request.uri().path(), "/v1.0/users/ada/events");
}
