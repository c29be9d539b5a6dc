//! What an answer named, and what it did not.

use graph_resource::{Bytes, GraphResource};
use serde_json::{Map, Value};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
struct User {
    id: String,
    name: Option<String>,
    enabled: Option<bool>,
    #[graph_resource(default)]
    tags: Vec<String>,
    #[graph_resource(navigation)]
    manager: Option<Box<User>>,
    #[graph_resource(additional)]
    additional: Map<String, Value>,
}

fn answer(body: &str) -> http::Response<Bytes> {
    http::Response::new(Bytes::from(body.to_owned()))
}

#[test]
fn a_whole_resource_tells_what_was_not_named() {
    let p = User::props();
    let user = User::at("1").get().parse(answer(r#"{"tags":[],"name":null,"id":"1"}"#)).unwrap();
    assert!(user.has(p.id) && user.has(p.name) && user.has(p.tags));
    assert!(!user.has(p.enabled) && !user.has(p.manager));
    assert_eq!(user.name, user.enabled.map(|_| String::new()), "both are none, and only one was named so");
    let user = User::at("1").get().parse(answer(r#"{"id":"1","manager":null,"enabled":true}"#)).unwrap();
    assert!(user.has(p.manager) && user.has(p.enabled) && !user.has(p.name) && !user.has(p.tags));
}

#[test]
fn so_do_items_and_partials() {
    let p = User::props();
    let body = r#"{"value":[{"id":"1","enabled":null},{"id":"2","name":"Ada"}]}"#;
    let page = User::collection().list().parse(answer(body)).unwrap();
    assert!(page[0].has(p.enabled) && !page[0].has(p.name));
    assert!(page[1].has(p.name) && !page[1].has(p.enabled));
    let page = User::collection().list().select(p.name).parse(answer(body)).unwrap();
    assert!(page[0].has(p.enabled) && !page[0].has(p.name));
    let created = User::collection().create(&page[1].clone().into_inner()).parse(answer(r#"{"id":"2","tags":[]}"#));
    let created = created.unwrap().fetched().unwrap();
    assert!(created.has(p.tags) && !created.has(p.name));
}

macro_rules! wide {
    ($($field:ident)*) => {
        #[derive(Clone, Debug, PartialEq, GraphResource)]
        #[graph_resource(path = "/wide/<id>")]
        struct Wide { id: String, $($field: Option<i64>,)* }

        fn each(wide: &graph_resource::Fetched<Wide>) -> Vec<bool> {
            let p = Wide::props();
            vec![$(wide.has(p.$field)),*]
        }

        const NAMES: &[&str] = &[$(stringify!($field)),*];
    };
}

wide! {
    a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 b0 b1 b2 b3 b4 b5 b6 b7 b8 b9 c0 c1 c2 c3 c4 c5 c6 c7 c8 c9 d0 d1 d2 d3 d4 d5 d6 d7 d8 d9
    e0 e1 e2 e3 e4 e5 e6 e7 e8 e9 f0 f1 f2 f3 f4 f5 f6 f7 f8 f9 g0 g1 g2 g3 g4 g5 g6 g7 g8 g9
}

#[test]
fn each_of_many_properties_is_told_for_itself() {
    for step in 1..9 {
        let named: Vec<bool> = (0..NAMES.len()).map(|index| index % step == 0).collect();
        let members =
            NAMES.iter().zip(&named).filter(|(_, named)| **named).map(|(name, _)| format!(",\"{name}\":null"));
        let body = format!("{{\"id\":\"1\"{}}}", members.collect::<String>());
        let wide = Wide::at("1").get().parse(answer(&body)).unwrap();
        assert_eq!(each(&wide), named);
    }
}
