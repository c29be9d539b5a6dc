//! A number in JSON with all of its digits.

use serde::ser::{Error as _, Serialize, Serializer};
use serde_json::value::RawValue;

/// Writes a number, or a string in a format that no person reads.
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
    serde_json::from_str::<&RawValue>(text).map_err(S::Error::custom)?.serialize(to)
}
