//! JSON as it is sent: in one order, whatever features of `serde_json` the build has.
//!
//! Control information comes first, and `p@odata.type` right before `p`: the order that `odata.streaming=true`
//! promises to readers. Properties are in alphabetical order.
//!
//! Source: OData JSON Format 4.0, section 4.4 (payload ordering).

use bytes::Bytes;
use serde::ser::{Serialize, Serializer};
use serde_json::Value;

/// The media type of every JSON answer.
pub(crate) const JSON: &str =
    "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

pub(crate) fn to_bytes(value: &Value) -> Bytes {
    // A value has string keys only, and writing into a `Vec` does not fail.
    serde_json::to_vec(&Ordered(value)).unwrap_or_default().into()
}

struct Ordered<'v>(&'v Value);

impl Serialize for Ordered<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Object(object) => {
                let mut members: Vec<_> = object.iter().collect();
                members.sort_by_key(|(name, _)| rank(name));
                to.collect_map(members.into_iter().map(|(name, value)| (name, Ordered(value))))
            }
            Value::Array(items) => to.collect_seq(items.iter().map(Ordered)),
            scalar => scalar.serialize(to),
        }
    }
}

/// The property, then which of its annotations; the property itself is last.
fn rank(name: &str) -> (&str, u8, &str) {
    match name.split_once('@') {
        None => (name, 3, ""),
        Some((property, "odata.context")) => (property, 0, ""),
        Some((property, "odata.type")) => (property, 1, ""),
        Some((property, annotation)) => (property, 2, annotation),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::to_bytes;

    #[test]
    fn control_information_comes_first() {
        let value = json!({
            "id": "1", "b": {"z": 1, "@odata.type": "#t"}, "b@odata.type": "#t", "@odata.etag": "e",
            "a": [{"y": 2, "@odata.type": "#t"}], "@odata.type": "#t", "@odata.context": "c",
        });
        assert_eq!(
            to_bytes(&value),
            "{\"@odata.context\":\"c\",\"@odata.type\":\"#t\",\"@odata.etag\":\"e\",\
             \"a\":[{\"@odata.type\":\"#t\",\"y\":2}],\
             \"b@odata.type\":\"#t\",\"b\":{\"@odata.type\":\"#t\",\"z\":1},\"id\":\"1\"}"
        );
    }
}
