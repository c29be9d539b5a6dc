//! The types of mail, calendars and tasks: by their wire form, and by the examples of the documentation.

use std::collections::BTreeMap;

use graph_resources::graph_resource::edm::LocalDateTime;
use graph_resources::outlook::*;
use serde_json::Value;

use crate::support::{beside, read, tell, write, written};

const FILES: [&str; 2] = ["corpus/get.dev.jsonl", "corpus/patch.dev.jsonl"];

/// How many values of each type the examples have at least.
const LEAST: [(&str, usize); 6] = [
    ("dateTimeTimeZone", 80),
    ("emailAddress", 100),
    ("itemBody", 90),
    ("location", 15),
    ("patternedRecurrence", 6),
    ("recipient", 70),
];

/// The type that an object of an example is of, by its members.
fn type_of(object: &serde_json::Map<String, Value>) -> Option<&'static str> {
    let names: Vec<&str> = object.keys().map(String::as_str).filter(|name| !name.contains('@')).collect();
    let has = |wanted: &[&str]| wanted.iter().all(|name| names.contains(name));
    let is = |wanted: &[&str]| names.len() == wanted.len() && has(wanted);
    if is(&["dateTime", "timeZone"]) {
        Some("dateTimeTimeZone")
    } else if is(&["name", "address"]) && object["address"].as_str().is_some_and(|text| text.contains('@')) {
        Some("emailAddress")
    } else if is(&["contentType", "content"]) {
        Some("itemBody")
    } else if has(&["displayName", "locationType"]) {
        Some("location")
    } else if is(&["pattern", "range"]) {
        Some("patternedRecurrence")
    } else if is(&["emailAddress"]) && object["emailAddress"].is_object() {
        Some("recipient")
    } else {
        None
    }
}

fn read_as(of_type: &str, text: &str) -> Value {
    match of_type {
        "dateTimeTimeZone" => written(&read::<DateTimeTimeZone>(text)),
        "emailAddress" => written(&read::<EmailAddress>(text)),
        "itemBody" => written(&read::<ItemBody>(text)),
        "location" => written(&read::<Location>(text)),
        "patternedRecurrence" => written(&read::<PatternedRecurrence>(text)),
        "recipient" => written(&read::<Recipient>(text)),
        other => panic!("no type is called `{other}`"),
    }
}

/// Members that the examples have in an address, and the metadata has not. A closed type drops them.
const UNDECLARED: [&str; 2] = ["postOfficeBox", "type"];

/// Asserts that what was written has all that came. The pages write members of enumerations in several cases.
fn assert_kept(at: &str, came: &Value, written: &Value) {
    match (came, written) {
        (Value::Object(came), Value::Object(written)) => {
            let said = came.iter().filter(|(name, value)| !name.contains('@') && !value.is_null());
            for (name, value) in said {
                match written.get(name) {
                    Some(written) => assert_kept(&format!("{at}.{name}"), value, written),
                    None => assert!(at.ends_with("address") && UNDECLARED.contains(&&**name), "{at}.{name} is lost"),
                }
            }
        }
        (Value::Array(came), Value::Array(written)) => {
            assert_eq!(came.len(), written.len(), "{at}");
            came.iter().zip(written).for_each(|(came, written)| assert_kept(at, came, written));
        }
        (Value::String(came), Value::String(written)) => assert!(came.eq_ignore_ascii_case(written), "{at}: {written}"),
        (Value::Number(came), Value::Number(written)) => assert_eq!(came.as_f64(), written.as_f64(), "{at}"),
        _ => assert_eq!(came, written, "{at}"),
    }
}

fn look(at: &str, value: &Value, found: &mut BTreeMap<&'static str, usize>) {
    match value {
        Value::Object(object) => {
            if let Some(of_type) = type_of(object) {
                assert_kept(&format!("{at}: {of_type}"), value, &read_as(of_type, &value.to_string()));
                *found.entry(of_type).or_default() += 1;
            }
            object.values().for_each(|member| look(at, member, found));
        }
        Value::Array(items) => items.iter().for_each(|item| look(at, item, found)),
        _ => {}
    }
}

#[test]
fn nothing_that_the_documentation_shows_is_lost() {
    let mut found = BTreeMap::new();
    for file in FILES {
        let Some(text) = beside(file) else {
            tell(format_args!("the examples of `{file}` were left out: there is no such file beside the checkout"));
            return;
        };
        for example in text.lines().map(read::<Value>) {
            let at = example["id"].as_str().unwrap();
            look(at, &example["request_body"], &mut found);
            look(at, &example["response_body"], &mut found);
        }
    }
    for (of_type, least) in LEAST {
        let found = found.get(of_type).copied().unwrap_or_default();
        assert!(found >= least, "{found} values of `{of_type}` were read");
    }
}

#[test]
fn a_date_and_time_keeps_its_digits() {
    let text = r#"{"dateTime":"2019-04-15T12:00:00.0000000","timeZone":"Pacific Standard Time"}"#;
    let noon: DateTimeTimeZone = read(text);
    assert_eq!(write(&noon), text);
    let local: LocalDateTime = noon.local().unwrap();
    assert_eq!(local.to_string(), "2019-04-15T12:00:00.0000000");
    assert_eq!(DateTimeTimeZone::new(local, "Pacific Standard Time"), noon);
    // As bookings write it.
    let with_offset: DateTimeTimeZone = read(r#"{"dateTime":"2018-05-06T12:30:00.0000000Z","timeZone":"UTC"}"#);
    assert!(with_offset.local().is_err());
}

#[test]
fn what_a_recurrence_leaves_out_is_defaulted() {
    let text = r#"{"pattern":{"type":"Weekly","daysOfWeek":["Tuesday"],"interval":1},"range":{"type":"noEnd"}}"#;
    let recurrence: PatternedRecurrence = read(text);
    let pattern = recurrence.pattern.unwrap();
    assert_eq!(pattern.days_of_week, [DayOfWeek::Tuesday]);
    assert_eq!((pattern.interval, pattern.day_of_month, pattern.month), (1, 0, 0));
    assert_eq!(recurrence.range.unwrap().r#type, Some(RecurrenceRangeType::NoEnd));
}

#[test]
fn the_short_ways_write_what_the_long_ones_do() {
    assert_eq!(write(&ItemBody::text("a")), r#"{"content":"a","contentType":"text"}"#);
    assert_eq!(write(&ItemBody::html("a")), r#"{"content":"a","contentType":"html"}"#);
    let recipient = Recipient::from(EmailAddress::new("adele@contoso.com"));
    assert_eq!(recipient, read(r#"{"emailAddress":{"address":"adele@contoso.com"}}"#));
}
