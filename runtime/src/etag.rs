//! Entity tags.

use core::fmt;
use std::borrow::Cow;

use bytes::Bytes;
use http::HeaderValue;

/// The version of a resource, as the service names it: what `If-Match` compares.
///
/// Kept and sent to the letter, with its `W/` and its quotes. Opaque: only the service can compare two of them by age.
///
/// # Examples
///
/// ```
/// use graph_resource::ETag;
///
/// let etag = ETag::from("W/\"JzEtVGFzayAgQEBAQEBAQEBAQEBAQEBARCc=\"");
/// assert!(etag.is_weak());
/// assert_eq!(ETag::ANY.as_str(), "*");
/// ```
///
/// Source: OData Protocol 4.01, section 11.4.1.1; RFC 9110, section 8.8.3.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct ETag(pub(crate) Cow<'static, str>);

/// The first of 256 private characters that stand for bytes. They are at the end of Unicode, and no text has them.
const RAW_BYTES: u32 = 0x0010_fe00;

impl ETag {
    /// Any version: `If-Match: *` goes through where the resource exists, and creates none.
    pub const ANY: Self = Self(Cow::Borrowed("*"));

    /// The tag as it is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The tag in a header. A byte that is no part of UTF-8 is kept as a private character, and sent as the byte again.
    pub(crate) fn of_header(value: &HeaderValue) -> Self {
        let text = value.as_bytes().utf8_chunks().fold(String::new(), |mut text, chunk| {
            text.push_str(chunk.valid());
            text.extend(chunk.invalid().iter().filter_map(|&byte| char::from_u32(RAW_BYTES + u32::from(byte))));
            text
        });
        Self(text.into())
    }

    /// Whether the tag names a version. `*` is any, and an empty one is none: a service that sends them has no versions.
    pub(crate) fn is_version(&self) -> bool {
        !matches!(self.as_str().trim(), "" | "*")
    }

    /// The tag as a header's value; `None` where it cannot be one.
    pub(crate) fn into_header(self) -> Option<HeaderValue> {
        if self.0.trim().is_empty() {
            return None;
        }
        if !self.0.is_ascii() {
            return HeaderValue::from_bytes(&self.raw()).ok();
        }
        let text = match self.0 {
            Cow::Borrowed(text) => Bytes::from_static(text.as_bytes()),
            Cow::Owned(text) => Bytes::from(text),
        };
        HeaderValue::from_maybe_shared(text).ok()
    }

    /// The tag as it came in a header.
    fn raw(&self) -> Vec<u8> {
        let mut raw = Vec::with_capacity(self.0.len());
        for character in self.0.chars() {
            match u32::from(character).checked_sub(RAW_BYTES).and_then(|byte| u8::try_from(byte).ok()) {
                Some(byte) => raw.push(byte),
                None => raw.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes()),
            }
        }
        raw
    }

    /// Whether the tag is weak: it tells that two versions mean the same, not that they are the same bytes.
    #[must_use]
    pub fn is_weak(&self) -> bool {
        self.0.starts_with("W/")
    }
}

impl From<String> for ETag {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<&str> for ETag {
    fn from(text: &str) -> Self {
        Self(text.to_owned().into())
    }
}

impl From<&ETag> for ETag {
    fn from(etag: &ETag) -> Self {
        etag.clone()
    }
}

impl fmt::Display for ETag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::ETag;

    #[test]
    fn a_tag_is_sent_as_it_came() {
        for bytes in [&b"W/\"1\""[..], b"\"\xe9\"", "\"\u{e9}\u{10ffff}\"".as_bytes(), b"\"\xff\x80\xc3\""] {
            let header = HeaderValue::from_bytes(bytes).unwrap();
            let tag = ETag::of_header(&header);
            // Through a text as well, as one that was stored.
            assert_eq!(ETag::from(tag.as_str()).into_header().unwrap(), header);
        }
        for none in ["", " ", "\"a\nb\""] {
            assert!(ETag::from(none).into_header().is_none(), "{none:?}");
        }
    }
}
