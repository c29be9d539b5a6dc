//! Answers that are wrong: each is an error that says where, and none leaves a trace in the record.

use graph_resource::codec::ReadContext;
use graph_resource::codec::WriteForm;
use graph_resource::codec::{GraphValue, Out, Replaced};
use graph_resource::{Error, ErrorKind, GraphComplex, GraphFunction, ServiceRoot};
use graph_resource_tests::call_record::*;
use graph_resource_tests::shapes::*;
use serde::{Deserialize, Deserializer, Serializer};
use serde_json::json;

use crate::support::{answer, keeps_digits, read};

fn record() -> CallRecord {
    read(
        r#"{"id":"1","version":1,"type":"peerToPeer","modalities":["audio"],"lastModifiedDateTime":"2020-01-01T00:00:00Z",
        "startDateTime":"2020-01-01T00:00:00Z","endDateTime":"2020-01-01T00:00:00Z","participants":[]}"#,
    )
}

/// The error of an answer to an update, whose record is looked at too.
fn refused(body: impl Into<graph_resource::Bytes>) -> Error {
    let mut record = record();
    let request = CallRecord::at("1").update(CallRecordPatch::new().version(2));
    let error = match request.parse(answer(200, body)) {
        Ok(updated) => {
            updated.merge_into(&mut record);
            panic!("taken: {record:?}")
        }
        Err(error) => error,
    };
    assert_eq!(record, self::record());
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.to_string().chars().count() < 1_400, "{error}");
    error
}

fn said(body: &str) -> String {
    refused(body.to_owned()).to_string()
}

fn flat(members: &str) -> Result<FlatPartial, String> {
    let answer = answer(200, format!("{{{members}}}"));
    let request = Flat::at("1").get().select(Flat::props().count);
    request.parse(answer).map(graph_resource::Fetched::into_inner).map_err(|error| error.to_string())
}

#[test]
fn malformed_json_is_refused_with_its_place() {
    for (body, path) in [
        ("{", None),
        (r#"{"version""#, Some("version")),
        (r#"{"version":"#, Some("version")),
        (r#"{"version":}"#, Some("version")),
        (r#"{"version":1,}"#, None),
        (r#"{"version":1"#, Some("version")),
        (r#"{"organizer":{"user":{"displayName":"tru"#, Some("organizer.user.displayName")),
        (r#"{"modalities":["audio", "#, Some("modalities[1]")),
        (r#"{"modalities":["audio",]}"#, Some("modalities[1]")),
        (r#"{"version":01}"#, Some("version")),
        (r#"{"version":+1}"#, Some("version")),
        (r#"{"version":0x1}"#, Some("version")),
        (r#"{"joinWebUrl":'x'}"#, Some("joinWebUrl")),
        ("{\"joinWebUrl\":\"a\nb\"}", Some("joinWebUrl")),
        (r#"{"joinWebUrl":"\x"}"#, Some("joinWebUrl")),
        (r#"{"version":NaN}"#, Some("version")),
        (r#"{"version":1}}"#, None),
        (r#"{"version":1} x"#, None),
        ("[{}]", None),
        ("\"text\"", None),
        ("{\u{feff}}", None),
    ] {
        let error = refused(body.to_owned());
        if path.is_some() {
            assert_eq!(error.path(), path, "{body}: {error}");
        }
    }
}

#[test]
fn what_is_not_utf_8_is_refused() {
    for body in
        [&b"{\"joinWebUrl\":\"\xff\"}"[..], b"\xff\xfe{\0}\0", b"{\"\xc3\":1}", b"{\"joinWebUrl\":\"\xed\xa0\x80\"}"]
    {
        assert_eq!(refused(body).to_string(), "the body is not UTF-8");
    }
}

#[test]
fn null_for_a_non_nullable_property_names_it() {
    for property in ["version", "type", "startDateTime"] {
        let error = said(&format!(r#"{{"{property}":null}}"#));
        assert!(error.starts_with("invalid type: null, expected "), "{error}");
        assert!(error.ends_with(&format!(" for property `{property}` at `{property}`")), "{error}");
    }
    assert!(said(r#"{"modalities":[null]}"#).ends_with("for property `modalities` at `modalities[0]`"));
    let request = Desk::at("1").update(DeskPatch::new().clear_home());
    let error = request.parse(answer(200, r#"{"base":null}"#)).unwrap_err();
    assert_eq!(error.to_string(), "invalid type: null, expected an object for property `base` at `base`");
    // A collection reads null as empty.
    let request = CallRecord::at("1").get().select(CallRecord::props().modalities);
    let partial = request.parse(answer(200, r#"{"modalities":null,"participants":null}"#)).unwrap();
    assert_eq!((partial.modalities.as_deref(), partial.participants.as_deref()), (Some(&[][..]), Some(&[][..])));
}

#[test]
fn a_wrong_type_deep_inside_has_its_path() {
    let participants = r#"[{"user":{"id":"1"}},{"user":null},{"user":{"id":"x","displayName":true}}]"#;
    assert_eq!(
        said(&format!("{{\n  \"version\": 1,\n  \"participants\": {participants}\n}}")),
        "invalid type: boolean `true`, expected a string for property `displayName` at `participants[2].user.displayName`"
    );
    for (body, path) in [
        (r#"{"version":"seven"}"#, "version"),
        (r#"{"version":1.5}"#, "version"),
        (r#"{"version":{}}"#, "version"),
        (r#"{"type":1}"#, "type"),
        (r#"{"modalities":"audio"}"#, "modalities"),
        (r#"{"modalities":["audio",2]}"#, "modalities[1]"),
        (r#"{"startDateTime":"2020-13-01T00:00:00Z"}"#, "startDateTime"),
        (r#"{"organizer":[]}"#, "organizer"),
        (r#"{"organizer":{"user":{"@odata.type":7}}}"#, "organizer.user['@odata.type']"),
        (r#"{"organizer":{"device":"x"}}"#, "organizer.device"),
        (r#"{"participants":[{},3]}"#, "participants[1]"),
        (r#"{"participants":{"value":[]}}"#, "participants"),
    ] {
        assert_eq!(refused(body.to_owned()).path(), Some(path), "{body}");
    }
    let list = CallRecord::collection().list().parse(answer(200, r#"{"value":[{"id":"1"},{"version":true}]}"#));
    assert_eq!(list.unwrap_err().path(), Some("value[1].version"));
}

#[test]
fn all_that_a_whole_resource_lacks_is_named_at_once() {
    let lacking = r#"{"base":{},"yard":{"lines":[]},"spots":[]}"#;
    let missing = "missing properties `id`, `base.lines`; they are not nullable and without `default`";
    let error = Desk::at("1").get().parse(answer(200, lacking.to_owned())).unwrap_err();
    assert_eq!(error.to_string(), format!("the answer is no whole `Desk`: {missing} at `id`"));
    assert_eq!(error.path(), Some("id"));
    let whole = r#"{"id":"1","base":{"lines":[]},"yard":{"lines":[]},"spots":[]}"#;
    let page = answer(200, format!(r#"{{"value":[{whole},{lacking}]}}"#));
    let error = Desk::collection().list().parse(page).unwrap_err();
    assert_eq!(error.to_string(), format!("the answer is no whole `Desk`: {missing} at `value[1].id`"));
}

#[test]
fn an_item_that_lacks_a_property_has_the_path_of_the_item() {
    let request = Desk::at("1").update(DeskPatch::new().clear_home());
    // In an answer to a change, a collection that is left out is empty.
    let updated = request.parse(answer(200, r#"{"spots":[{"lines":[]},{"city":"Oslo"}]}"#)).unwrap();
    assert!(updated.answer().is_some_and(|answer| answer.spots.as_ref().is_some_and(|spots| spots.len() == 2)));
    let error =
        Desk::at("1").get().parse(answer(200, r#"{"id":"1","spots":[{"lines":[]},{"city":"Oslo"}]}"#)).unwrap_err();
    assert!(error.message().contains("`spots[1].lines`"), "{error}");
}

#[test]
fn a_declared_property_twice_is_refused() {
    for body in [
        r#"{"version":1,"version":1}"#,
        r#"{"joinWebUrl":null,"joinWebUrl":"x"}"#,
        r#"{"modalities":[],"modalities":null}"#,
    ] {
        assert!(said(body).contains("occurs twice in one object"), "{body}");
    }
    let error = refused(r#"{"organizer":{"user":{"id":"1"},"user":{"id":"2"}}}"#);
    assert_eq!(error.to_string(), "property `user` occurs twice in one object at `organizer.user`");
    // Written in another way, it is the same name.
    assert!(said(r#"{"version":1,"vers\u0069on":2}"#).contains("`version` occurs twice"));
}

#[test]
fn a_dynamic_property_twice_is_refused() {
    assert_eq!(
        said(r#"{"organizer":{"dyn":1,"dyn":2}}"#),
        "property `dyn` occurs twice in one object at `organizer.dyn`"
    );
    for types in [["a.b", "a.c"], ["microsoft.graph.identitySet", "a.b"], ["microsoft.graph.identitySet"; 2]] {
        let body = json!({ "organizer": { "first": types[0], "second": types[1] } }).to_string();
        let body = body.replace("first", "@odata.type").replace("second", "@odata.type");
        assert!(said(&body).contains("`@odata.type` occurs twice"), "{body}");
    }
}

#[test]
fn the_message_about_a_long_value_is_short() {
    let long = "é".repeat(5 << 20);
    for body in [
        format!(r#"{{"version":"{long}"}}"#),
        format!(r#"{{"startDateTime":"{long}"}}"#),
        format!(r#"{{"organizer":"{long}"}}"#),
    ] {
        let error = refused(body);
        assert!(error.to_string().len() < 600 && format!("{error:?}").len() < 1_000, "{error}");
        assert!(error.to_string().contains("expected "), "{error}");
        assert!(matches!(error.path(), Some("version" | "startDateTime" | "organizer")));
    }
    // A name of our own choosing cannot make it long either.
    let error = refused(format!(r#"{{"organizer":{{"{long}":1,"{long}":2}}}}"#));
    assert!(error.path().is_some_and(|path| path.starts_with("organizer['é")));
}

#[test]
fn deep_nesting_is_refused_where_it_would_be_kept_and_ignored_elsewhere() {
    let deep = |open: &str, close: &str| format!("{}{}", open.repeat(10_000), close.repeat(10_000));
    for body in [
        format!(r#"{{"organizer":{}}}"#, deep(r#"{"user":"#, "}")),
        format!(r#"{{"organizer":{{"dyn":{}}}}}"#, deep("[", "]")),
        format!(r#"{{"participants":{}}}"#, deep("[", "]")),
        format!(r#"{{"version":{}}}"#, deep("[", "]")),
    ] {
        refused(body);
    }
    let node = format!(r#"{{"side":{}1{}}}"#, r#"{"right":"#.repeat(10_000), "}".repeat(10_000));
    assert!(Tree::at("1").get().parse(answer(200, node)).is_err());
    for ignored in [
        format!(r#"{{"sessions":{}}}"#, deep("[", "]")),
        format!(r#"{{"@odata.context":{}}}"#, deep("[", "]")),
        format!(r#"{{"organizer":{{"user@odata.bind":{}}}}}"#, deep("[", "]")),
    ] {
        let request = CallRecord::at("1").update(CallRecordPatch::new().version(2));
        assert!(request.parse(answer(200, ignored)).is_ok());
    }
}

#[test]
fn a_pair_of_surrogates_is_one_character() {
    let pair = CallRecord::at("1").get().select(CallRecord::props().join_web_url);
    let partial = pair.parse(answer(200, r#"{"joinWebUrl":"\uD83D\uDE00\u0000"}"#)).unwrap();
    assert_eq!(partial.join_web_url.as_ref().value().unwrap(), "\u{1F600}\0");
}

#[test]
fn integers_are_read_to_their_limits_and_no_further() {
    for (text, value) in [
        ("9223372036854775807", i64::MAX),
        ("-9223372036854775808", i64::MIN),
        ("\"9223372036854775807\"", i64::MAX),
        ("\"-5\"", -5),
        ("-0", 0),
        ("4294967295", 4_294_967_295),
    ] {
        assert_eq!(flat(&format!(r#""size":{text}"#)).unwrap().size.value(), Some(value), "{text}");
    }
    for text in [
        "9223372036854775808",
        "-9223372036854775809",
        "1e3",
        "1.0",
        "1e400",
        "\"9223372036854775808\"",
        "\"\"",
        "\" 1\"",
        "\"0x1\"",
        "\"1.0\"",
        "true",
    ] {
        let error = flat(&format!(r#""size":{text}"#)).unwrap_err();
        assert!(error.ends_with("at `size`"), "{text}: {error}");
    }
    assert_eq!(flat(r#""count":-2147483648"#).unwrap().count, Some(i32::MIN));
    assert!(flat(r#""count":2147483648"#).unwrap_err().contains("an integer of 32 bits for property `count`"));
}

#[test]
fn floating_point_values_keep_their_value() {
    for (text, value) in [
        ("0", 0.0),
        ("-0", -0.0),
        ("-0.0", -0.0),
        ("1e308", 1e308),
        ("5e-324", 5e-324),
        ("1e-400", 0.0),
        ("9007199254740993", 9_007_199_254_740_992.0),
        ("1.1320686146205865e-274", 1.132_068_614_620_586_5e-274),
        ("\"INF\"", f64::INFINITY),
        ("\"-INF\"", f64::NEG_INFINITY),
        ("\"0.1\"", 0.1),
    ] {
        let ratio = flat(&format!(r#""ratio":{text}"#)).unwrap().ratio.unwrap();
        assert_eq!(ratio.to_bits(), value.to_bits(), "{text}");
    }
    assert!(flat(r#""ratio":"NaN""#).unwrap().ratio.unwrap().is_nan());
    for text in [
        "1e400",
        "-1e400",
        "\"1e400\"",
        "\"inf\"",
        "\"nan\"",
        "\"Infinity\"",
        "\"+INF\"",
        "\"\"",
        "\"1,5\"",
        "null",
        "[]",
    ] {
        let error = flat(&format!(r#""ratio":{text}"#)).unwrap_err();
        assert!(error.ends_with("at `ratio`"), "{text}: {error}");
    }
    assert!(flat(r#""share":3.5e38"#).unwrap_err().contains("a number of single precision"), "beyond single precision");
    assert_eq!(flat(r#""share":3.4028235e38"#).unwrap().share.value(), Some(f32::MAX));
}

#[test]
fn floating_point_values_that_are_no_numbers_are_written_as_strings() {
    let write = |value| serde_json::to_string(&FlatPatch::new().ratio(value)).unwrap();
    for (value, text) in [
        (f64::INFINITY, "\"INF\""),
        (f64::NEG_INFINITY, "\"-INF\""),
        (f64::NAN, "\"NaN\""),
        (-0.0, "-0.0"),
        (1e21, "1e+21"),
    ] {
        assert_eq!(write(value), format!(r##"{{"@odata.type":"#test.flat","ratio":{text}}}"##));
    }
    let single = serde_json::to_string(&FlatPatch::new().share(f32::NAN)).unwrap();
    assert_eq!(single, r##"{"@odata.type":"#test.flat","share":"NaN"}"##);
    assert_eq!(
        serde_json::to_string(&FlatPatch::new().share(0.1)).unwrap(),
        r##"{"@odata.type":"#test.flat","share":0.1}"##
    );
}

#[test]
fn a_number_out_of_range_is_refused_where_it_would_be_kept() {
    if !keeps_digits() {
        assert_eq!(refused(r#"{"organizer":{"dyn":1e400}}"#).path(), Some("organizer.dyn"));
    }
    let request = CallRecord::at("1").update(CallRecordPatch::new().version(2));
    assert!(request.parse(answer(200, r#"{"sessions":1e400,"version":3}"#)).is_ok());
}

#[test]
fn booleans_are_booleans() {
    assert_eq!(flat(r#""flag":true"#).unwrap().flag, Some(true));
    for text in ["1", "\"true\"", "null", "[]"] {
        assert!(flat(&format!(r#""flag":{text}"#)).unwrap_err().contains("expected true or false for property `flag`"));
    }
}

/// A value whose codec reads a null and puts nothing into the place.
#[derive(Clone, Debug, PartialEq)]
struct Passed(i64);

struct PassedCodec;

impl GraphValue for Passed {
    type Codec = PassedCodec;
}

impl Replaced for PassedCodec {
    type Value = Passed;

    fn read<'de, D: Deserializer<'de>>(from: D, _: ReadContext<'_>) -> Result<Passed, D::Error> {
        i64::deserialize(from).map(Passed)
    }

    fn read_into<'de, D: Deserializer<'de>, P: Out<Passed>>(
        from: D,
        _: ReadContext<'_>,
        out: &mut P,
    ) -> Result<(), D::Error> {
        if let Some(value) = Option::deserialize(from)? {
            out.fill(Passed(value));
        }
        Ok(())
    }

    fn write<S: Serializer>(value: &Passed, _: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_i64(value.0)
    }
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Passing {
    all: Vec<Passed>,
}

#[test]
fn no_item_is_lost_that_a_codec_passes_over() {
    let read: Passing = serde_json::from_str(r#"{"all":[1,2]}"#).unwrap();
    assert_eq!(read.all, [Passed(1), Passed(2)]);
    for text in [r#"{"all":[1,null]}"#, r#"{"all":[null]}"#, r#"{"all":[1,null,2]}"#] {
        let errors = [
            serde_json::from_str::<Passing>(text).unwrap_err(),
            serde_json::from_str::<PassingPartial>(text).unwrap_err(),
            serde_json::from_value::<Passing>(serde_json::from_str(text).unwrap()).unwrap_err(),
        ];
        for error in errors {
            assert!(error.to_string().starts_with("a value was passed over by its reader"), "{error}");
        }
    }
}

#[test]
fn an_output_that_a_codec_passes_over_is_not_taken_for_an_answer_without_content() {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    struct Counted {}
    impl GraphFunction for Counted {
        type On = ServiceRoot;
        type Output = Passed;
        const NAME: &'static str = "counted";
    }
    let given = |body: &'static str| ServiceRoot.call(Counted {}).parse(answer(200, body));
    assert_eq!(given(r#"{"value":7}"#).unwrap(), Passed(7));
    let error = given(r#"{"value":null}"#).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode, "{error}");
    assert_eq!(given("").unwrap_err().kind(), ErrorKind::NoContent);
}
