//! `Edm.Guid`.

use serde::de::Deserializer;
use serde::ser::Serializer;
use uuid::Uuid;

use crate::codec::context::ReadContext;
use crate::codec::value::GraphValue;
use crate::odata::literal::Literal;
use crate::value::scalar::{ScalarCodec, ScalarValue};
use crate::value::text::read_text;

/// A globally unique identifier: `01234567-89ab-cdef-0123-456789abcdef`.
///
/// `uuid`'s own type. Read in the form with hyphens, in capitals or small letters, which mean the same; written in
/// small letters. Most ids of Graph are strings that look like one: a `String` keeps such an id as it came.
///
/// # Examples
///
/// ```
/// use graph_resource::edm::Guid;
/// use graph_resource::resource::{PathPart, ResourcePath};
///
/// let id: Guid = "E523D2ED-2966-4B6B-925B-754A88034CC5".parse()?;
/// let template = &[PathPart::Literal("/communications/callRecords"), PathPart::Key("id")];
/// let path = ResourcePath::new(template, &[&id]);
/// assert_eq!(path.as_str()?, "/communications/callRecords/e523d2ed-2966-4b6b-925b-754a88034cc5");
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
///
/// Source: OData ABNF, `guidValue`; CSDL 4.0, section 4.4 (`Edm.Guid`).
pub type Guid = Uuid;

impl ScalarValue for Uuid {
    const LITERAL: Literal = Literal::Bare;

    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext<'_>) -> Result<Self, D::Error> {
        read_text(from, cx, "a GUID like 01234567-89ab-cdef-0123-456789abcdef", |text| {
            // Of the forms that `uuid` reads, that with hyphens has this length.
            (text.len() == uuid::fmt::Hyphenated::LENGTH).then(|| Self::try_parse(text).ok())?
        })
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.hyphenated().encode_lower(&mut Self::encode_buffer()))
    }
}

impl GraphValue for Uuid {
    type Codec = ScalarCodec<Self>;
}

#[cfg(test)]
mod tests {
    use serde::de::IntoDeserializer;
    use serde::de::value::{Error, StrDeserializer};
    use serde_json::value::Serializer;

    use super::Guid;
    use crate::codec::context::ReadContext;
    use crate::value::scalar::ScalarValue;

    fn read(text: &str) -> Result<Guid, Error> {
        let from: StrDeserializer<'_, Error> = text.into_deserializer();
        Guid::read(from, ReadContext::of_answer("skuId"))
    }

    #[test]
    fn capitals_and_small_letters_are_one() {
        let guid = read("184EFA21-98c3-4e5d-95ab-d07053a96e67").unwrap();
        assert_eq!(guid, read("184efa21-98c3-4e5d-95ab-d07053a96e67").unwrap());
        assert_eq!(guid.write(Serializer).unwrap(), "184efa21-98c3-4e5d-95ab-d07053a96e67");
    }

    #[test]
    fn other_forms_are_refused() {
        for text in [
            "",
            "184efa2198c34e5d95abd07053a96e67",
            "{184efa21-98c3-4e5d-95ab-d07053a96e67}",
            "184efa21-98c3-4e5d-95ab-d07053a96e6g",
            "184efa21-98c3-4e5d-95ab-d07053a96e６",
            "184efa2198-c3-4e5d-95ab-d07053a96e67",
        ] {
            let error = read(text).unwrap_err().to_string();
            let wanted = "expected a GUID like 01234567-89ab-cdef-0123-456789abcdef for property `skuId`";
            assert!(error.ends_with(wanted), "{error}");
        }
    }
}
