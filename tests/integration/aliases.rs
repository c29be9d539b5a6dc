//! The option `alias`: further spellings of a name, which are read.

use graph_resource::{ErrorKind, Fetched, GraphComplex, GraphResource, GraphUnion, Partial, Structured};
use serde_json::{Map, Value, json};

use crate::support::{answer, body_of, object, read, write};

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Session {
    #[graph_resource(alias = "UploadUrl", alias = "url")]
    upload_url: String,
    #[graph_resource(alias = "NextExpectedRanges")]
    next_expected_ranges: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/items/<id>")]
struct Item {
    #[graph_resource(alias = "Id")]
    id: String,
    #[graph_resource(alias = "Title")]
    #[graph_resource(alias = "TITLE")]
    title: Option<String>,
    #[graph_resource(alias = "Session")]
    session: Option<Session>,
    #[graph_resource(navigation, alias = "Parent")]
    parent: Option<Box<Item>>,
    #[graph_resource(additional)]
    more: Map<String, Value>,
}

fn item(text: &str) -> Result<Item, graph_resource::Error> {
    Item::at("1").get().parse(answer(200, text.to_owned())).map(Fetched::into_inner)
}

#[test]
fn each_spelling_is_read_and_the_main_one_is_written() {
    for title in ["title", "Title", "TITLE"] {
        let text = format!(
            r#"{{"{title}":"a","Id":"1","Session":{{"NextExpectedRanges":["0-"],"url":"x"}},"Parent":{{"Id":"2"}},"tITLE":1}}"#
        );
        let item = item(&text).unwrap();
        assert_eq!((item.id.as_str(), item.title.as_deref()), ("1", Some("a")));
        let session = Session { upload_url: "x".into(), next_expected_ranges: vec!["0-".into()] };
        assert_eq!(item.session, Some(session));
        assert_eq!(item.parent.as_ref().unwrap().id, "2");
        assert_eq!(item.more, object(r#"{"tITLE":1}"#));
        let text = r#"{"id":"1","title":"a","session":{"uploadUrl":"x","nextExpectedRanges":["0-"]},"parent":{"id":"2"},"tITLE":1}"#;
        assert_eq!(write(&item), text);
        assert_eq!(read::<Item>(text), item);
    }
    let partial = ItemPartial::from_answer(br#"{"TITLE":"a","Id":"1"}"#).unwrap();
    assert_eq!((partial.id.as_deref(), partial.title.value().as_deref()), (Some("1"), Some("a")));
    let patch: ItemPatch = read(r#"{"TITLE":null,"Session":{"url":"x"},"Parent@odata.bind":"items/2"}"#);
    assert_eq!(write(&patch), r#"{"title":null,"session":{"uploadUrl":"x"},"parent@odata.bind":"items/2"}"#);
    let new = item(r#"{"Title":"a","Id":""}"#).unwrap();
    assert_eq!(body_of(&Item::collection().create(&new)), r#"{"title":"a"}"#);
}

#[test]
fn two_spellings_are_two_of_one_name() {
    for (text, name) in [
        (r#"{"id":"1","title":"a","Title":"b"}"#, "title"),
        (r#"{"Title":"a","TITLE":null,"id":"1"}"#, "title"),
        (r#"{"Id":"1","id":"1"}"#, "id"),
        (r#"{"id":"1","session":{"url":"x","uploadUrl":"x","nextExpectedRanges":[]}}"#, "uploadUrl"),
    ] {
        let error = item(text).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        let why = format!("property `{name}` occurs twice in one object");
        assert!(error.to_string().contains(&why), "{error}");
        assert!(ItemPartial::from_answer(text.as_bytes()).is_err(), "{text}");
    }
    assert!(serde_json::from_str::<ItemPatch>(r#"{"title":"a","Title":"b"}"#).is_err());
    assert!(serde_json::from_str::<ItemPatch>(r#"{"parent@odata.bind":"a","Parent@odata.bind":"b"}"#).is_err());
    // What the key of a patch is called makes no difference.
    assert!(serde_json::from_str::<ItemPatch>(r#"{"Id":"1"}"#).is_err());
}

#[test]
fn an_alias_is_no_dynamic_name() {
    let mut item = item(r##"{"id":"1","Title@odata.type":"#String","Title":"a"}"##).unwrap();
    assert!(item.more.is_empty());
    item.more.insert("Title".into(), "b".into());
    let error = serde_json::to_string(&item).unwrap_err();
    assert!(error.to_string().contains("`additional` holds `Title`, a declared property"), "{error}");
    let patch = ItemPatch::new().more("TITLE", "b");
    assert!(serde_json::to_string(&patch).is_err());
    // The type that a patch states of a property stands beside its main name.
    let patch: ItemPatch = read(r##"{"Title@odata.type":"#String","Title":"a"}"##);
    assert_eq!(write(&patch), r##"{"title@odata.type":"#String","title":"a"}"##);
}

/// Members in another order than the fields', of a type with so many that names are searched for otherwise.
#[test]
fn aliases_are_found_among_many_names() {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    struct Many {
        a: i64,
        b: i64,
        c: i64,
        d: i64,
        e: i64,
        f: i64,
        g: i64,
        h: i64,
        i: i64,
        j: i64,
        k: i64,
        l: i64,
        m: i64,
        n: i64,
        o: i64,
        p: i64,
        q: i64,
        #[graph_resource(alias = "Rr")]
        r: i64,
        #[graph_resource(alias = "Ss")]
        s: i64,
        t: i64,
    }
    let mut names: Vec<String> = ('a'..='t').map(String::from).collect();
    names[17] = "Rr".into();
    names[18] = "Ss".into();
    let numbered: Vec<String> = names.iter().zip(0..).map(|(name, number)| format!("\"{name}\":{number}")).collect();
    let backwards: Vec<String> = numbered.iter().rev().cloned().collect();
    for members in [&numbered, &backwards] {
        let many: Many = read(&format!("{{{}}}", members.join(",")));
        assert_eq!((many.a, many.r, many.s, many.t), (0, 17, 18, 19));
    }
    assert!(serde_json::from_str::<Many>(&format!("{{{},\"r\":1}}", backwards.join(","))).is_err());
}

#[test]
fn a_union_reads_the_aliases_of_its_types() {
    #[derive(Clone, Debug, PartialEq, GraphUnion)]
    enum Upload {
        #[graph_resource(odata_type = "a.session")]
        Session(Session),
        #[graph_resource(unknown)]
        Unknown(Map<String, Value>),
    }
    // The type before the members, and after them.
    for text in [
        r##"{"@odata.type":"#a.session","NextExpectedRanges":[],"url":"x"}"##,
        r##"{"url":"x","NextExpectedRanges":[],"@odata.type":"#a.session"}"##,
    ] {
        let upload: Upload = read(text);
        let session = Session { upload_url: "x".into(), next_expected_ranges: Vec::new() };
        assert_eq!(upload, Upload::Session(session));
        let written = r##"{"@odata.type":"#a.session","uploadUrl":"x","nextExpectedRanges":[]}"##;
        assert_eq!(write(&upload), written);
    }
}

/// A struct around a closed type asks for the names of its members, the further spellings among them.
#[test]
fn serde_is_told_the_further_spellings() {
    #[derive(Debug, PartialEq, serde::Deserialize)]
    struct Around {
        #[serde(flatten)]
        session: Session,
        #[serde(flatten)]
        rest: Map<String, Value>,
    }
    let around: Around = read(r#"{"url":"x","NextExpectedRanges":[],"other":1}"#);
    assert_eq!(around.session, Session { upload_url: "x".into(), next_expected_ranges: Vec::new() });
    assert_eq!(Value::Object(around.rest), json!({"other": 1}));
    assert_eq!(Session::TYPE.property("url").unwrap().name, "uploadUrl");
}
