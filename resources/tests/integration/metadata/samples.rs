//! Values made of the metadata, which the structs have to read and write: what a wrong type, or a wrong nullability,
//! would not do.

use graph_resource_schema::{EnumMember, Member, Primitive, Type, TypeKind, ValueType};
use graph_resources::graph_resource::Structured;
use serde_json::{Map, Value, json};

use crate::support::{assert_nothing_lost, is_defaulted, write, written};

/// Checks that a whole value is read and written without loss, and each property by its type and nullability.
pub(super) fn check_values<T>(of_type: Type<'_>)
where
    T: Structured + serde::Serialize + serde::de::DeserializeOwned,
{
    // By way of text, so that a decimal keeps its digits.
    let read = |sample: &Map<String, Value>| serde_json::from_str::<T>(&json!(sample).to_string());
    let whole = sample(of_type);
    let name = of_type.qualified_name().to_string();
    let value = read(&whole).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_nothing_lost(&name, &name, &json!(whole), &written(&value));
    for property in of_type.members() {
        let at = format!("{name}.{}", property.name());
        let with = |value: Value| {
            let mut sample = whole.clone();
            sample.insert(property.name().to_owned(), value);
            read(&sample)
        };
        // A collection is never null, and reads null as empty.
        let takes_null = property.is_nullable() || property.is_collection();
        let nothing = |wanted: &Value| *wanted == Value::Null || *wanted == json!([]);
        match with(Value::Null) {
            Ok(value) if takes_null => {
                let written = written(&value);
                assert!(written.get(property.name()).is_none_or(nothing), "{at}: {written}");
            }
            outcome => assert!(outcome.is_err() && !takes_null, "{at}: nullable is {takes_null}"),
        }
        let mut without = whole.clone();
        without.remove(property.name());
        let may_be_absent = takes_null || is_defaulted(property.name());
        assert_eq!(read(&without).is_ok(), may_be_absent, "{at} is absent");
        let of_another_kind =
            if property.value_type().primitive() == Some(Primitive::Boolean) { json!("text") } else { json!(true) };
        assert!(with(of_another_kind).is_err(), "{at} takes a value of another kind");
        let item = |value: Value| if property.is_collection() { json!([value]) } else { value };
        for (value, expected) in telling(property) {
            let written = with(item(value.clone())).ok().map(|value| member(&write(&value), property.name()));
            assert_eq!(written, expected.map(|text| item_text(property, text)), "{at} of {value}");
        }
    }
}

/// The text of a member, digits as they are.
fn member(object: &str, name: &str) -> String {
    let members: std::collections::BTreeMap<String, Box<serde_json::value::RawValue>> =
        serde_json::from_str(object).unwrap();
    members[name].get().to_owned()
}

fn item_text(property: Member<'_>, text: String) -> String {
    if property.is_collection() { format!("[{text}]") } else { text }
}

/// Values that tell a type from those near to it, with the text that is written of them; `None` where they are no
/// values.
fn telling(property: Member<'_>) -> Vec<(Value, Option<String>)> {
    let as_is = |value: Value| (value.clone(), Some(value.to_string()));
    let digits = |text: &str| (serde_json::from_str(text).unwrap(), Some(text.to_owned()));
    let primitive = match property.value_type() {
        ValueType::Primitive(primitive) => primitive,
        // An enumeration knows its members in any case; a string would be left as it came.
        ValueType::Declared(of_type) => {
            let names = of_type.enum_members().map(|member| member.name());
            let known = names.filter(|member| !member.starts_with("unknown"));
            let telling = known.map(|member| (json!(member.to_uppercase()), Some(json!(member).to_string())));
            let is_enumeration = of_type.kind() == TypeKind::Enumeration;
            return telling.chain(is_enumeration.then(|| as_is(json!("fromNextYear")))).collect();
        }
    };
    match primitive {
        Primitive::Int32 => vec![as_is(json!(2_147_483_647)), (json!(2_147_483_648_i64), None), (json!(0.5), None)],
        Primitive::Int64 => vec![as_is(json!(9_007_199_254_740_993_i64)), (json!(0.5), None)],
        // The first integer that single precision has not.
        Primitive::Single => vec![digits("0.35"), (json!(16_777_217), Some("16777216.0".to_owned()))],
        Primitive::Double => vec![digits("0.1"), digits("47.672")],
        Primitive::Date => vec![as_is(json!("0001-01-01")), (json!("2025-03-04T09:15:02Z"), None)],
        Primitive::Decimal => vec![digits("0.1"), digits("16777217")],
        Primitive::DateTimeOffset => vec![
            as_is(json!("0001-01-01T00:00:00Z")),
            as_is(json!("2025-03-04T09:15:02.1234567+03:00")),
            (json!("PT1S"), None),
        ],
        Primitive::Duration => vec![as_is(json!("PT0.018S")), (json!("2025-03-04T09:15:02Z"), None)],
        Primitive::String => vec![as_is(json!("any TEXT, and \u{e4}\u{1f50a}")), as_is(json!(""))],
        Primitive::Boolean => vec![as_is(json!(true)), as_is(json!(false))],
        _ => Vec::new(),
    }
}

/// An object with every property, at any depth.
fn sample(of_type: Type<'_>) -> Map<String, Value> {
    let mut sample = Map::new();
    if of_type.is_open() {
        sample.insert("dynamicMember".to_owned(), json!({ "deep": [1, null] }));
    }
    for property in of_type.members() {
        let value = sample_value(property);
        let value = if property.is_collection() { json!([value]) } else { value };
        sample.insert(property.name().to_owned(), value);
    }
    sample
}

fn sample_value(property: Member<'_>) -> Value {
    match property.value_type() {
        ValueType::Primitive(Primitive::String) => json!(property.name()),
        ValueType::Primitive(Primitive::Boolean) => json!(true),
        ValueType::Primitive(Primitive::Int32) => json!(-7),
        ValueType::Primitive(Primitive::Int64) => json!(4_294_967_295_i64),
        ValueType::Primitive(Primitive::Single | Primitive::Double) => json!(0.35),
        ValueType::Primitive(Primitive::Date) => json!("2025-03-04"),
        ValueType::Primitive(Primitive::Decimal) => json!(12.5),
        ValueType::Primitive(Primitive::DateTimeOffset) => json!("2025-03-04T09:15:02.1234567Z"),
        ValueType::Primitive(Primitive::Duration) => json!("PT0.018S"),
        ValueType::Primitive(other) => panic!("no sample of {other}"),
        ValueType::Declared(of_type) if of_type.kind() == TypeKind::Enumeration => {
            json!(of_type.enum_members().last().as_ref().map(EnumMember::name))
        }
        ValueType::Declared(of_type) => {
            // Of a union, the type with the most to say: the base where there is one, and else a derived one.
            let derived = of_type.derived().find(|derived| of_type.is_abstract() && !derived.is_abstract());
            let mut value = sample(derived.unwrap_or(of_type));
            if let Some(derived) = derived {
                value.insert("@odata.type".to_owned(), json!(format!("#{}", derived.qualified_name())));
            }
            Value::Object(value)
        }
    }
}
