//! A number in JSON with all of its digits.

use serde::ser::{Error as _, Serialize, Serializer};
use serde_json::value::RawValue;

/// Writes a number; a string where the serializer would lose digits of it, and in a format that no person reads.
pub(super) fn write<S: Serializer>(text: &str, to: S) -> Result<S::Ok, S::Error> {
    if !to.is_human_readable() {
        return to.serialize_str(text);
    }
    // A plain number suits every serializer, where one has the same text. `-0` is no integer.
    if let Ok(number) = text.parse::<i64>()
        && text != "-0"
    {
        return to.serialize_i64(number);
    }
    if let Ok(number) = text.parse::<u64>() {
        return to.serialize_u64(number);
    }
    if let Ok(number) = text.parse::<f64>()
        && serde_json::Number::from_f64(number).is_some_and(|number| number.to_string() == text)
    {
        return to.serialize_f64(number);
    }
    if is_of_serde_json::<S>() {
        return serde_json::from_str::<&RawValue>(text).map_err(S::Error::custom)?.serialize(to);
    }
    to.serialize_str(text)
}

/// Whether the serializer is one of `serde_json`, ours, or a wrapper of such: these know a raw value, others would write
/// an object with a private name. Behind a wrapper that hides what it wraps, a string has the digits.
fn is_of_serde_json<S>() -> bool {
    let name = core::any::type_name::<S>();
    name.contains("serde_json::") || name.contains(OURS)
}

const OURS: &str = "graph_resource::codec::json::";
