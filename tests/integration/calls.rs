//! Functions and actions: the line and the body to the byte, and all that an answer may be.

use graph_resource::edm::{Binary, Date, Decimal, Duration, Guid, TimeOfDay};
use graph_resource::request::Operation;
use graph_resource::{
    At, Collection, DateTimeOffset, ETag, ErrorKind, Fetched, GraphAction, GraphComplex, GraphFunction, GraphResource,
    GraphValue, Page, Request, ServiceRoot,
};
use graph_resource_tests::call_record::CallRecord;
use graph_resource_tests::shapes::Kind;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Map, Value, json};

use crate::strategies::text;
use crate::support::{BASE, answer, answer_with, body_of, client, line_of, moment, object, read};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<user_id>/events/<id>")]
struct Event {
    id: String,
    version: i64,
    subject: Option<String>,
    #[graph_resource(etag)]
    etag: Option<ETag>,
}

/// A singleton.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/drive/root")]
struct Root {
    name: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Row {
    id: String,
    duration: Option<i32>,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct GetPstnCalls {
    from_date_time: DateTimeOffset,
    to_date_time: DateTimeOffset,
}

impl GraphFunction for GetPstnCalls {
    type On = Collection<CallRecord>;
    type Output = Page<Row>;
    const NAME: &'static str = "microsoft.graph.callRecords.getPstnCalls";
}

/// A function of one parameter.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Of<T: GraphValue> {
    value: T,
}

impl<T: GraphValue> GraphFunction for Of<T> {
    type On = ServiceRoot;
    type Output = ();
    const NAME: &'static str = "f";
}

/// What stands in the parentheses, and the query.
fn literal<T: GraphValue>(value: T) -> String {
    let line = line_of(&ServiceRoot.call(Of { value }));
    line.strip_prefix("GET /f(value=").unwrap_or_else(|| panic!("{line}")).to_owned()
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Range {
    from: Date,
    #[graph_resource(read_only)]
    length: Option<i32>,
    names: Vec<String>,
    comment: Option<String>,
}

#[test]
fn a_function_is_a_get_with_its_parameters_in_the_url() {
    let request = CallRecord::collection().call(GetPstnCalls {
        from_date_time: moment("2019-11-01T00:00:00Z"),
        to_date_time: moment("2019-12-01T00:00:00.5+02:00"),
    });
    assert_eq!(
        line_of(&request),
        "GET /communications/callRecords/microsoft.graph.callRecords.getPstnCalls(\
         fromDateTime=2019-11-01T00:00:00Z,toDateTime=2019-12-01T00:00:00.5%2B02:00)"
    );
    let http = request.to_http(BASE).unwrap();
    assert!(http.body().is_empty());
    assert_eq!(http.headers().len(), 1, "no content, and no type of it");
}

#[test]
fn every_primitive_type_has_its_literal() {
    assert_eq!(literal(true), "true)");
    assert_eq!(literal(200_u8), "200)");
    assert_eq!(literal(-128_i8), "-128)");
    assert_eq!(literal(-5_i16), "-5)");
    assert_eq!(literal(5_i32), "5)");
    assert_eq!(literal(i64::MIN), "-9223372036854775808)");
    assert_eq!(literal(0.1_f32), "0.1)");
    assert_eq!(literal(1.5_f64), "1.5)");
    assert_eq!(literal(f64::INFINITY), "INF)");
    assert_eq!(literal(f32::NEG_INFINITY), "-INF)");
    assert_eq!(literal(f64::NAN), "NaN)");
    assert_eq!(literal("12.50".parse::<Decimal>().unwrap()), "12.50)");
    assert_eq!(
        literal("79228162514264337593543950335.10".parse::<Decimal>().unwrap()),
        "79228162514264337593543950335.10)"
    );
    assert_eq!(literal("D7".to_owned()), "'D7')");
    assert_eq!(literal("2016-09-22".parse::<Date>().unwrap()), "2016-09-22)");
    assert_eq!(literal("07:59:59.9999999".parse::<TimeOfDay>().unwrap()), "07:59:59.9999999)");
    assert_eq!(literal(moment("2020-02-25T18:52:21.2169889Z")), "2020-02-25T18:52:21.2169889Z)");
    assert_eq!(literal("-P1DT0.5S".parse::<Duration>().unwrap()), "duration'-P1DT0.5S')");
    assert_eq!(
        literal("E523D2ED-2966-4B6B-925B-754A88034CC5".parse::<Guid>().unwrap()),
        "e523d2ed-2966-4b6b-925b-754a88034cc5)"
    );
    assert_eq!(literal(Binary::from(vec![0xff, 0xef, 0xff])), "binary'_-__')");
    assert_eq!(literal("+/8=".parse::<Binary>().unwrap()), "binary'-_8%3D')");
    assert_eq!(literal(Kind::Second), "'second_kind')");
    assert_eq!(literal(Kind::Unknown("O'Neil".into())), "'O%27%27Neil')");
    assert_eq!(literal(Box::new(moment("2020-02-25T18:52Z"))), "2020-02-25T18:52Z)");
    assert_eq!(literal(json!("text")), "'text')");
    assert_eq!(literal(json!(7)), "7)");
    assert_eq!(literal(Value::Null), "null)");
}

#[test]
fn a_string_breaks_out_of_nothing() {
    assert_eq!(literal(String::new()), "'')");
    assert_eq!(literal("O'Neil".to_owned()), "'O%27%27Neil')");
    assert_eq!(literal("a/b?c#d&e=f;g,h)i".to_owned()), "'a%2Fb%3Fc%23d%26e%3Df%3Bg%2Ch%29i')");
    assert_eq!(literal("+ %2F".to_owned()), "'%2B%20%252F')");
    assert_eq!(literal("é\u{1F600}\0\n".to_owned()), "'%C3%A9%F0%9F%98%80%00%0A')");
    assert_eq!(literal("..".to_owned()), "'..')");
    assert_eq!(literal("@p:".to_owned()), "'%40p%3A')");
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Between {
    range: Option<Range>,
    ids: Option<Vec<i64>>,
    count: i32,
}
impl GraphFunction for Between {
    type On = ServiceRoot;
    type Output = ();
    const NAME: &'static str = "between";
}

#[test]
fn collections_and_objects_go_by_an_alias() {
    assert_eq!(literal(vec!["a".to_owned(), "b&'+#".to_owned()]), "@value)?@value=%5B%22a%22,%22b%26'%2B%23%22%5D");
    assert_eq!(literal(Vec::<i32>::new()), "@value)?@value=%5B%5D");
    // Inside of it, all is JSON, in the form of a creation.
    let range = Range { from: "2016-09-22".parse().unwrap(), length: Some(1), names: vec!["x".into()], comment: None };
    assert_eq!(literal(range.clone()), "@value)?@value=%7B%22from%22:%222016-09-22%22,%22names%22:%5B%22x%22%5D%7D");
    assert_eq!(literal(vec!["PT1H".parse::<Duration>().unwrap()]), "@value)?@value=%5B%22PT1H%22%5D");
    assert_eq!(literal(json!({"a": [1]})), "@value)?@value=%7B%22a%22:%5B1%5D%7D");
    // With an option of the caller's own.
    let request = ServiceRoot.call(Of { value: vec![1] }).query("$top", 5);
    assert_eq!(line_of(&request), "GET /f(value=@value)?@value=%5B1%5D&$top=5");
    // What is `None` is not there.
    let both = Between { range: Some(Range { names: vec![], ..range }), ids: Some(vec![1, 2]), count: 3 };
    assert_eq!(
        line_of(&ServiceRoot.call(both)),
        "GET /between(range=@range,ids=@ids,count=3)\
         ?@range=%7B%22from%22:%222016-09-22%22,%22names%22:%5B%5D%7D&@ids=%5B1,2%5D"
    );
    assert_eq!(line_of(&ServiceRoot.call(Between { range: None, ids: None, count: 3 })), "GET /between(count=3)");
}

#[test]
fn foreign_and_additional_parameters_go_by_their_json() {
    mod shouted {
        pub(super) fn serialize<S: serde::Serializer>(value: &str, to: S) -> Result<S::Ok, S::Error> {
            to.serialize_str(&value.to_uppercase())
        }
        pub(super) fn deserialize<'de, D: serde::Deserializer<'de>>(from: D) -> Result<String, D::Error> {
            serde::Deserialize::deserialize(from)
        }
    }
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    #[graph_resource(odata_type = "test.parameters")]
    struct Open {
        #[graph_resource(opaque)]
        number: (u64,),
        #[graph_resource(opaque)]
        text: std::net::Ipv4Addr,
        #[graph_resource(with = "shouted")]
        loud: String,
        #[graph_resource(additional)]
        more: Map<String, Value>,
    }
    impl GraphFunction for Open {
        type On = At<Root>;
        type Output = ();
        const NAME: &'static str = "open";
    }
    let open = |more: &str| Open { number: (7,), text: [127, 0, 0, 1].into(), loud: "it's".into(), more: object(more) };
    assert_eq!(
        line_of(&Root::at().call(open(r#"{"a b":"x","c":true,"d":null,"e":{"f":1}}"#))),
        "GET /me/drive/root/open(number=@number,text='127.0.0.1',loud='IT%27%27S',a%20b='x',c=true,e=@e)\
         ?@number=%5B7%5D&@e=%7B%22f%22:1%7D"
    );
    assert_eq!(
        line_of(&Root::at().call(open(r##"{"@odata.type":"#test.other"}"##))),
        "GET /me/drive/root/open(number=@number,text='127.0.0.1',loud='IT%27%27S')?@number=%5B7%5D",
        "a type is no parameter"
    );
    for name in ["@p", "p@odata.type", ""] {
        let mut refused = open("{}");
        refused.more.insert(name.to_owned(), 1.into());
        let error = Root::at().call(refused).to_http(BASE).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Encode);
        assert_eq!(
            error.to_string(),
            format!("`{name}` cannot be the name of a function's parameter; remove it from `additional`")
        );
    }
    let error = Root::at().call(open(r#"{"loud":1}"#)).to_http(BASE).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Encode);
}

#[test]
fn any_string_arrives_as_it_was() {
    let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::default() });
    let law = |string: String| {
        let request = ServiceRoot.call(Of { value: string.clone() }).to_http(BASE).unwrap();
        assert_eq!(request.uri().query(), None);
        // As a service reads it: split at slashes, decode once, then parse.
        let segments: Vec<_> = request.uri().path().split('/').collect();
        let ["", "v1.0", call] = segments[..] else { panic!("{segments:?}") };
        let call = percent_decoded(call);
        let quoted = call.strip_prefix("f(value='").and_then(|rest| rest.strip_suffix("')")).unwrap();
        let pairs: Vec<_> = quoted.split("''").collect();
        assert!(pairs.iter().all(|part| !part.contains('\'')), "a quote that is not doubled in {quoted}");
        assert_eq!(pairs.join("'"), string);
        Ok(())
    };
    let quotes = "['/%+ a]{0,6}";
    runner.run(&prop_oneof![text(), quotes.prop_map(String::from)], law).unwrap_or_else(|failure| panic!("{failure}"));
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = text.bytes();
    let mut decoded = Vec::new();
    while let Some(byte) = bytes.next() {
        decoded.push(if byte == b'%' {
            let digits = [bytes.next().unwrap(), bytes.next().unwrap()];
            u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap()
        } else {
            byte
        });
    }
    String::from_utf8(decoded).unwrap()
}

#[test]
fn a_call_follows_the_path_of_what_it_is_bound_to() {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    struct Nothing {}
    impl GraphFunction for Nothing {
        type On = At<Event>;
        type Output = ();
        const NAME: &'static str = "f";
    }
    impl GraphAction for Nothing {
        type On = Collection<Event>;
        type Output = ();
        const NAME: &'static str = "odd name?#%/g";
    }
    assert_eq!(line_of(&Event::at("a/b", "$c").call(Nothing {})), "GET /users/a%2Fb/events('%24c')/f()");
    assert_eq!(line_of(&Event::collection("u").invoke(Nothing {})), "POST /users/u/events/odd%20name%3F%23%25/g");
    let error = Event::at("", "e").call(Nothing {}).to_http(BASE).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Path);
    // Options and headers as elsewhere.
    let request =
        Event::at("u", "e").call(Nothing {}).query("$select", "id").query("$filter", "a eq 'b'").header("x-a", "1");
    assert_eq!(line_of(&request), "GET /users/u/events/e/f()?$select=id&$filter=a%20eq%20'b'");
    assert_eq!(request.to_http(BASE).unwrap().headers()["x-a"], "1");
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Forward {
    comment: Option<String>,
    send_response: Option<bool>,
    ranges: Vec<Range>,
    at: Option<DateTimeOffset>,
}

impl GraphAction for Forward {
    type On = At<Event>;
    type Output = ();
    const NAME: &'static str = "forward";
}

#[test]
fn an_action_is_a_post_with_its_parameters_in_the_body() {
    let range = Range { from: "2016-09-22".parse().unwrap(), length: Some(1), names: vec![], comment: None };
    let forward = Forward {
        comment: Some("\"'".into()),
        send_response: None,
        ranges: vec![range],
        at: Some(moment("2020-01-01T00:00Z")),
    };
    let request = Event::at("u", "e").invoke(forward);
    assert_eq!(line_of(&request), "POST /users/u/events/e/forward");
    assert_eq!(
        body_of(&request),
        r#"{"comment":"\"'","ranges":[{"from":"2016-09-22","names":[]}],"at":"2020-01-01T00:00Z"}"#
    );
    assert_eq!(request.to_http(BASE).unwrap().headers()["content-type"], "application/json");
    assert!(request.parse(answer(202, "")).is_ok());
}

#[test]
fn an_action_without_parameters_has_no_body() {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    struct Restart {}
    impl GraphAction for Restart {
        type On = At<Root>;
        type Output = ();
        const NAME: &'static str = "restart";
    }
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    struct Decline {
        comment: Option<String>,
    }
    impl GraphAction for Decline {
        type On = At<Root>;
        type Output = ();
        const NAME: &'static str = "decline";
    }
    let http = Root::at().invoke(Restart {}).to_http(BASE).unwrap();
    assert_eq!((http.method().as_str(), http.body().len(), http.headers().len()), ("POST", 0, 1));
    assert_eq!(body_of(&Root::at().invoke(Decline { comment: None })), "{}");
}

#[test]
fn parameters_are_in_no_debug_output() {
    let forward = Forward { comment: Some("hush".into()), send_response: None, ranges: vec![], at: None };
    let shown =
        format!("{:?} {:?}", Event::at("u", "e").invoke(forward), ServiceRoot.call(Of { value: "hush".to_owned() }));
    assert!(shown.contains("forward") && shown.contains("\"f\"") && !shown.contains("hush"), "{shown}");
}

/// Functions of every output.
macro_rules! outputs {
    ($($name:ident: $output:ty;)*) => {$(
        #[derive(Clone, Debug, PartialEq, GraphComplex)]
        struct $name {}

        impl GraphFunction for $name {
            type On = ServiceRoot;
            type Output = $output;
            const NAME: &'static str = "f";
        }
    )*};
}

outputs! {
    Flag: bool;
    Number: i64;
    Texts: Vec<String>;
    Rows: Vec<Row>;
    Member: Kind;
    Moment: DateTimeOffset;
    Untyped: Value;
    OneRow: Row;
    BoxedRow: Box<Row>;
    MaybeRow: Option<Row>;
    MaybeNumber: Option<i64>;
    MaybeEvent: Option<Fetched<Event>>;
    OneEvent: Fetched<Event>;
    VersionedRow: Fetched<Row>;
    Events: Page<Event>;
    PageOfRows: Page<Row>;
    Valued: HasValue;
}

/// A complex type with a member `value`, as key and value pairs have one.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct HasValue {
    value: Option<Value>,
}

fn given<F: GraphFunction<On = ServiceRoot>>(
    function: F,
    body: &'static str,
) -> Result<F::Output, graph_resource::Error> {
    ServiceRoot.call(function).parse(answer(200, body))
}

#[test]
fn single_values_and_collections_stand_in_value() {
    assert!(given(Flag {}, r#"{"@odata.context":"c","value":true}"#).unwrap());
    assert_eq!(given(Number {}, r##"{"@odata.type":"#Int64","value":"12"}"##).unwrap(), 12);
    assert_eq!(given(Texts {}, r#"{"value":["a","b"],"more":{"x":[]}}"#).unwrap(), ["a", "b"]);
    assert!(given(Texts {}, r#"{"value":[],"@odata.nextLink":null}"#).unwrap().is_empty());
    assert_eq!(given(Rows {}, r#"{"value":[{"id":"1"}]}"#).unwrap()[0].id, "1");
    assert_eq!(given(Member {}, r#"{"value":"newKind"}"#).unwrap(), Kind::Unknown("newKind".into()));
    assert_eq!(given(Moment {}, r#"{"value":"2020-01-01T00:00Z"}"#).unwrap(), moment("2020-01-01T00:00Z"));
    assert_eq!(given(Untyped {}, r#"{"value":{"a":1}}"#).unwrap(), json!({"a": 1}));
}

#[test]
fn an_object_is_the_answer_itself_and_is_taken_out_of_value_too() {
    let row = Row { id: "1".into(), duration: None };
    for body in [
        r#"{"@odata.context":"c","id":"1"}"#,
        r#"{"value":{"id":"1"}}"#,
        r#"{"@odata.context":"c","value":{"id":"1"}}"#,
    ] {
        assert_eq!(given(OneRow {}, body).unwrap(), row);
        assert_eq!(*given(BoxedRow {}, body).unwrap(), row);
        assert_eq!(given(VersionedRow {}, body).unwrap().into_inner(), row);
        assert_eq!(given(MaybeRow {}, body).unwrap(), Some(row.clone()));
    }
    // What has a member `value` of its own is not mistaken for a wrapper.
    assert_eq!(given(Valued {}, r#"{"value":{"value":1}}"#).unwrap().value, Some(json!({"value": 1})));
    let headers = [("request-id", "r"), ("etag", "\"2\"")];
    let event = r#"{"@odata.etag":"\"1\"","id":"e","version":7}"#;
    let fetched = ServiceRoot.call(OneEvent {}).parse(answer_with(200, &headers, event)).unwrap();
    assert_eq!(
        (fetched.version, fetched.etag().map(ETag::as_str), fetched.request_id()),
        (7, Some("\"1\""), Some("r"))
    );
    assert_eq!(fetched.location(), None, "where the resource is served, a function does not say");
}

#[test]
fn nothing_is_an_answer_where_it_may_be_one() {
    for body in ["", r#"{"value":null}"#, "null", r#"{"@odata.context":"c","value":null}"#] {
        assert_eq!(given(MaybeNumber {}, body).unwrap(), None, "{body}");
        assert_eq!(given(MaybeRow {}, body).unwrap(), None, "{body}");
        assert!(given(MaybeEvent {}, body).unwrap().is_none(), "{body}");
    }
    assert_eq!(given(MaybeNumber {}, r#"{"value":1}"#).unwrap(), Some(1));
    assert_eq!(ServiceRoot.call(MaybeRow {}).parse(answer(204, "{}")).unwrap(), None);
    assert_eq!(given(Number {}, "").unwrap_err().kind(), ErrorKind::NoContent);
    assert_eq!(given(OneRow {}, "").unwrap_err().kind(), ErrorKind::NoContent);
    assert_eq!(given(OneEvent {}, "").unwrap_err().kind(), ErrorKind::NoContent);
    assert_eq!(given(PageOfRows {}, "").unwrap_err().kind(), ErrorKind::NoContent);
}

#[test]
fn errors_of_answers_have_a_path() {
    let at = |error: graph_resource::Error| {
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert_eq!(error.status().map(|status| status.as_u16()), Some(200));
        error.to_string()
    };
    assert_eq!(
        at(given(Number {}, r#"{"value":"x"}"#).unwrap_err()),
        "invalid value: string, expected an integer of 64 bits at `value`"
    );
    assert_eq!(
        at(given(Number {}, r#"{"value":null}"#).unwrap_err()),
        "invalid type: null, expected an integer of 64 bits at `value`"
    );
    assert_eq!(at(given(Flag {}, r#"{"id":1}"#).unwrap_err()), "missing field `value`");
    assert_eq!(
        at(given(Texts {}, r#"{"value":["a",1]}"#).unwrap_err()),
        "invalid type: integer `1`, expected a string at `value[1]`"
    );
    let missing = "missing property `id`; it is not nullable and without `default`";
    assert_eq!(at(given(OneRow {}, "{}").unwrap_err()), format!("the answer is not whole: {missing} at `id`"));
    assert_eq!(
        at(given(OneRow {}, r#"{"value":{}}"#).unwrap_err()),
        format!("the answer is not whole: {missing} at `value.id`")
    );
    assert_eq!(
        at(given(VersionedRow {}, r#"{"value":{}}"#).unwrap_err()),
        format!("the answer is no whole `Row`: {missing} at `value.id`")
    );
    assert_eq!(
        at(given(PageOfRows {}, r#"{"value":[{"id":"1"},{}]}"#).unwrap_err()),
        format!("the answer is no whole `Row`: {missing} at `value[1].id`")
    );
    assert_eq!(
        at(given(OneRow {}, r#"{"id":"1","duration":"PT"}"#).unwrap_err()),
        "invalid value: string, expected an integer of 32 bits for property `duration` at `duration`"
    );
    // Items that would be missing without anyone knowing.
    assert_eq!(
        at(given(Texts {}, r#"{"value":["a"],"@odata.nextLink":"https://graph.microsoft.com/v1.0/next"}"#)
            .unwrap_err()),
        "the answer is not the last page; make the output a `Page`"
    );
    let error = ServiceRoot.call(Flag {}).parse(answer(404, r#"{"error":{"code":"x"}}"#)).unwrap_err();
    assert!(error.is_not_found());
}

#[test]
fn pages_of_a_functions_result_are_followed() {
    let first = r#"{"@odata.count":1000,"value":[{"id":"1","duration":5}],
        "@odata.nextLink":"https://graph.microsoft.com/v1.0/communications/callRecords/getPstnCalls(from=2019-11-01)?$skip=1"}"#;
    let request = CallRecord::collection().call(GetPstnCalls {
        from_date_time: moment("2019-11-01T00:00:00Z"),
        to_date_time: moment("2019-12-01T00:00:00Z"),
    });
    let page: Page<Row> = request.parse(answer(200, first)).unwrap();
    assert_eq!((page.count(), page[0].duration, page[0].location()), (Some(1000), Some(5), None));
    let next = page.next_page().unwrap();
    assert_eq!(line_of(&next), "GET /communications/callRecords/getPstnCalls(from=2019-11-01)?$skip=1");
    let last: Page<Row> = next.parse(answer(200, r#"{"value":[{"id":"2"}]}"#)).unwrap();
    assert_eq!(last.into_items().remove(0).into_inner(), Row { id: "2".into(), duration: None });
    let events = given(Events {}, r#"{"value":[{"@odata.etag":"e","id":"1","version":1}]}"#).unwrap();
    assert_eq!((events[0].etag().map(ETag::as_str), events[0].etag.is_some()), (Some("e"), true));
    assert!(events.next_page().is_none());
}

fn prefer<O: Operation>(request: &Request<O>) -> String {
    let http = request.to_http(BASE).unwrap();
    let all: Vec<_> = http.headers().get_all("prefer").iter().map(|value| value.to_str().unwrap()).collect();
    all.join(" | ")
}

#[test]
fn preferences_share_one_header() {
    assert_eq!(prefer(&CallRecord::at("1").get().include_unknown_enum_members()), "include-unknown-enum-members");
    let update = || Event::at("u", "e").update(EventPatch::new().version(1));
    assert_eq!(
        prefer(
            &update()
                .return_representation()
                .include_unknown_enum_members()
                .prefer("IdType=\"ImmutableId\"")
                .return_minimal()
        ),
        "return=minimal, include-unknown-enum-members, IdType=\"ImmutableId\""
    );
    assert_eq!(prefer(&update().prefer("odata.maxpagesize=5").prefer("OData.MaxPageSize=6")), "OData.MaxPageSize=6");
    assert_eq!(prefer(&update()), "");
    assert_eq!(prefer(&ServiceRoot.call(Flag {}).include_unknown_enum_members()), "include-unknown-enum-members");
    for text in ["", " ", "=1", "a\r\nx-b: c"] {
        let error = update().prefer(text).to_http(BASE).unwrap_err();
        assert_eq!((error.kind(), &*error.to_string()), (ErrorKind::Header, "a preference cannot be sent"), "{text}");
    }
}

#[tokio::test]
async fn a_reload_states_the_preferences_again() {
    let record = || answer(200, r#"{"id":"e","version":1}"#);
    let client = client([record(), record()]);
    let request = Event::at("u", "e").get().include_unknown_enum_members().query("$top", 1).query("$skip", 2);
    let mut event = client.send(request).await.unwrap().track();
    event.reload(&client).await.unwrap();
    let sent = client.transport().sent();
    assert_eq!(sent[1].header("prefer"), Some("include-unknown-enum-members"));
    assert_eq!(sent[0].line, sent[1].line);
}

#[test]
fn no_query_option_is_sent_twice() {
    let props = Event::props();
    let list = || Event::collection("u").list();
    assert_eq!(
        line_of(&list().query("$top", 1).query("$skip", 2).query("$top", 3)),
        "GET /users/u/events?$top=3&$skip=2"
    );
    assert_eq!(
        line_of(&list().select(props.version).query("$top", 1).query("$select", "subject,version,x y")),
        "GET /users/u/events?$select=id,version,subject,x%20y&$top=1"
    );
    assert_eq!(line_of(&list().query("$select", "subject")), "GET /users/u/events?$select=subject");
    assert_eq!(line_of(&list().select(props.id).query("$select", "")), "GET /users/u/events?$select=id");
}

#[test]
fn a_next_page_has_its_options_in_its_link() {
    let body = r#"{"value":[],"@odata.nextLink":"https://graph.microsoft.com/v1.0/users/u/events?$skip=1"}"#;
    let page = Event::collection("u").list().parse(answer(200, body)).unwrap();
    let error = page.next_page().unwrap().query("$top", 1).to_http(BASE).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Query);
    assert_eq!(
        error.to_string(),
        "the link to a next page is used as it came; give query options to the first request"
    );
    let next = page.next_page().unwrap().include_unknown_enum_members().header("x-a", "1");
    assert_eq!(prefer(&next), "include-unknown-enum-members");
}

#[test]
fn a_parameter_struct_reads_and_writes_like_any_other() {
    let forward: Forward = read(r#"{"comment":"c","ranges":[]}"#);
    assert_eq!(forward, Forward { comment: Some("c".into()), send_response: None, ranges: vec![], at: None });
}
