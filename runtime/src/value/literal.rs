//! Values as literals of a URL, where they are not what JSON makes of them.

use serde::ser::{Error as _, Serialize, SerializeStruct, Serializer};

use super::{RAW, ScalarValue};

/// How a value is written in a URL.
///
/// Source: OData ABNF, `primitiveLiteral`; OData URL Conventions 4.01, section 5.1.1.6.1.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Literal {
    /// By its JSON: a string in single quotes, a number, a boolean and null bare, an object and an array as JSON.
    OfJson,
    /// Bare, though JSON has it in a string: `2019-11-01T00:00:00Z`, `INF`.
    Bare,
    /// As a duration: `duration'PT1H'`.
    Duration,
    /// As bytes in base64url: `binary'_9j_4A'`.
    Binary,
}

/// Writes the literal of a value: unquoted, where it is not the JSON. Whoever asks for it takes the text as it is.
pub(super) fn write<T: ScalarValue, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
    if T::LITERAL == Literal::OfJson {
        return value.write(to);
    }
    let json = serde_json::to_string(&AsJson(value)).map_err(S::Error::custom)?;
    let text = if json.starts_with('"') { serde_json::from_str(&json).map_err(S::Error::custom)? } else { json };
    let literal = match T::LITERAL {
        Literal::OfJson | Literal::Bare => text,
        Literal::Duration => format!("duration'{text}'"),
        Literal::Binary => format!("binary'{}'", text.replace('+', "-").replace('/', "_")),
    };
    let mut raw = to.serialize_struct(RAW, 1)?;
    raw.serialize_field(RAW, &literal)?;
    raw.end()
}

struct AsJson<'v, T>(&'v T);

impl<T: ScalarValue> Serialize for AsJson<'_, T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.write(to)
    }
}
