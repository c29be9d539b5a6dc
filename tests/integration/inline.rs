//! The options `navigation, inline`: a relationship whose entities stand in the bodies of patches too.

use graph_resource::{Field, GraphComplex, GraphPatch, GraphResource};

use crate::support::{answer, body_of, line_of, read, write};

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Extension {
    id: String,
    value: Option<String>,
    #[graph_resource(read_only)]
    changed: Option<String>,
    #[graph_resource(create_only)]
    kind: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/messages/<id>")]
struct Message {
    id: String,
    subject: Option<String>,
    #[graph_resource(navigation, inline)]
    extensions: Option<Vec<Extension>>,
    #[graph_resource(navigation, inline, rename = "main")]
    first: Option<Box<Extension>>,
    #[graph_resource(navigation)]
    folder: Option<Box<Message>>,
}

fn extension(id: &str, value: Option<&str>) -> Extension {
    Extension { id: id.into(), value: value.map(Into::into), changed: Some("now".into()), kind: Some("k".into()) }
}

fn message() -> Message {
    Message { id: "1".into(), subject: None, extensions: None, first: None, folder: None }
}

const BODY: &str = r#"{"extensions":[{"id":"String {a} Name b","value":"x","kind":"k"},{"id":"c","kind":"k"}],"main":{"id":"d","value":"y","kind":"k"}}"#;

fn patch() -> MessagePatch {
    let all = vec![extension("String {a} Name b", Some("x")), extension("c", None)];
    MessagePatch::new().extensions(all).first(extension("d", Some("y")).into())
}

#[test]
fn a_patch_says_whole_entities_with_their_keys() {
    assert_eq!(write(&patch()), BODY);
    assert_eq!(body_of(&Message::at("1").update(patch())), BODY);
    assert!(patch().names().eq(["extensions", "main"]));
    assert_eq!(write(&MessagePatch::new().extensions(Vec::new())), r#"{"extensions":[]}"#);
}

#[test]
fn a_patch_is_read_again() {
    let read_again: MessagePatch = read(BODY);
    assert_eq!(write(&read_again), BODY);
    let mut message = message();
    message.apply(read_again);
    let extensions = message.extensions.as_ref().unwrap();
    assert_eq!((extensions[0].id.as_str(), extensions[0].value.as_deref()), ("String {a} Name b", Some("x")));
    assert_eq!(message.first.as_ref().unwrap().kind.as_deref(), Some("k"));
    for text in [
        r#"{"extensions":[{"id":"a","changed":"x"}]}"#,
        r#"{"extensions":[{"id":"a","valeu":"x"}]}"#,
        r#"{"main":null}"#,
        r#"{"folder":{"id":"a"}}"#,
    ] {
        assert!(serde_json::from_str::<MessagePatch>(text).is_err(), "{text}");
    }
}

#[test]
fn a_creation_says_them_too() {
    let new =
        Message { extensions: Some(vec![extension("a", Some("x"))]), ..Message { id: String::new(), ..message() } };
    let body = r#"{"extensions":[{"id":"a","value":"x","kind":"k"}]}"#;
    assert_eq!(body_of(&Message::collection().create(&new)), body);
    let partial = MessagePartial { extensions: Field::Value(Vec::new()), ..MessagePartial::default() };
    assert_eq!(body_of(&Message::collection().create(&partial)), r#"{"extensions":[]}"#);
}

#[test]
fn a_difference_says_the_field() {
    let mut old = message();
    old.extensions = Some(vec![extension("a", Some("x")), extension("b", None)]);
    let mut new = old.clone();
    assert!(GraphPatch::is_empty(&old.diff(&new)));
    new.extensions.as_mut().unwrap()[1].value = Some("y".into());
    new.first = Some(extension("c", None).into());
    let changes = old.diff(&new);
    let body = r#"{"extensions":[{"id":"a","value":"x","kind":"k"},{"id":"b","value":"y","kind":"k"}],"main":{"id":"c","kind":"k"}}"#;
    assert_eq!(write(&changes), body);
    let mut changed = old.clone();
    changed.apply(changes);
    assert_eq!(changed, new);
    new.extensions = None;
    assert_eq!(write(&old.diff(&Message { first: None, ..new })), "{}", "no patch takes them away");
}

#[test]
fn it_is_still_expanded_and_bound() {
    let get = Message::at("1").get().expand(Message::props().extensions);
    assert_eq!(line_of(&get), "GET /me/messages/1?$expand=extensions");
    assert_eq!(line_of(&Message::at("1").get().select_declared()), "GET /me/messages/1?$select=id,subject");
    let text = r#"{"id":"1","extensions":[{"id":"a","value":"x","changed":"c"}],"main":null}"#;
    let fetched = get.parse(answer(200, text)).unwrap();
    assert_eq!(fetched.extensions.as_ref().unwrap()[0].changed.as_deref(), Some("c"));
    let mut tracked = fetched.track();
    assert!(!tracked.is_changed());
    tracked.extensions.as_mut().unwrap()[0].value = None;
    let request = tracked.save_request().unwrap().unwrap();
    assert_eq!(body_of(&request), r#"{"extensions":[{"id":"a"}]}"#);
    let bound = MessagePatch::new().bind_first("extensions/1").bind_extensions(["extensions/2"]);
    assert_eq!(write(&bound), r#"{"extensions@odata.bind":["extensions/2"],"main@odata.bind":"extensions/1"}"#);
}

#[test]
fn a_later_patch_says_all_of_it() {
    let mut first = patch();
    first.merge(MessagePatch::new().first(extension("e", None).into()));
    first.merge(read(r#"{"main":{"id":"f"},"extensions":[]}"#));
    assert_eq!(write(&first), r#"{"extensions":[],"main":{"id":"f"}}"#);
    let mut message = message();
    message.apply(first);
    assert_eq!(message.first.unwrap().id, "f");
}

/// A complex value that is replaced says its relationship where it is set, and never null.
#[test]
fn a_complex_value_holds_some() {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    struct Body {
        text: Option<String>,
        #[graph_resource(navigation, inline)]
        extensions: Option<Vec<Extension>>,
    }
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/posts/<id>")]
    struct Post {
        id: String,
        body: Option<Body>,
    }
    let body = |extensions| Body { text: None, extensions };
    let patch = PostPatch::new().body(body(Some(vec![extension("a", None)])));
    assert_eq!(write(&patch), r#"{"body":{"text":null,"extensions":[{"id":"a","kind":"k"}]}}"#);
    assert_eq!(write(&PostPatch::new().body(body(None))), r#"{"body":{"text":null}}"#);
    let patch = PostPatch::new().body(BodyPatch::new().extensions(Vec::new()));
    assert_eq!(write(&patch), r#"{"body":{"extensions":[]}}"#);
}
