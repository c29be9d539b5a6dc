//! `Edm.Binary`.

use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::str::FromStr;

use base64::display::Base64Display;
use base64::engine::general_purpose::{GeneralPurpose, STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD};
use base64::{DecodeError, Engine as _};
use serde::de::{Deserializer, Unexpected, Visitor};
use serde::ser::Serializer;

use crate::codec::context::{ReadContext, Wanted};
use crate::odata::literal::Literal;
use crate::value::scalar::ScalarValue;

/// Bytes, which stand in JSON as base64: `SGVsbG8=`.
///
/// Read in the standard alphabet and in that of base64url, with padding and without. What was read is written in the
/// same way. A new value is written in the standard alphabet with padding, as Graph does, where OData says base64url.
///
/// Equality, order and hash are those of the bytes. `Debug` shows how many there are, not which: they may be a secret.
///
/// # Examples
///
/// ```
/// use graph_resource::edm::Binary;
///
/// let photo = Binary::from(vec![0xff, 0xd8, 0xff, 0xe0]);
/// assert_eq!(photo.to_string(), "/9j/4A==");
///
/// let same: Binary = "_9j_4A".parse()?;
/// assert_eq!(same, photo);
/// assert_eq!(same.to_string(), "_9j_4A");
/// assert_eq!(same.as_bytes(), [0xff, 0xd8, 0xff, 0xe0]);
/// # Ok::<(), graph_resource::edm::ParseBinaryError>(())
/// ```
///
/// Source: OData ABNF, `binaryValue`; OData JSON Format 4.0, section 7.1; RFC 4648, sections 4 and 5.
#[derive(Clone)]
pub struct Binary {
    bytes: Vec<u8>,
    spelling: Spelling,
}

/// How the bytes are written.
#[derive(Clone, Copy)]
struct Spelling {
    url_safe: bool,
    padded: bool,
}

/// A text that is no base64.
///
/// The message does not hold the text, which may be long, and a secret.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ParseBinaryError(&'static str);

worded_error!(ParseBinaryError);

const PADDING: &str = "the padding of the base64 is wrong";

impl Binary {
    /// The bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes, without copying them.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

impl Spelling {
    const STANDARD: Self = Self { url_safe: false, padded: true };

    fn of(text: &str) -> Self {
        let url_safe = text.contains(['-', '_']);
        // Where no padding is needed, none was left out.
        Self { url_safe, padded: text.len().is_multiple_of(4) || text.ends_with('=') }
    }

    const fn engine(self) -> &'static GeneralPurpose {
        match (self.url_safe, self.padded) {
            (false, true) => &STANDARD,
            (false, false) => &STANDARD_NO_PAD,
            (true, true) => &URL_SAFE,
            (true, false) => &URL_SAFE_NO_PAD,
        }
    }
}

impl FromStr for Binary {
    type Err = ParseBinaryError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let spelling = Spelling::of(text);
        let bytes = spelling.engine().decode(text).map_err(|error| {
            ParseBinaryError(match error {
                DecodeError::InvalidByte(_, b'=') | DecodeError::InvalidPadding => PADDING,
                DecodeError::InvalidByte(..) => "a character is neither of base64 nor of base64url, or both are mixed",
                DecodeError::InvalidLastSymbol { .. } => "the last character has bits that belong to no byte",
                DecodeError::InvalidLength(_) => "the base64 is cut short",
            })
        })?;
        Ok(Self { bytes, spelling })
    }
}

impl fmt::Display for Binary {
    /// Writes base64.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Base64Display::new(&self.bytes, self.spelling.engine()), f)
    }
}

impl fmt::Debug for Binary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Binary({} bytes)", self.bytes.len())
    }
}

impl PartialEq for Binary {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

impl Eq for Binary {}

impl Hash for Binary {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bytes.hash(state);
    }
}

impl Ord for Binary {
    fn cmp(&self, other: &Self) -> Ordering {
        self.bytes.cmp(&other.bytes)
    }
}

impl PartialOrd for Binary {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Default for Binary {
    /// No bytes.
    fn default() -> Self {
        Self::from(Vec::new())
    }
}

impl AsRef<[u8]> for Binary {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

impl From<Vec<u8>> for Binary {
    fn from(bytes: Vec<u8>) -> Self {
        Self { bytes, spelling: Spelling::STANDARD }
    }
}

impl From<&[u8]> for Binary {
    fn from(bytes: &[u8]) -> Self {
        bytes.to_vec().into()
    }
}

impl<const N: usize> From<[u8; N]> for Binary {
    fn from(bytes: [u8; N]) -> Self {
        bytes.to_vec().into()
    }
}

impl From<Binary> for Vec<u8> {
    fn from(value: Binary) -> Self {
        value.bytes
    }
}

impl ScalarValue for Binary {
    const LITERAL: Literal = Literal::Binary;

    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext<'_>) -> Result<Self, D::Error> {
        from.deserialize_str(BinaryVisitor(cx))
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

serde_value!(Binary);

struct BinaryVisitor<'c>(ReadContext<'c>);

impl Visitor<'_> for BinaryVisitor<'_> {
    type Value = Binary;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Wanted("bytes in base64 or base64url", self.0.property()), f)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Binary, E> {
        text.parse().map_err(|_| E::invalid_value(Unexpected::Other("another string"), &self))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Binary;

    #[test]
    fn both_alphabets_are_read_and_stay() {
        for text in ["", "/+8=", "/+8", "_-8=", "_-8", "SGVsbG8=", "SGVsbG8", "T0RhdGE", "AAAA", "_w==", "/w"] {
            let binary: Binary = text.parse().unwrap();
            assert_eq!(binary.to_string(), text);
            assert_eq!(Binary::from(binary.as_bytes()), binary);
        }
        assert_eq!("/+8=".parse::<Binary>().unwrap(), "_-8".parse::<Binary>().unwrap());
    }

    #[test]
    fn new_bytes_are_written_in_the_standard_alphabet_with_padding() {
        assert_eq!(Binary::from([0xff, 0xef]).to_string(), "/+8=");
        assert_eq!(Binary::default().to_string(), "");
    }

    #[test]
    fn what_is_no_base64_is_refused() {
        for (text, why) in [
            ("/-8=", "mixed"),
            ("SGVs bG8=", "neither"),
            ("SGVs\r\nbG8=", "neither"),
            ("SGVsbG8==", "padding"),
            ("é", "neither"),
            ("A", "cut short"),
            ("AAAAA", "cut short"),
            ("QR==", "bits"),
            ("QR", "bits"),
            ("QQ=", "padding"),
            ("=", "padding"),
            ("====", "padding"),
            ("QQ==QQ==", "padding"),
            ("Q=Q=", "padding"),
        ] {
            let error = text.parse::<Binary>().unwrap_err().to_string();
            assert!(error.contains(why), "{text}: {error}");
        }
    }

    #[test]
    fn messages_and_debug_show_no_bytes() {
        let secret = "c2VjcmV0!";
        let error = serde_json::from_str::<Binary>(&format!("\"{secret}\"")).unwrap_err().to_string();
        assert!(error.starts_with("invalid value: another string, expected bytes in base64 or base64url"), "{error}");
        assert_eq!(format!("{:?}", Binary::from(*b"secret")), "Binary(6 bytes)");
    }

    proptest! {
        #[test]
        fn bytes_survive_text_and_json(bytes: Vec<u8>, url_safe: bool, padded: bool) {
            let mut text = Binary::from(bytes.clone()).to_string();
            if url_safe {
                text = text.replace('+', "-").replace('/', "_");
            }
            if !padded {
                text.truncate(text.trim_end_matches('=').len());
            }
            let binary: Binary = text.parse().unwrap();
            prop_assert_eq!(binary.as_bytes(), &bytes);
            prop_assert_eq!(&binary.to_string(), &text);
            let json = serde_json::to_string(&binary).unwrap();
            prop_assert_eq!(&json, &format!("\"{text}\""));
            let again: Binary = serde_json::from_str(&json).unwrap();
            prop_assert_eq!(again.to_string(), text);
        }

        #[test]
        fn no_text_panics(text in "\\PC{0,8}|[A-Z+/_=-]{0,8}") {
            if let Ok(binary) = text.parse::<Binary>() {
                prop_assert_eq!(binary.to_string(), text);
            }
        }
    }
}
