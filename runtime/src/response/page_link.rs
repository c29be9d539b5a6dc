//! Where a collection goes on, to be stored.

use core::fmt;

use serde::de::{Deserialize, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::text::cow_str::CowStr;

/// Where a collection goes on after a page: what [`Page::resume`](crate::Page::resume) gives, to be stored and resumed
/// later, by another process as well, with [`Client::resume`](crate::Client::resume).
///
/// It holds the link and the preferences of the request, since a link holds the query options alone. Other headers are
/// not stored: `ConsistencyLevel` is to be given again. A link may hold a token, so that it is to be kept like a secret; for
/// how long a service takes it, differs: from an hour to days.
///
/// # Examples
///
/// ```
/// use graph_resource::PageLink;
///
/// let stored = r#"{"link":"https://graph.microsoft.com/v1.0/users?$skiptoken=X","preferences":[]}"#;
/// let link: PageLink = serde_json::from_str(stored)?;
/// assert_eq!(serde_json::to_string(&link)?, stored);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Source: Microsoft Graph, "paging".
#[derive(Clone, Eq, PartialEq)]
pub struct PageLink {
    pub(crate) link: String,
    pub(crate) preferences: Vec<String>,
}

impl fmt::Debug for PageLink {
    /// Never shows the link, which may hold a token.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PageLink").field("preferences", &self.preferences).finish_non_exhaustive()
    }
}

const LINK: &str = "link";
const PREFERENCES: &str = "preferences";

impl Serialize for PageLink {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut members = to.serialize_struct("PageLink", 2)?;
        members.serialize_field(LINK, &self.link)?;
        members.serialize_field(PREFERENCES, &self.preferences)?;
        members.end()
    }
}

impl<'de> Deserialize<'de> for PageLink {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_struct("PageLink", &[LINK, PREFERENCES], Members)
    }
}

struct Members;

impl<'de> Visitor<'de> for Members {
    type Value = PageLink;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a stored link to a page")
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut items: A) -> Result<PageLink, A::Error> {
        let link = items.next_element()?.ok_or_else(|| A::Error::missing_field(LINK))?;
        Ok(PageLink { link, preferences: items.next_element()?.unwrap_or_default() })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<PageLink, A::Error> {
        let (mut link, mut preferences) = (None, None);
        while let Some(name) = map.next_key::<CowStr<'de>>()? {
            match &*name {
                LINK => link = Some(map.next_value()?),
                PREFERENCES => preferences = Some(map.next_value()?),
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        let link = link.ok_or_else(|| A::Error::missing_field(LINK))?;
        Ok(PageLink { link, preferences: preferences.unwrap_or_default() })
    }
}
