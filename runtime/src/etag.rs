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

impl ETag {
    /// Any version: `If-Match: *` goes through where the resource exists, and creates none.
    pub const ANY: Self = Self(Cow::Borrowed("*"));

    /// The tag as it is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The tag as a header's value; `None` where it cannot be one.
    pub(crate) fn into_header(self) -> Option<HeaderValue> {
        let text = match self.0 {
            Cow::Borrowed(text) => Bytes::from_static(text.as_bytes()),
            Cow::Owned(text) => Bytes::from(text),
        };
        HeaderValue::from_maybe_shared(text).ok()
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
