//! The text of a value that is read later.

use core::fmt;
use std::borrow::Cow;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error as _, MapAccess, Unexpected, Visitor};
use serde_json::Value;

use crate::codec::json::RAW;
use crate::text::cow_str::CowStr;

/// A value as its JSON text, so that no digit of a number is lost. Borrowed from the body where that is one text.
pub(crate) struct KeptText<'de>(pub(crate) Cow<'de, str>);

impl KeptText<'_> {
    /// The JSON of a string, or of any other value.
    pub(crate) fn of<T: serde::Serialize + ?Sized, E: serde::de::Error>(value: &T) -> Result<Self, E> {
        serde_json::to_string(value).map(|json| Self(Cow::Owned(json))).map_err(E::custom)
    }

    pub(crate) fn is_null(&self) -> bool {
        self.0 == "null"
    }
}

impl<'de> Deserialize<'de> for KeptText<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_newtype_struct(RAW, KeptVisitor)
    }
}

struct KeptVisitor;

impl<'de> Visitor<'de> for KeptVisitor {
    type Value = KeptText<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    /// A reader of `serde_json`'s: the text is the value of a member with a name of its own.
    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<KeptText<'de>, A::Error> {
        match access.next_key::<CowStr<'de>>()?.as_deref() {
            Some(RAW) => access.next_value_seed(JsonText),
            _ => Err(A::Error::invalid_type(Unexpected::Map, &self)),
        }
    }

    /// Any other reader: what its values have in common with JSON is kept.
    fn visit_newtype_struct<D: Deserializer<'de>>(self, from: D) -> Result<KeptText<'de>, D::Error> {
        KeptText::of(&Value::deserialize(from)?)
    }
}

/// Takes a JSON text as it is.
struct JsonText;

impl<'de> DeserializeSeed<'de> for JsonText {
    type Value = KeptText<'de>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<KeptText<'de>, D::Error> {
        from.deserialize_string(self)
    }
}

impl<'de> Visitor<'de> for JsonText {
    type Value = KeptText<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON text")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<KeptText<'de>, E> {
        Ok(KeptText(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<KeptText<'de>, E> {
        Ok(KeptText(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E>(self, text: String) -> Result<KeptText<'de>, E> {
        Ok(KeptText(Cow::Owned(text)))
    }
}
