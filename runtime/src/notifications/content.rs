//! The content of one notification: all of its texts in one buffer.

use core::fmt;
use core::ops::Range;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::{Map, Value};

use crate::odata::names::{ETAG_KEY, ID, TYPE_KEY};
use crate::text::cow_str::CowStr;

/// The members of a notification that are texts.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Member {
    Id,
    SubscriptionId,
    Expiration,
    TenantId,
    ChangeType,
    LifecycleEvent,
    Resource,
    DataType,
    DataReference,
    DataETag,
    DataId,
}

const MEMBERS: usize = Member::DataId as usize + 1;

/// The place of a text in a buffer.
#[derive(Clone, Copy)]
pub(crate) struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// No buffer has a text here.
    const ABSENT: Self = Self { start: 1, end: 0 };

    /// The text at this place.
    pub(crate) fn of(self, buffer: &str) -> Option<&str> {
        buffer.get(self.start as usize..self.end as usize)
    }
}

impl From<Range<usize>> for Span {
    fn from(place: Range<usize>) -> Self {
        match (u32::try_from(place.start), u32::try_from(place.end)) {
            (Ok(start), Ok(end)) => Self { start, end },
            _ => Self::ABSENT,
        }
    }
}

/// The content of one notification, without its `clientState`.
#[derive(Clone)]
pub(crate) struct Content {
    texts: Box<str>,
    members: [Span; MEMBERS],
    /// The other members of `resourceData`; `None` where it has none.
    data: Option<Box<Map<String, Value>>>,
}

impl Content {
    pub(crate) fn text(&self, member: Member) -> Option<&str> {
        self.members[member as usize].of(&self.texts)
    }

    pub(crate) fn data(&self) -> Option<&Map<String, Value>> {
        self.data.as_deref()
    }
}

/// An item of a delivery: its content, and the place of its `clientState` among those of the delivery.
pub(crate) struct Item {
    pub(crate) content: Content,
    pub(crate) state: Span,
}

/// Reads one item.
pub(crate) struct ItemSeed<'b> {
    /// Holds the texts of one item while it is read.
    pub(crate) buffer: &'b mut String,
    /// Holds the `clientState` of each item of the delivery.
    pub(crate) states: &'b mut String,
}

impl<'de> DeserializeSeed<'de> for ItemSeed<'_> {
    type Value = Item;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Item, D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for ItemSeed<'_> {
    type Value = Item;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a notification")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Item, A::Error> {
        let Self { buffer, states } = self;
        buffer.clear();
        let (mut members, mut state, mut data) = ([Span::ABSENT; MEMBERS], Span::ABSENT, None);
        while let Some(name) = map.next_key::<CowStr<'de>>()? {
            let member = match &*name {
                "id" => Member::Id,
                "subscriptionId" => Member::SubscriptionId,
                "subscriptionExpirationDateTime" => Member::Expiration,
                "tenantId" => Member::TenantId,
                "changeType" => Member::ChangeType,
                "lifecycleEvent" => Member::LifecycleEvent,
                "resource" => Member::Resource,
                "clientState" => {
                    state = map.next_value_seed(TextSeed(states))?;
                    continue;
                }
                "resourceData" => {
                    data = map.next_value_seed(DataSeed { buffer, members: &mut members })?;
                    continue;
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                    continue;
                }
            };
            members[member as usize] = map.next_value_seed(TextSeed(buffer))?;
        }
        Ok(Item { content: Content { texts: buffer.as_str().into(), members, data }, state })
    }
}

/// Reads a text, or null, to the end of a buffer.
struct TextSeed<'b>(&'b mut String);

impl<'de> DeserializeSeed<'de> for TextSeed<'_> {
    type Value = Span;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Span, D::Error> {
        from.deserialize_any(self)
    }
}

impl Visitor<'_> for TextSeed<'_> {
    type Value = Span;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string or null")
    }

    fn visit_str<E>(self, text: &str) -> Result<Span, E> {
        let start = self.0.len();
        self.0.push_str(text);
        Ok((start..self.0.len()).into())
    }

    fn visit_unit<E>(self) -> Result<Span, E> {
        Ok(Span::ABSENT)
    }
}

/// Reads `resourceData`.
struct DataSeed<'b> {
    buffer: &'b mut String,
    members: &'b mut [Span; MEMBERS],
}

impl<'de> DeserializeSeed<'de> for DataSeed<'_> {
    type Value = Option<Box<Map<String, Value>>>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for DataSeed<'_> {
    type Value = Option<Box<Map<String, Value>>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object or null")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut data = None::<Box<Map<String, Value>>>;
        while let Some(name) = map.next_key::<CowStr<'de>>()? {
            let member = match &*name {
                TYPE_KEY => Member::DataType,
                ID => Member::DataReference,
                ETAG_KEY => Member::DataETag,
                "id" => Member::DataId,
                _ => {
                    data.get_or_insert_default().insert(name.0.into_owned(), map.next_value()?);
                    continue;
                }
            };
            self.members[member as usize] = map.next_value_seed(TextSeed(self.buffer))?;
        }
        Ok(data)
    }
}
