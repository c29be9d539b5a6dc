//! Pages of a collection.

use core::fmt;
use core::marker::PhantomData;
use core::ops::Deref;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::Fetched;
use crate::compound::{Compound, Partial};
use crate::error::Error;
use crate::etag::ETag;
use crate::path::ResourcePath;
use crate::read::{Entity, EntitySeed, Name, Position, ReadMode};
use crate::request::{NextPage, NextPartialPage, Request};
use crate::resource::GraphResource;
use crate::structured::{Flags, PropertyInfo};
use crate::value::{CodecOf, FillingNullable, ValueOf, unread};

/// Where the items of a collection are.
pub(crate) struct Places<T> {
    collection: ResourcePath,
    of_item: fn(&ResourcePath, &T) -> Option<ResourcePath>,
}

impl<R: GraphResource> Places<R> {
    /// For resources that are created and deleted in this collection.
    pub(crate) fn of_collection(collection: ResourcePath) -> Self {
        Self { collection, of_item: |collection, item| collection.item(|name| item.key_of(name)) }
    }
}

impl<T> Places<T> {
    pub(super) fn of_item(&self, item: &T) -> Option<ResourcePath> {
        (self.of_item)(&self.collection, item)
    }
}

impl<T> Clone for Places<T> {
    fn clone(&self) -> Self {
        Self { collection: self.collection.clone(), of_item: self.of_item }
    }
}

/// A page of a collection. Derefs to its items; may have none and still be followed by another page.
///
/// Items are resources, partials of them, or complex values: rows that a function returns.
///
/// Source: Microsoft Graph, "paging"; OData JSON Format 4.0, section 4.5.5.
#[derive(Clone)]
pub struct Page<T> {
    pub(super) items: Vec<Fetched<T>>,
    pub(super) next_link: Option<String>,
    pub(super) count: Option<i64>,
    /// Where the items are, where that is known.
    pub(super) places: Option<Places<T>>,
}

impl<T> Page<T> {
    /// The items, in the service's order.
    #[must_use]
    pub fn into_items(self) -> Vec<Fetched<T>> {
        self.items
    }

    /// `@odata.nextLink`: there is more where it is present. Opaque; it may hold a token.
    #[must_use]
    pub fn next_link(&self) -> Option<&str> {
        self.next_link.as_deref()
    }

    /// `@odata.count`, where it was asked for.
    #[must_use]
    pub fn count(&self) -> Option<i64> {
        self.count
    }

    pub(super) fn try_map<U>(
        self,
        places: Option<Places<U>>,
        mut f: impl FnMut(usize, T) -> Result<U, Error>,
    ) -> Result<Page<U>, Error> {
        let items = self.items.into_iter().enumerate().map(|(index, item)| {
            let value = f(index, item.value)?;
            let path = places.as_ref().and_then(|places| places.of_item(&value));
            Ok(Fetched { value, etag: item.etag, path, request_id: item.request_id, reading: None, links: item.links })
        });
        Ok(Page { items: items.collect::<Result<_, Error>>()?, next_link: self.next_link, count: self.count, places })
    }
}

impl<T: Compound> Page<T> {
    /// The request for the next page; `None` where this is the last.
    ///
    /// The link is used as it came. Headers are not in it: what the first request was given is to be given again.
    #[must_use]
    pub fn next_page(&self) -> Option<Request<NextPage<T>>> {
        let link = self.next_link.clone()?;
        Some(Request::follow(link, NextPage::new(self.places.clone())))
    }
}

impl<P: Partial> Page<P> {
    /// The request for the next page of partials; `None` where this is the last. See [`next_page`](Self::next_page).
    #[must_use]
    pub fn next_partial_page(&self) -> Option<Request<NextPartialPage<P>>> {
        let link = self.next_link.clone()?;
        Some(Request::follow(link, NextPartialPage::new()))
    }
}

impl<T> Deref for Page<T> {
    type Target = [Fetched<T>];

    fn deref(&self) -> &[Fetched<T>] {
        &self.items
    }
}

impl<T: fmt::Debug> fmt::Debug for Page<T> {
    /// Says whether there is a link; never the link, which may hold a token.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Page")
            .field("items", &self.items)
            .field("has_next", &self.next_link.is_some())
            .field("count", &self.count)
            .finish_non_exhaustive()
    }
}

impl<'p, T> IntoIterator for &'p Page<T> {
    type Item = &'p Fetched<T>;
    type IntoIter = core::slice::Iter<'p, Fetched<T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

impl<T> IntoIterator for Page<T> {
    type Item = Fetched<T>;
    type IntoIter = std::vec::IntoIter<Fetched<T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

const COUNT: &str = "@odata.count";
const COUNTED: &Position = &Position::new(ReadMode::Answer, &PropertyInfo::new(COUNT, Flags::NONE));

pub(super) struct RawPage<P> {
    pub(super) items: Vec<(P, Option<ETag>)>,
    pub(super) next_link: Option<String>,
    pub(super) count: Option<i64>,
}

pub(super) struct PageSeed<E>(pub(super) PhantomData<E>);

impl<'de, E: Entity> DeserializeSeed<'de> for PageSeed<E> {
    type Value = RawPage<E::Value>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<RawPage<E::Value>, D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de, E: Entity> Visitor<'de> for PageSeed<E> {
    type Value = RawPage<E::Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with a collection `value`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawPage<E::Value>, A::Error> {
        let mut page = RawPage { items: Vec::new(), next_link: None, count: None };
        let mut has_value = false;
        while let Some(key) = map.next_key::<Name<'de>>()? {
            match &*key {
                "value" => {
                    page.items = map.next_value_seed(ItemsSeed::<E>(PhantomData))?;
                    has_value = true;
                }
                "@odata.nextLink" => page.next_link = map.next_value()?,
                // An `Int64`, which a service may write as a string.
                COUNT => {
                    page.count = None;
                    let cx = COUNTED.context();
                    map.next_value_seed(FillingNullable::<ValueOf<CodecOf<i64>>, _>::new(cx, &mut page.count))?;
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        if has_value { Ok(page) } else { Err(serde::de::Error::missing_field("value")) }
    }
}

struct ItemsSeed<E>(PhantomData<E>);

impl<'de, E: Entity> DeserializeSeed<'de> for ItemsSeed<E> {
    type Value = Vec<(E::Value, Option<ETag>)>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de, E: Entity> Visitor<'de> for ItemsSeed<E> {
    type Value = Vec<(E::Value, Option<ETag>)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of resources")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        loop {
            let (mut room, mut etag) = (None, None);
            if seq.next_element_seed(EntitySeed::<E>::new(&mut room, &mut etag))?.is_none() {
                return Ok(items);
            }
            items.push((room.ok_or_else(unread)?, etag));
        }
    }
}
