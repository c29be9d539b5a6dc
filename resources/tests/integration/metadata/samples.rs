//! Values made of the metadata, which the structs have to read and write: what a wrong type, or a wrong nullability,
//! would not do.

use graph_resources::graph_resource::Structured;
use serde_json::{Map, Value, json};

use super::model::{Metadata, Property};
use crate::support::{assert_nothing_lost, is_defaulted, write, written};

/// Checks that a whole value is read and written without loss, and each property by its type and nullability.
pub(super) fn check_values<T>(metadata: &Metadata, name: &str)
where
    T: Structured + serde::Serialize + serde::de::DeserializeOwned,
{
    // By way of text, so that a decimal keeps its digits.
    let read = |sample: &Map<String, Value>| serde_json::from_str::<T>(&json!(sample).to_string());
    let whole = sample(metadata, name);
    let value = read(&whole).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_nothing_lost(name, name, &json!(whole), &written(&value));
    for property in metadata.properties(name) {
        let at = format!("{name}.{}", property.name);
        let with = |value: Value| {
            let mut sample = whole.clone();
            sample.insert(property.name.clone(), value);
            read(&sample)
        };
        // A collection is never null, and reads null as empty.
        let takes_null = property.is_nullable || property.is_collection;
        let nothing = |wanted: &Value| *wanted == Value::Null || *wanted == json!([]);
        match with(Value::Null) {
            Ok(value) if takes_null => {
                let written = written(&value);
                assert!(written.get(&property.name).is_none_or(nothing), "{at}: {written}");
            }
            outcome => assert!(outcome.is_err() && !takes_null, "{at}: nullable is {takes_null}"),
        }
        let mut without = whole.clone();
        without.remove(&property.name);
        let may_be_absent = takes_null || is_defaulted(&property.name);
        assert_eq!(read(&without).is_ok(), may_be_absent, "{at} is absent");
        let of_another_kind = if property.of_type == "Edm.Boolean" { json!("text") } else { json!(true) };
        assert!(with(of_another_kind).is_err(), "{at} takes a value of another kind");
        let item = |value: Value| if property.is_collection { json!([value]) } else { value };
        for (value, expected) in telling(metadata, &property) {
            let written = with(item(value.clone())).ok().map(|value| member(&write(&value), &property.name));
            assert_eq!(written, expected.map(|text| item_text(&property, text)), "{at} of {value}");
        }
    }
}

/// The text of a member, digits as they are.
fn member(object: &str, name: &str) -> String {
    let members: std::collections::BTreeMap<String, Box<serde_json::value::RawValue>> =
        serde_json::from_str(object).unwrap();
    members[name].get().to_owned()
}

fn item_text(property: &Property, text: String) -> String {
    if property.is_collection { format!("[{text}]") } else { text }
}

/// Values that tell a type from those near to it, with the text that is written of them; `None` where they are no
/// values.
fn telling(metadata: &Metadata, property: &Property) -> Vec<(Value, Option<String>)> {
    let as_is = |value: Value| (value.clone(), Some(value.to_string()));
    let digits = |text: &str| (serde_json::from_str(text).unwrap(), Some(text.to_owned()));
    match &*property.of_type {
        "Edm.Int32" => vec![as_is(json!(2_147_483_647)), (json!(2_147_483_648_i64), None), (json!(0.5), None)],
        "Edm.Int64" => vec![as_is(json!(9_007_199_254_740_993_i64)), (json!(0.5), None)],
        // The first integer that single precision has not.
        "Edm.Single" => vec![digits("0.35"), (json!(16_777_217), Some("16777216.0".to_owned()))],
        "Edm.Decimal" => vec![digits("0.1"), digits("16777217")],
        "Edm.DateTimeOffset" => vec![
            as_is(json!("0001-01-01T00:00:00Z")),
            as_is(json!("2025-03-04T09:15:02.1234567+03:00")),
            (json!("PT1S"), None),
        ],
        "Edm.Duration" => vec![as_is(json!("PT0.018S")), (json!("2025-03-04T09:15:02Z"), None)],
        "Edm.String" => vec![as_is(json!("any TEXT, and \u{e4}\u{1f50a}")), as_is(json!(""))],
        "Edm.Boolean" => vec![as_is(json!(true)), as_is(json!(false))],
        // An enumeration knows its members in any case; a string would be left as it came.
        name if is_enumeration(metadata, name) => metadata
            .members(name)
            .into_iter()
            .filter(|member| !member.starts_with("unknown"))
            .map(|member| (json!(member.to_uppercase()), Some(json!(member).to_string())))
            .chain([as_is(json!("fromNextYear"))])
            .collect(),
        _ => Vec::new(),
    }
}

fn is_enumeration(metadata: &Metadata, name: &str) -> bool {
    !name.starts_with("Edm.") && metadata.is_enumeration(name)
}

/// An object with every property, at any depth.
fn sample(metadata: &Metadata, name: &str) -> Map<String, Value> {
    let mut sample = Map::new();
    if metadata.is_open(name) {
        sample.insert("dynamicMember".to_owned(), json!({ "deep": [1, null] }));
    }
    for property in metadata.properties(name) {
        let value = sample_value(metadata, &property);
        sample.insert(property.name, if property.is_collection { json!([value]) } else { value });
    }
    sample
}

fn sample_value(metadata: &Metadata, property: &Property) -> Value {
    match &*property.of_type {
        "Edm.String" => json!(property.name),
        "Edm.Boolean" => json!(true),
        "Edm.Int32" => json!(-7),
        "Edm.Int64" => json!(4_294_967_295_i64),
        "Edm.Single" => json!(0.35),
        "Edm.Decimal" => json!(12.5),
        "Edm.DateTimeOffset" => json!("2025-03-04T09:15:02.1234567Z"),
        "Edm.Duration" => json!("PT0.018S"),
        name if metadata.is_enumeration(name) => json!(metadata.members(name).last()),
        name => {
            // Of a union, the type with the most to say: the base where there is one, and else a derived one.
            let derived = metadata.concrete_types_derived_from(name);
            let named = derived.first().filter(|_| metadata.is_abstract(name));
            let mut value = sample(metadata, named.map_or(name, |named| named));
            if let Some(named) = named {
                value.insert("@odata.type".to_owned(), json!(format!("#{named}")));
            }
            Value::Object(value)
        }
    }
}
