//! Annotations of an object that carry data: as a field, and asked for by name.

use graph_resource::{Fetched, Field, GraphComplex, GraphPatch, GraphResource, Partial};
use serde_json::{Map, Value, json};

use crate::support::{answer, body_of, line_of, read, write};

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Photo {
    #[graph_resource(annotation = "@odata.mediaContentType")]
    content_type: Option<String>,
    width: i64,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/drives/<drive>/items/<id>")]
struct Item {
    id: String,
    name: Option<String>,
    #[graph_resource(annotation = "@microsoft.graph.downloadUrl")]
    download_url: Option<String>,
    #[graph_resource(annotation = "@content.tags")]
    tags: Option<Vec<String>>,
    photo: Option<Photo>,
    #[graph_resource(additional)]
    more: Map<String, Value>,
}

const TEXT: &str = r#"{"@odata.context":"c","@microsoft.graph.downloadUrl":"https://a.example/1?t=x","id":"i","name":"a","@content.tags":["x"],"photo":{"width":1,"@odata.mediaContentType":"image/png"},"@other":1,"size":3}"#;

fn item(text: &str) -> Fetched<Item> {
    Item::at("d", "i").get().parse(answer(200, text.to_owned())).unwrap()
}

#[test]
fn an_annotation_is_read_into_its_field() {
    let item = item(TEXT).into_inner();
    assert_eq!(item.download_url.as_deref(), Some("https://a.example/1?t=x"));
    assert_eq!(item.tags, Some(vec!["x".to_owned()]));
    assert_eq!(item.photo.as_ref().unwrap().content_type.as_deref(), Some("image/png"));
    assert_eq!(Value::Object(item.more.clone()), json!({"size": 3}), "it is held once");
    // The local form keeps all of it.
    let local = r#"{"id":"i","name":"a","@microsoft.graph.downloadUrl":"https://a.example/1?t=x","@content.tags":["x"],"photo":{"@odata.mediaContentType":"image/png","width":1},"size":3}"#;
    assert_eq!(write(&item), local);
    assert_eq!(read::<Item>(local), item);
    let partial = ItemPartial::from_answer(TEXT.as_bytes()).unwrap();
    assert_eq!(partial.download_url.value().as_deref(), Some("https://a.example/1?t=x"));
    assert_eq!(ItemPartial::from_answer(b"{}").unwrap().download_url, Field::Absent);
    assert_eq!(self::item(r#"{"id":"i"}"#).download_url, None);
    assert!(
        Item::at("d", "i").get().parse(answer(200, r#"{"id":"i","@content.tags":["a"],"@content.tags":[]}"#)).is_err()
    );
}

#[test]
fn an_annotation_is_in_no_body() {
    let old = item(TEXT).into_inner();
    assert_eq!(body_of(&Item::collection("d").create(&old)), r#"{"id":"i","name":"a","photo":{"width":1},"size":3}"#);
    let mut new = old.clone();
    new.download_url = Some("https://a.example/2".into());
    new.photo.as_mut().unwrap().content_type = None;
    assert!(GraphPatch::is_empty(&old.diff(&new)), "what only an answer says is no change");
    new.photo.as_mut().unwrap().width = 2;
    let patch = old.diff(&new);
    assert_eq!(write(&patch), r#"{"photo":{"width":2}}"#);
    assert!(patch.names().eq(["photo"]));
    let patch: ItemPatch = read(r#"{"@microsoft.graph.downloadUrl":"x","name":"b"}"#);
    assert_eq!(write(&patch), r#"{"name":"b"}"#);
}

#[test]
fn an_answer_renews_it() {
    let mut item = item(TEXT).into_inner();
    item.merge(ItemPartial::from_answer(br#"{"@microsoft.graph.downloadUrl":"https://a.example/2"}"#).unwrap());
    assert_eq!(item.download_url.as_deref(), Some("https://a.example/2"));
    let patch = ItemPatch::new().name("b");
    item.apply(patch);
    assert_eq!(item.download_url.as_deref(), Some("https://a.example/2"));
}

#[test]
fn it_is_never_a_change() {
    let mut item = item(TEXT).track();
    item.download_url = None;
    item.photo.as_mut().unwrap().content_type = None;
    assert!(!item.is_changed());
    assert!(item.save_request().unwrap().is_none());
}

#[test]
fn it_comes_unasked() {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/me/drive/items/<id>")]
    struct Closed {
        id: String,
        name: Option<String>,
        #[graph_resource(annotation = "@microsoft.graph.downloadUrl")]
        download_url: Option<String>,
    }
    assert_eq!(line_of(&Closed::at("1").get().select_declared()), "GET /me/drive/items/1?$select=id,name");
    // Other annotations are passed over, in a patch too.
    let closed: ClosedPatch = read(r#"{"@odata.id":"x","@a.b":1,"name":"b"}"#);
    assert_eq!(write(&closed), r#"{"name":"b"}"#);
}

#[test]
fn an_annotation_is_asked_for_by_name() {
    let fetched = item(TEXT);
    assert_eq!(fetched.annotation("@microsoft.graph.downloadUrl").unwrap(), "https://a.example/1?t=x");
    assert_eq!(fetched.annotation("@content.tags"), Some(&json!(["x"])));
    assert_eq!(fetched.annotation("@other").and_then(Value::as_i64), Some(1));
    for name in ["@odata.context", "@odata.mediaContentType", "name", "@microsoft.graph.downloadurl", ""] {
        assert_eq!(fetched.annotation(name), None, "{name}");
    }
    assert!(!format!("{fetched:?}").contains("@other\": "), "a link may hold a token");
    assert_eq!(item(r#"{"id":"i","@a":null}"#).annotation("@a"), Some(&Value::Null));
    assert_eq!(item(r#"{"id":"i","name":"@a.b"}"#).annotation("@a.b"), None);
}

#[test]
fn annotations_and_links_are_told_together() {
    let text = r#"{"id":"i","kids":[{"@b":2,"sub@odata.nextLink":"n"}],"kids@odata.nextLink":"m","@a":{"x@odata.count":1,"@c":3}}"#;
    let fetched = item(text);
    assert_eq!(fetched.annotation("@a"), Some(&json!({"x@odata.count": 1, "@c": 3})));
    assert_eq!(fetched.annotation("@b"), None, "of what is inside, its own");
    assert_eq!((fetched.next_link_of("kids"), fetched.next_link_of("kids[0].sub")), (Some("m"), Some("n")));
}

#[test]
fn each_item_of_a_page_has_its_own() {
    let text = r#"{"@odata.context":"c","@page":0,"value":[{"id":"1","@microsoft.graph.downloadUrl":"a"},{"id":"2"},{"@microsoft.graph.downloadUrl":"b","id":"3"}]}"#;
    let page = Item::collection("d").list().parse(answer(200, text)).unwrap();
    let urls: Vec<_> = page.iter().map(|item| item.annotation("@microsoft.graph.downloadUrl")).collect();
    assert_eq!(urls, [Some(&json!("a")), None, Some(&json!("b"))]);
    assert!(page.iter().all(|item| item.annotation("@page").is_none()));
    assert_eq!(page[2].download_url.as_deref(), Some("b"));
}
