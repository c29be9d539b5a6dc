//! What a difference says of what is gone: a secret that is forgotten is no change, a key that is removed is one.

use std::collections::BTreeMap;

use graph_resource::{GraphComplex, GraphResource};
use serde_json::{Value, json};

use crate::support::{answer, answer_with, body_of, client, read, write};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/safes/<id>")]
struct Safe {
    id: String,
    name: Option<String>,
    #[graph_resource(write_only)]
    password: Option<String>,
    door: Option<Door>,
    #[graph_resource(merge)]
    hatch: Option<Door>,
}

#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
struct Door {
    color: Option<String>,
    #[graph_resource(write_only)]
    code: Option<String>,
    #[graph_resource(default)]
    labels: BTreeMap<String, i32>,
    frame: Option<Frame>,
}

#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
struct Frame {
    tags: Option<BTreeMap<String, BTreeMap<String, bool>>>,
    width: Option<i32>,
}

fn changed(old: &str, new: &str) -> Value {
    let (old, new): (Safe, Safe) = (read(old), read(new));
    let patch = old.diff(&new);
    let mut reached = old.clone();
    reached.apply(patch.clone());
    assert!(reached.diff(&new).is_empty(), "nothing is left to say");
    serde_json::to_value(patch).unwrap()
}

#[tokio::test]
async fn a_password_is_sent_once_and_may_be_forgotten() {
    let answers =
        [answer(200, r#"{"id":"1","name":"a","password":null}"#), answer(204, ""), answer(204, ""), answer(204, "")];
    let client = client(answers);
    let mut safe = client.send(Safe::at("1").get()).await.unwrap().track();
    safe.password = Some("secret".into());
    safe.save(&client).await.unwrap();
    safe.password = None;
    assert!(!safe.is_changed());
    safe.save(&client).await.unwrap();
    safe.name = None;
    safe.save(&client).await.unwrap();
    let bodies: Vec<_> =
        client.transport().sent().into_iter().map(|sent| sent.body).filter(|body| !body.is_empty()).collect();
    assert_eq!(bodies, [r#"{"password":"secret"}"#, r#"{"name":null}"#]);
    // To clear it is to say so.
    assert_eq!(body_of(&Safe::at("1").update(SafePatch::new().clear_password())), r#"{"password":null}"#);
}

#[test]
fn a_secret_in_a_value_is_not_cleared_with_another_change() {
    let known = r#"{"id":"1","door":{"color":"red","code":"1"},"hatch":{"color":"red","code":"1"}}"#;
    let door = json!({ "color": "blue", "labels": {}, "frame": null });
    let hatch = json!({ "color": "blue" });
    let forgotten = r#"{"id":"1","door":{"color":"blue"},"hatch":{"color":"blue"}}"#;
    assert_eq!(changed(known, forgotten), json!({ "door": door, "hatch": hatch }));
    // What was never known is not cleared either.
    let unknown = r#"{"id":"1","door":{"color":"red"},"hatch":{"color":"red"}}"#;
    assert_eq!(changed(unknown, forgotten), json!({ "door": door, "hatch": hatch }));
    assert_eq!(changed(known, r#"{"id":"1","door":{"color":"red"},"hatch":{"color":"red"}}"#), json!({}));
    // A new secret is sent, and so is a value as a whole that a setter was given.
    let renewed = r#"{"id":"1","door":{"color":"red","code":"2"},"hatch":{"color":"red","code":"1"}}"#;
    assert_eq!(changed(known, renewed)["door"]["code"], "2");
    let whole = SafePatch::new().door(Door::default());
    assert_eq!(write(&whole), r#"{"door":{"color":null,"code":null,"labels":{},"frame":null}}"#);
}

#[test]
fn a_key_that_is_gone_is_named_in_a_value_that_is_replaced() {
    let old = r#"{"id":"1","door":{"color":"red","code":"1","labels":{"k":1,"l":2},"frame":{"width":1}}}"#;
    let new = r#"{"id":"1","door":{"color":"red","code":"1","labels":{"l":2},"frame":{"width":1}}}"#;
    let frame = json!({ "tags": null, "width": 1 });
    assert_eq!(
        changed(old, new),
        json!({ "door": { "color": "red", "code": "1", "labels": { "k": null, "l": 2 }, "frame": frame } })
    );
    // Deeper, and in a dictionary of dictionaries.
    let old = r#"{"id":"1","door":{"frame":{"tags":{"a":{"x":true,"y":true},"b":{}},"width":1}}}"#;
    let new = r#"{"id":"1","door":{"frame":{"tags":{"a":{"x":true}}}}}"#;
    let frame = json!({ "tags": { "a": { "x": true, "y": null }, "b": null }, "width": null });
    assert_eq!(changed(old, new), json!({ "door": { "color": null, "labels": {}, "frame": frame } }));
}

#[tokio::test]
async fn a_saved_removal_is_no_change_any_more() {
    let text = r#"{"id":"1","door":{"color":"red","code":"1","labels":{"k":1,"l":2}}}"#;
    let client = client([answer_with(200, &[("etag", "\"1\"")], text), answer(204, "")]);
    let mut safe = client.send(Safe::at("1").get()).await.unwrap().track();
    safe.door.as_mut().unwrap().labels.remove("k");
    safe.save(&client).await.unwrap();
    assert!(!safe.is_changed());
    assert_eq!(safe.door.as_ref().unwrap().labels, [("l".to_owned(), 2)].into());
}
