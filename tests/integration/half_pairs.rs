//! Texts that end in half of a surrogate pair, as JavaScript and .NET write a text that was cut there.

use std::collections::BTreeMap;

use graph_resource::delta::{DeltaItem, Round};
use graph_resource::{GraphComplex, GraphFunction, GraphResource, GraphUnion, Partial as _};
use serde_json::{Map, Value};

use crate::support::{answer, answer_with};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/messages/<id>")]
struct Message {
    id: String,
    body_preview: Option<String>,
    from: Option<Sender>,
    labels: Vec<String>,
    notes: BTreeMap<String, String>,
    item: Option<Item>,
    #[graph_resource(additional)]
    more: Map<String, Value>,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Sender {
    name: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphUnion)]
enum Item {
    #[graph_resource(odata_type = "test.named")]
    Named(Sender),
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Title {}
impl GraphFunction for Title {
    type On = graph_resource::At<Message>;
    type Output = String;
    const NAME: &'static str = "title";
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/messages/<id>")]
struct Short {
    id: String,
}

/// With the type behind the members, so that they are read a second time.
const MESSAGE: &str = r##"{"id":"1","bodyPreview":"Hi \ud83d","from":{"name":"\uDE00 \ud83d\ude00"},"labels":["\ud83d"],
    "notes":{"a":"\ud83d\ud83d\ude00"},"item":{"name":"\ud83d","@odata.type":"#test.named"},"other":["\ud83d",1.5]}"##;

fn message() -> Message {
    Message {
        id: "1".to_owned(),
        body_preview: Some("Hi \u{fffd}".to_owned()),
        from: Some(Sender { name: Some("\u{fffd} \u{1f600}".to_owned()) }),
        labels: vec!["\u{fffd}".to_owned()],
        notes: BTreeMap::from([("a".to_owned(), "\u{fffd}\u{1f600}".to_owned())]),
        item: Some(Item::Named(Sender { name: Some("\u{fffd}".to_owned()) })),
        more: Map::from_iter([("other".to_owned(), serde_json::json!(["\u{fffd}", 1.5]))]),
    }
}

#[test]
fn a_half_is_read_as_the_replacement_character_wherever_it_stands() {
    let fetched = Message::at("1").get().parse(answer(200, MESSAGE)).unwrap();
    assert_eq!(*fetched, message());
    let page = format!(r#"{{"value":[{MESSAGE},{MESSAGE}]}}"#);
    let page = Message::collection().list().parse(answer(200, page)).unwrap();
    assert!(page.len() == 2 && page.iter().all(|one| **one == message()));
    let partial = MessagePartial::from_answer(MESSAGE.as_bytes()).unwrap();
    assert_eq!(partial.body_preview.as_ref().value().map(String::as_str), Some("Hi \u{fffd}"));
}

#[test]
fn so_it_is_in_changes_in_the_outcome_of_a_function_and_among_what_nobody_asked_for() {
    let changes =
        format!(r#"{{"value":[{MESSAGE}],"@odata.deltaLink":"https://graph.microsoft.com/v1.0/me/messages/delta?x"}}"#);
    let round = Message::collection().delta().parse(answer(200, changes)).unwrap();
    let Round::End(items, _) = round else { panic!("not the end") };
    let [DeltaItem::Entry(entry)] = &*items else { panic!("{items:?}") };
    assert_eq!(entry.labels.as_deref(), Some(&["\u{fffd}".to_owned()][..]));

    let title = Message::at("1").call(Title {}).parse(answer(200, r#"{"value":"a\ud83d"}"#)).unwrap();
    assert_eq!(title, "a\u{fffd}");

    let short = Short::at("1").get().parse(answer(200, MESSAGE)).unwrap();
    assert_eq!(short.id, "1");
}

#[test]
fn what_was_read_so_and_not_changed_is_not_sent() {
    let response = answer_with(200, &[("etag", "\"1\"")], MESSAGE);
    let mut tracked = Message::at("1").get().parse(response).unwrap().track();
    assert!(!tracked.is_changed());
    tracked.from = None;
    assert!(tracked.changes().names().eq(["from"]));
}

#[test]
fn another_fault_is_told_as_ever() {
    let error = Message::at("1").get().parse(answer(200, r#"{"id":1,"bodyPreview":"\ud83d"}"#)).unwrap_err();
    assert_eq!(error.path(), Some("id"));
    let error = Message::at("1").get().parse(answer(200, r#"{"id":"1","bodyPreview":"\ud83"}"#)).unwrap_err();
    assert_eq!(error.kind(), graph_resource::ErrorKind::Decode);
}

#[test]
fn an_error_with_a_text_that_was_cut_keeps_its_code() {
    let body = r#"{"error":{"code":"nameAlreadyExists","message":"There is a \ud83d.","target":"name"}}"#;
    let error = Message::at("1").get().parse(answer(409, body)).unwrap_err();
    assert_eq!((error.code(), error.target()), (Some("nameAlreadyExists"), Some("name")));
    assert!(error.to_string().contains("There is a \u{fffd}"), "{error}");
}
