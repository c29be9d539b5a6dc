//! Every kind of value in every place: nullable, in a collection, nested, in a dictionary, and in a union.

use std::collections::BTreeMap;
use std::fmt::Debug;

use graph_resource::edm::{Binary, Date, Decimal, Duration, Guid, TimeOfDay};
use graph_resource::{DateTimeOffset, FlagSet, GraphResource, GraphUnion, GraphValue};
use graph_resource_tests::shapes::*;
use graph_resource_tests::unions::{Endpoint, PlainEndpoint};
use serde_json::{Map, Value, json};

use crate::support::{answer, body_of, moment, object, read, write};

/// A union with a variant of this kind.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
enum Either<T: GraphValue> {
    #[graph_resource(odata_type = "test.pair")]
    Pair(Pair<T>),
    #[graph_resource(odata_type = "test.list")]
    List(Boxes<T>),
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// A resource with a value of this kind in a union, in a dictionary, and in a collection of nullable items.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/places/<id>")]
struct Places<T: GraphValue> {
    id: String,
    union: Option<Either<T>>,
    dictionary: BTreeMap<String, T>,
    holes: Vec<Option<T>>,
}

#[derive(Clone, Debug, PartialEq, graph_resource::GraphComplex)]
struct Boxes<T: GraphValue> {
    boxed: Option<Box<T>>,
    items: Vec<T>,
}

/// `a` and `b` are two values, and what they are on the wire as items of a collection.
fn holds_everywhere<T: GraphValue + Debug>(a: (T, &str), b: (T, &str)) {
    let ((a, a_json), (b, b_json)) = (a, b);
    // Nullable, merged, in a collection, and nested.
    let json = format!(
        r#"{{"id":"1","value":{a_json},"merged":{a_json},"values":[{a_json},{b_json}],"pair":{{"left":{a_json}}}}}"#
    );
    let pair = |left: Option<T>| Pair { left, right: None };
    let holder = Holder {
        id: "1".into(),
        value: Some(a.clone()),
        merged: Some(a.clone()),
        values: vec![a.clone(), b.clone()],
        pair: Some(pair(Some(a.clone()))),
    };
    assert_eq!(read::<Holder<T>>(&json), holder, "{json}");
    assert_eq!(write(&holder), json);
    let answered = Holder::<T>::at("1").get().parse(answer(200, json.clone())).unwrap().into_inner();
    assert_eq!(answered, holder);
    let mut new = holder.clone();
    new.value = None;
    new.merged = Some(b.clone());
    new.values = Vec::new();
    new.pair = Some(pair(Some(b.clone())));
    let patch = holder.diff(&new);
    let body: Value = read(&body_of(&Holder::<T>::at("1").update(patch.clone())));
    assert_eq!(body["value"], Value::Null);
    assert_eq!(body["values"], json!([]));
    let mut applied = holder.clone();
    applied.apply(patch);
    assert_eq!(applied, new);
    // In a union, a dictionary, and beside nulls.
    let json = format!(
        r##"{{"id":"1","union":{{"@odata.type":"#test.list","boxed":{a_json},"items":[{b_json}]}},"dictionary":{{"x":{a_json}}},"holes":[null,{b_json}]}}"##
    );
    let places = Places {
        id: "1".into(),
        union: Some(Either::List(Boxes { boxed: Some(Box::new(a.clone())), items: vec![b.clone()] })),
        dictionary: BTreeMap::from([("x".to_owned(), a.clone())]),
        holes: vec![None, Some(b.clone())],
    };
    assert_eq!(read::<Places<T>>(&json), places, "{json}");
    assert_eq!(write(&places), json);
    let mut new = places.clone();
    new.union = Some(Either::Pair(pair(Some(b.clone()))));
    new.dictionary.insert("x".into(), b.clone());
    new.dictionary.insert("y".into(), a);
    new.holes = vec![Some(b), None];
    let patch = places.diff(&new);
    let mut applied = places.clone();
    applied.apply(patch.clone());
    assert_eq!(applied, new);
    assert_eq!(write(&read::<PlacesPatch<T>>(&write(&patch))), write(&patch));
}

macro_rules! kinds {
    ($($name:ident: $a:expr, $a_json:expr; $b:expr, $b_json:expr;)*) => {$(
        #[test]
        fn $name() {
            holds_everywhere(($a, $a_json), ($b, $b_json));
        }
    )*};
}

fn parsed<T: std::str::FromStr<Err: Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

kinds! {
    text: String::new(), r#""""#; "\u{1F600}\"".to_owned(), "\"\u{1F600}\\\"\"";
    boolean: false, "false"; true, "true";
    int32: 0, "0"; i32::MIN, "-2147483648";
    int64: 9_007_199_254_740_993_i64, "9007199254740993"; i64::MIN, "-9223372036854775808";
    single: 0.1_f32, "0.1"; f32::INFINITY, r#""INF""#;
    double: 1.5e300_f64, "1.5e+300"; f64::NEG_INFINITY, r#""-INF""#;
    decimal: parsed::<Decimal>("0.00"), "0.00"; parsed("-79228162514264337593543950335.5"), "-79228162514264337593543950335.5";
    date_time_offset: moment("9999-12-31T23:59:59.9999999Z"), r#""9999-12-31T23:59:59.9999999Z""#;
        moment("0001-01-01T00:00:00+02:00"), r#""0001-01-01T00:00:00+02:00""#;
    leap_second: moment("2016-12-31T23:59:60Z"), r#""2016-12-31T23:59:60Z""#; moment("2016-12-31T23:59Z"), r#""2016-12-31T23:59Z""#;
    date: parsed::<Date>("2016-09-22"), r#""2016-09-22""#; parsed("0001-01-01"), r#""0001-01-01""#;
    time_of_day: parsed::<TimeOfDay>("07:59:59.9990000"), r#""07:59:59.9990000""#; parsed("00:00"), r#""00:00""#;
    duration: parsed::<Duration>("-PT0.016S"), r#""-PT0.016S""#; parsed("P12DT23H59M59.999999999999S"), r#""P12DT23H59M59.999999999999S""#;
    guid: parsed::<Guid>("01234567-89ab-cdef-0123-456789abcdef"), r#""01234567-89ab-cdef-0123-456789abcdef""#;
        Guid::nil(), r#""00000000-0000-0000-0000-000000000000""#;
    binary: Binary::from(vec![0xFF, 0xFE]), r#""//4=""#; Binary::from(Vec::new()), r#""""#;
    enumeration: Kind::FirstKind, r#""firstKind""#; Kind::Unknown("newer".into()), r#""newer""#;
    flags: FlagSet::from([Kind::Second, Kind::FirstKind]), r#""firstKind,second_kind""#; FlagSet::<Kind>::new(), r#""0""#;
    complex: Assignment { order_hint: Some("x".into()), region: None }, r##"{"@odata.type":"#test.assignment","orderHint":"x"}"##;
        Assignment::default(), r##"{"@odata.type":"#test.assignment"}"##;
    union: Endpoint::Base(PlainEndpoint { name: None }), r##"{"@odata.type":"#test.endpoint"}"##;
        Endpoint::Unknown(object(r##"{"@odata.type":"#test.new","x":[null]}"##)), r##"{"@odata.type":"#test.new","x":[null]}"##;
    dictionary: BTreeMap::from([("a".to_owned(), 1)]), r#"{"a":1}"#; BTreeMap::<String, i32>::new(), "{}";
    untyped_object: object(r#"{"a":{"b":null}}"#), r#"{"a":{"b":null}}"#; Map::new(), "{}";
    untyped: json!([1, "x", {}]), r#"[1,"x",{}]"#; json!(true), "true";
}

#[test]
fn a_moment_is_what_the_tests_take_it_for() {
    let at: DateTimeOffset = read(r#""2016-12-31T23:59:60Z""#);
    assert_eq!(at.to_string(), "2016-12-31T23:59:60Z");
}

#[test]
fn links_of_streams_are_kept_beside_the_resource() {
    let body =
        r#"{"id":"1","code@odata.mediaReadLink":"https://x/content","code@odata.mediaEditLink":"y","values":[]}"#;
    let fetched = Holder::<i32>::at("1").get().parse(answer(200, body)).unwrap();
    assert_eq!(fetched.media_read_link_of("code"), Some("https://x/content"));
    assert_eq!(fetched.media_edit_link_of("code"), Some("y"));
    assert_eq!(fetched.media_read_link_of("other"), None);
    assert!(!format!("{fetched:?}").contains("https://x"));
}
