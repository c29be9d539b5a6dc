//! The forms of the wire: what is read, in which spelling, and what is written, to the byte.

use graph_resource::{DateTimeOffset, ETag, ErrorKind, GraphComplex, GraphEnum, GraphPatch, GraphResource};
use graph_resource_tests::call_record::*;
use graph_resource_tests::shapes::*;
use serde_json::{Map, Value, json};

use crate::support::{answer, body_of, object, read, write};

/// A foreign type with serde implementations of its own.
#[derive(Clone, Debug, PartialEq)]
struct Point(i32, i32);

impl serde::Serialize for Point {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        (self.0, self.1).serialize(to)
    }
}

impl<'de> serde::Deserialize<'de> for Point {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        <(i32, i32)>::deserialize(from).map(|(x, y)| Self(x, y))
    }
}

/// The wire form of a type that has none: seconds, as a number.
mod seconds {
    use core::time::Duration;

    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(value: &Duration, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_u64(value.as_secs())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Duration, D::Error> {
        u64::deserialize(from).map(Duration::from_secs)
    }
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/odd/<id>")]
struct Odd {
    id: String,
    #[graph_resource(rename = "organizer_v2")]
    organizer_v2: Option<String>,
    #[graph_resource(rename = "self")]
    itself: Option<String>,
    #[graph_resource(rename = "v10_0")]
    v10_0: Option<bool>,
    #[graph_resource(rename = "hasMFA")]
    has_mfa: Option<bool>,
    r#type: Option<String>,
    #[graph_resource(opaque)]
    point: Option<Point>,
    #[graph_resource(opaque)]
    origin: Point,
    #[graph_resource(with = "seconds")]
    wait: Option<core::time::Duration>,
    #[graph_resource(with = "seconds")]
    timeout: core::time::Duration,
    #[graph_resource(default)]
    tags: Vec<String>,
    #[graph_resource(default)]
    rank: i32,
    anything: Option<Value>,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(rename_all = "PascalCase")]
struct Pascal {
    user_name: Option<String>,
    #[graph_resource(rename = "other")]
    another: Option<PascalKind>,
}

#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(rename_all = "PascalCase")]
enum PascalKind {
    FirstOne,
    #[graph_resource(rename = "iOS")]
    Ios,
    #[graph_resource(unknown)]
    Other(String),
}

const ODD: &str = concat!(
    r#"{"id":"1","organizer_v2":"o","self":"s","v10_0":true,"hasMFA":false,"type":"t","point":[1,2],"origin":[0,0],"#,
    r#""wait":5,"timeout":30,"tags":[],"rank":0,"anything":{"a":null}}"#
);

#[test]
fn names_are_the_rules_or_the_renamed_ones() {
    let odd: Odd = read(ODD);
    assert_eq!(odd.has_mfa, Some(false));
    assert_eq!(write(&odd), ODD);
    assert_eq!(Odd::props().itself.name(), "self");
    assert_eq!(
        write(&Pascal { user_name: Some("n".into()), another: Some(PascalKind::Ios) }),
        r#"{"UserName":"n","other":"iOS"}"#
    );
    let pascal: Pascal = read(r#"{"UserName":"n","userName":"other","other":"FirstOne"}"#);
    assert_eq!(pascal, Pascal { user_name: Some("n".into()), another: Some(PascalKind::FirstOne) });
}

#[test]
fn foreign_types_are_replaced_whole_and_lifted_over_absent_and_null() {
    let odd: Odd = read(r#"{"id":"1","origin":[3,4],"timeout":1,"wait":null,"anything":null}"#);
    assert_eq!((odd.point.as_ref(), odd.wait, odd.rank, odd.anything.as_ref()), (None, None, 0, None));
    let new = Odd { point: Some(Point(1, 2)), wait: Some(core::time::Duration::from_secs(9)), ..odd.clone() };
    let patch = odd.diff(&new);
    assert_eq!(write(&patch), r#"{"point":[1,2],"wait":9}"#);
    assert_eq!(write(&new.diff(&odd)), r#"{"point":null,"wait":null}"#);
    assert_eq!(
        write(&OddPatch::new().origin(Point(5, 6)).timeout(core::time::Duration::ZERO)),
        r#"{"origin":[5,6],"timeout":0}"#
    );
    assert_eq!(read::<OddPatch>(&write(&patch)), patch);
}

#[test]
fn null_for_a_non_nullable_foreign_value_names_the_property() {
    for property in ["origin", "timeout"] {
        let error =
            Odd::at("1").update(OddPatch::new().rank(1)).parse(answer(200, format!(r#"{{"{property}":null}}"#)));
        let error = error.err().unwrap().to_string();
        assert!(
            error.starts_with("invalid type: null") && error.contains(&format!("property `{property}`")),
            "{error}"
        );
    }
}

/// A foreign value that fails when half of it is written.
#[derive(Clone, Debug, PartialEq)]
struct Half;

impl<'de> serde::Deserialize<'de> for Half {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        <()>::deserialize(from).map(|()| Self)
    }
}

impl serde::Serialize for Half {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut items = to.serialize_seq(None)?;
        serde::ser::SerializeSeq::serialize_element(&mut items, "half")?;
        Err(serde::ser::Error::custom("no more"))
    }
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Halved {
    first: Option<String>,
    #[graph_resource(opaque)]
    second: Option<Half>,
}

#[test]
fn a_body_that_cannot_be_written_leaves_the_buffer_as_it_was() {
    let mut body = b"before".to_vec();
    let patch = HalvedPatch::new().first("a");
    patch.write_body(&mut body).unwrap();
    assert_eq!(body, br#"before{"first":"a"}"#);
    let error = patch.second(Half).write_body(&mut body).unwrap_err();
    assert_eq!((error.kind(), error.to_string()), (ErrorKind::Encode, "no more".to_owned()));
    assert_eq!(body, br#"before{"first":"a"}"#);
}

#[test]
fn what_has_a_default_may_be_absent_and_nothing_else_may() {
    let odd: Odd = read(r#"{"id":"1","origin":[0,0],"timeout":0}"#);
    assert_eq!((odd.tags.len(), odd.rank), (0, 0));
    let error = serde_json::from_str::<Odd>(r#"{"id":"1","timeout":0}"#).unwrap_err().to_string();
    assert_eq!(error, "missing property `origin`; it is not nullable and without `default` at line 1 column 22");
    // Of a nested value, with the property that it is the value of, also where nobody knows a place.
    let desk = json!({ "id": "1", "base": {}, "yard": { "lines": [] }, "spots": [] });
    let error = serde_json::from_value::<Desk>(desk).unwrap_err().to_string();
    assert_eq!(error, "missing property `lines`; it is not nullable and without `default` (in `base`)");
    let error = serde_json::from_str::<CallRecord>("{}").unwrap_err().to_string();
    assert!(error.starts_with("missing properties `id`, `version`, `type`, `modalities`, "), "{error}");
    let partial: CallRecordPartial = read("{}");
    assert_eq!(partial, CallRecordPartial::default());
}

#[test]
fn the_local_form_holds_everything_and_leaves_out_what_is_none() {
    let text = concat!(
        r##"{"@odata.type":"#test.flat","id":"1","name":"n","size":7,"count":1,"ratio":0.5,"flag":false,"##,
        r#""kind":"second_kind","otherKind":"newKind","kinds":["firstKind"],"tags":[],"holes":[null],"revision":2,"#,
        r#""stamp":"s","origin":"o","secret":"p","@odata.etag":"W/\"1\""}"#
    );
    let flat: Flat = read(text);
    assert_eq!((flat.secret.as_deref(), flat.etag), (Some("p"), Some(ETag::from("W/\"1\""))));
    let flat: Flat = read(text);
    let written = write(&flat);
    assert_eq!(written.replace(r#""count":1,"size":7"#, r#""size":7,"count":1"#), text, "in the order of the fields");
    assert_eq!(read::<Flat>(&written), flat);
}

#[test]
fn the_create_and_the_patch_form_hold_what_each_may() {
    let flat: Flat = read(concat!(
        r#"{"id":"1","name":"n","count":1,"ratio":0.5,"flag":false,"kind":"firstKind","kinds":[],"tags":[],"holes":[],"#,
        r#""revision":2,"stamp":"s","origin":"o","secret":"p","@odata.etag":"W/\"1\""}"#
    ));
    assert_eq!(
        body_of(&Flat::collection().create(&flat)),
        concat!(
            r##"{"@odata.type":"#test.flat","id":"1","name":"n","count":1,"ratio":0.5,"flag":false,"kind":"firstKind","##,
            r#""kinds":[],"tags":[],"holes":[],"revision":2,"origin":"o","secret":"p"}"#
        )
    );
    let empty: Flat = read(
        r#"{"id":"2","name":"","count":0,"ratio":0,"flag":true,"kind":"x","kinds":["x"],"tags":["t"],"holes":["h"]}"#,
    );
    assert_eq!(
        body_of(&Flat::at("1").update(empty.diff(&flat))),
        concat!(
            r##"{"@odata.type":"#test.flat","name":"n","count":1,"ratio":0.5,"flag":false,"kind":"firstKind","##,
            r#""kinds":[],"tags":[],"holes":[],"revision":2,"secret":"p"}"#
        )
    );
}

#[test]
fn the_type_of_a_value_is_read_in_each_spelling_and_written_with_a_hash() {
    let declared = "microsoft.graph.identity";
    let other = "microsoft.graph.userIdentity";
    for prefix in ["", "#", "https://graph.microsoft.com/v1.0/$metadata#"] {
        let identity: Identity = read(&format!(r#"{{"@odata.type":"{prefix}{declared}","id":"1"}}"#));
        assert!(identity.additional.is_empty());
        assert_eq!(write(&identity), r##"{"@odata.type":"#microsoft.graph.identity","id":"1"}"##);
        let identity: Identity = read(&format!(r#"{{"id":"1","@odata.type":"{prefix}{other}"}}"#));
        assert_eq!(identity.additional, object(r##"{"@odata.type":"#microsoft.graph.userIdentity"}"##));
        assert_eq!(write(&identity), r##"{"@odata.type":"#microsoft.graph.userIdentity","id":"1"}"##, "it comes first");
    }
    // One that the user sets is written as it has to be, too.
    let set = |text: &str| Identity {
        additional: object(&json!({ "@odata.type": text }).to_string()),
        ..Identity::default()
    };
    for text in [other, "#microsoft.graph.userIdentity"] {
        assert_eq!(
            write(&IdentitySetPatch::new().user(set(text))),
            format!(
                r##"{{"@odata.type":"#microsoft.graph.identitySet","user":{{"@odata.type":"#{other}","id":null,"displayName":null}}}}"##
            )
        );
    }
}

#[test]
fn a_value_of_another_type_is_sent_with_it_whatever_of_it_changes() {
    let set = |user: &str| -> Folder { read(&format!(r#"{{"id":"f","owners":[],"editor":{user},"owner":{user}}}"#)) };
    let (old, new) = (set(r##"{"@odata.type":"#x.y","name":"a"}"##), set(r##"{"@odata.type":"#x.y","name":"b"}"##));
    assert_eq!(
        write(&old.diff(&new)),
        concat!(
            r##"{"@odata.type":"#test.folder","owner":{"@odata.type":"#x.y","name":"b","badge":null},"##,
            r##""editor":{"@odata.type":"#x.y","name":"b"}}"##
        )
    );
    // A closed type has no place for another type, and loses it.
    let place: Place = read(r##"{"@odata.type":"#x.y","lines":[]}"##);
    assert_eq!(write(&place), r##"{"@odata.type":"#test.place","lines":[],"floor":0}"##);
    // Without a declared type, none is sent.
    assert_eq!(write(&Spot::default()), "{}");
}

#[test]
fn annotations_are_not_data() {
    let identity: Identity = read(concat!(
        r##"{"@odata.context":"c","@odata.id":"i","@microsoft.graph.downloadUrl":"u","@removed":{"reason":"deleted"},"##,
        r##""id@odata.type":"#String","displayName@x.y":1,"photo@odata.mediaReadLink":"l","members@delta":[],"##,
        r##""n@odata.type":"#Int64","n":7,"lone@odata.type":"#Int64","@odata.etag":"W/\"1\"","@odata.editLink":null}"##
    ));
    assert_eq!(
        identity.additional,
        object(r##"{"n":7,"n@odata.type":"#Int64","lone@odata.type":"#Int64"}"##),
        "the type of a dynamic property is kept with it"
    );
}

#[test]
fn the_entity_tag_is_read_and_in_no_body() {
    let text = r#"{"id":"1","name":"n","count":1,"ratio":0,"flag":true,"kind":"k","kinds":[],"tags":[],"holes":[],"@odata.etag":"W/\"a b\""}"#;
    let fetched = Flat::at("1").get().parse(answer(200, text)).unwrap();
    assert_eq!(fetched.etag().unwrap().as_str(), "W/\"a b\"");
    assert_eq!(fetched.etag.as_ref().unwrap().as_str(), "W/\"a b\"");
    let flat = fetched.into_inner();
    let other = Flat { etag: None, count: 2, ..flat.clone() };
    assert!(!body_of(&Flat::collection().create(&flat)).contains("etag"));
    assert_eq!(body_of(&Flat::at("1").update(other.diff(&flat))), r##"{"@odata.type":"#test.flat","count":1}"##);
    let only_the_tag = Flat { etag: Some(ETag::from("\"2\"")), ..flat.clone() };
    assert!(flat.diff(&only_the_tag).is_empty());
    // A resource without a field for it tells it beside.
    let fetched = Odd::at("1")
        .get()
        .parse(answer(200, ODD.replacen('{', r#"{"@odata.etag":"\"7\","#, 1).replace("\\\"7\\\",", "\\\"7\\\"\",")))
        .unwrap();
    assert_eq!(fetched.etag().unwrap().as_str(), "\"7\"");
}

#[test]
fn moments_keep_offset_and_digits() {
    for text in [
        "9999-12-31T23:59:59.9999999Z",
        "0001-01-01T00:00:00Z",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59.9999999-12:00",
        "2017-01-01T00:03:15.6077862+03:00",
        "2020-02-25T19:00:24.582757Z",
        "2020-02-25T19:00:24.500000000000-00:00",
        "2020-02-25T19:00:24.0Z",
        "2020-02-25T19:00Z",
        "2016-12-31T23:59:60Z",
    ] {
        let json = format!("\"{text}\"");
        assert_eq!(write(&read::<DateTimeOffset>(&json)), json);
        let patch: FlatPatch = read(&format!(r#"{{"at":{json}}}"#));
        assert_eq!(write(&patch), format!(r##"{{"@odata.type":"#test.flat","at":{json}}}"##));
    }
    for text in
        ["2017-04-24T22:40:44.5665917", "2020-02-30T00:00:00Z", "10000-01-01T00:00:00Z", "2020-01-01", "", "now"]
    {
        assert!(serde_json::from_str::<DateTimeOffset>(&format!("\"{text}\"")).is_err(), "{text}");
    }
    // Two spellings of a moment are a change, since what is read is what is sent.
    let at = |text: &str| read::<FlatPartial>(&format!(r#"{{"at":"{text}"}}"#)).at.value().unwrap();
    assert_ne!(at("2020-01-01T00:00:00Z"), at("2020-01-01T00:00:00.0Z"));
    assert!(at("2020-01-01T00:00:00Z").same_instant(&at("2020-01-01T01:00:00.0+01:00")));
}

#[test]
fn the_order_of_members_is_free() {
    let text = r#"{"values":[3],"pair":{"right":2,"left":1},"merged":null,"id":"1"}"#;
    let holder: Holder<i64> = read(text);
    assert_eq!(write(&holder), r#"{"id":"1","values":[3],"pair":{"left":1,"right":2}}"#);
}

#[test]
fn a_null_dynamic_member_is_none() {
    let owner: Owner = read(r#"{"dyn":null,"badge":{"x":null,"y":[null]}}"#);
    assert_eq!((owner.additional.len(), owner.badge.unwrap().additional), (0, object(r#"{"y":[null]}"#)));
    // Items that a patch holds clear nothing: they have no former state.
    let item = Owner { additional: Map::from_iter([("dyn".to_owned(), Value::Null)]), ..Owner::default() };
    assert_eq!(
        write(&FolderPatch::new().owners(vec![item])),
        r##"{"@odata.type":"#test.folder","owners":[{"@odata.type":"#test.owner"}]}"##
    );
}
