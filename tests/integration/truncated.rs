//! Answers that say less of a value than the whole of it.

use std::collections::BTreeMap;

use graph_resource::{ErrorKind, Field, GraphComplex, GraphResource, GraphUnion, Partial};
use serde_json::{Map, Value, json};

use crate::support::{answer, answer_with, client, read, update_into, write};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/overviews/<id>")]
struct Overview {
    id: String,
    summary: Option<Summary>,
    parts: Vec<Part>,
    holes: Option<Vec<Option<Part>>>,
    #[graph_resource(default)]
    rows: Vec<Vec<Part>>,
    #[graph_resource(default)]
    named: BTreeMap<String, Part>,
    shape: Option<Shape>,
}

#[derive(Clone, Debug, PartialEq, GraphUnion)]
enum Shape {
    #[graph_resource(odata_type = "test.part")]
    Part(Part),
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Summary {
    android: i32,
    ios: i32,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "test.part")]
struct Part {
    name: String,
    size: Option<i64>,
    #[graph_resource(read_only)]
    stamp: Option<String>,
    #[graph_resource(write_only)]
    code: Option<String>,
}

fn part(name: &str) -> Part {
    Part { name: name.into(), size: None, stamp: Some("s".into()), code: Some("hush".into()) }
}

#[test]
fn an_item_that_lacks_a_member_fails_no_partial() {
    let text = r#"{"parts":[{"size":1},{"name":"b"}],"holes":[null,{"size":null}],"rows":[[{"size":2}]]}"#;
    let partial = OverviewPartial::from_answer(text.as_bytes()).unwrap();
    let parts = partial.parts.as_ref().unwrap();
    assert_eq!((&parts[0].name, &parts[0].size), (&None, &Field::Value(1)));
    assert_eq!(parts[1].name.as_deref(), Some("b"));
    assert_eq!(partial.holes.as_ref().value().unwrap()[0], None);
    assert_eq!(read::<OverviewPartial>(&write(&partial)), partial);
    let patch: OverviewPatch = read(r#"{"parts":[{"size":1}]}"#);
    assert_eq!(write(&patch), r##"{"parts":[{"@odata.type":"#test.part","size":1}]}"##);
    // What cannot be a whole value changes none.
    let mut overview: Overview = read(r#"{"id":"1","parts":[{"name":"a"}]}"#);
    let before = overview.clone();
    overview.merge(partial);
    overview.apply(patch);
    assert_eq!(overview, before);
    // Where a whole resource is asked for, the error tells what is missing.
    let error = Overview::at("1").get().parse(answer(200, r#"{"id":"1","parts":[{"size":1}]}"#)).unwrap_err();
    assert!(error.to_string().contains("missing property `parts[0].name`"), "{error}");
    let error = serde_json::from_value::<Overview>(json!({ "id": "1", "parts": [{ "size": 1 }] })).unwrap_err();
    assert!(error.to_string().contains("missing property `name`"), "{error}");
}

#[test]
fn setters_take_whole_items() {
    let patch =
        OverviewPatch::new().parts(vec![part("a")]).holes(vec![None, Some(part("b"))]).rows(vec![vec![part("c")]]);
    assert_eq!(patch.parts.as_ref().unwrap()[0].name.as_deref(), Some("a"));
    let item = |name: &str| format!(r##"{{"@odata.type":"#test.part","name":"{name}","code":"hush"}}"##);
    assert_eq!(
        write(&patch),
        format!(r#"{{"parts":[{}],"holes":[null,{}],"rows":[[{}]]}}"#, item("a"), item("b"), item("c"))
    );
    assert!(!format!("{patch:?}").contains("hush"), "a secret is not shown: {patch:?}");
    let mut overview: Overview = read(r#"{"id":"1","parts":[]}"#);
    overview.apply(patch);
    assert_eq!(overview.parts, [part("a")]);
    assert_eq!(overview.holes, Some(vec![None, Some(part("b"))]));
    assert_eq!(overview.rows, [[part("c")]]);
}

#[test]
fn an_answer_replaces_a_collection_by_what_it_says() {
    let mut overview: Overview = read(r#"{"id":"1","parts":[{"name":"a","size":1}]}"#);
    let request = Overview::at("1").update(OverviewPatch::new().parts(Vec::new()));
    update_into(request, answer(200, r#"{"id":"1","parts":[{"name":"b","stamp":"s"}]}"#), &mut overview).unwrap();
    assert_eq!(overview.parts, [Part { code: None, ..part("b") }]);
}

#[test]
fn a_patch_of_members_that_starts_no_value_is_told() {
    let patch = OverviewPatch::new().summary(SummaryPatch::new().android(7));
    let answered =
        |status, body: &'static str| Overview::at("1").update(patch.clone()).parse(answer(status, body)).unwrap();
    assert_eq!(answered(204, "").lacking(), ["summary.ios"]);
    assert_eq!(answered(200, r#"{"id":"1"}"#).lacking(), ["summary.ios"]);
    assert_eq!(answered(200, TRUNCATED).lacking(), ["summary.ios"]);
    let mut overview: Overview = read(r#"{"id":"1","parts":[]}"#);
    let shown = answered(200, r#"{"id":"1","summary":{"android":7,"ios":0}}"#);
    assert!(shown.lacking().is_empty(), "the answer shows the whole value");
    shown.merge_into(&mut overview);
    assert_eq!(overview.summary, Some(Summary { android: 7, ios: 0 }));
}

const TRUNCATED: &str = r#"{"id":"1","summary":{"android":7}}"#;

#[test]
fn a_value_that_cannot_be_kept_is_told() {
    let patched = |body: &str| {
        let request = Overview::at("1").update(OverviewPatch::new().parts(Vec::new()));
        request.parse(answer(200, body.to_owned())).unwrap()
    };
    assert_eq!(patched(TRUNCATED).lacking(), ["summary.ios"]);
    assert_eq!(
        patched(r#"{"id":"1","holes":[null,{"size":1}],"rows":[[{}]]}"#).lacking(),
        ["holes[1].name", "rows[0][0].name"]
    );
    assert!(patched(r#"{"id":"1","parts":[{"name":"a"}]}"#).lacking().is_empty());
    // What is said of a value by its entry, or by its type, can lack members too.
    assert_eq!(
        patched(r##"{"id":"1","named":{"a":{"size":1},"b":{"name":"b"}},"shape":{"@odata.type":"#test.part"}}"##)
            .lacking(),
        ["named.a.name", "shape.name"]
    );
    // Where there is a value, the answer changes it.
    let mut overview: Overview = read(r#"{"id":"1","parts":[],"summary":{"android":1,"ios":2}}"#);
    patched(TRUNCATED).merge_into(&mut overview);
    assert_eq!(overview.summary, Some(Summary { android: 7, ios: 2 }));
}

#[tokio::test]
async fn a_tracked_record_says_what_it_could_not_keep() {
    let first = r#"{"id":"1","parts":[]}"#;
    let known = r#"{"id":"1","parts":[],"summary":{"android":1,"ios":2}}"#;
    for (first, fails) in [(first, true), (known, false)] {
        let client = client([answer(200, first), answer_with(200, &[("etag", "\"2\"")], TRUNCATED)]);
        let mut overview = client.send(Overview::at("1").get()).await.unwrap().track();
        overview.parts.push(part("a"));
        let saved = overview.save(&client).await;
        assert_eq!(saved.is_err(), fails);
        if let Err(error) = saved {
            assert_eq!((error.kind(), error.path()), (ErrorKind::Decode, Some("summary.ios")));
            let said =
                "the change was saved, but the answer says too little of `summary`: missing property `ios`; reload";
            assert!(error.to_string().starts_with(said), "{error}");
        }
        assert!(!overview.is_changed(), "the change was saved");
        assert_eq!((overview.parts.len(), overview.etag().unwrap().as_str()), (1, "\"2\""));
    }
}
