//! Pages of a collection.

use core::fmt;
use core::marker::PhantomData;
use core::ops::Deref;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::codec::aside::Aside;
use crate::codec::compound::Compound;
use crate::codec::context::{Position, ReadMode};
use crate::codec::decode::decode;
use crate::codec::entity::{EntitySeed, FillEntity};
use crate::codec::fill::{AsState, AsValue, FillingNullable};
use crate::codec::out::unread;
use crate::codec::value::CodecOf;
use crate::error::{Error, ErrorKind};
use crate::etag::ETag;
use crate::odata::names::{COUNT, NEXT_LINK, VALUE};
use crate::odata::table::{Flags, PropertyInfo};
use crate::request::answer::Answer;
use crate::response::fetched::Fetched;
use crate::response::links::{Links, LinksOfItems, Removed};
use crate::response::page_link::PageLink;
use crate::response::place::{ItemPaths, Place};
use crate::response::says::Says;
use crate::response::whole::{has_references, named, whole, whole_or_why};
use crate::text::cow_str::CowStr;

/// A page of a collection. Derefs to its items; may have none and still be followed by another page.
///
/// Items are resources, partials of them, or complex values: rows that a function returns.
///
/// Source: Microsoft Graph, "paging"; OData JSON Format 4.0, section 4.5.5.
#[derive(Clone)]
pub struct Page<T> {
    pub(crate) items: Vec<Fetched<T>>,
    pub(crate) next_link: Option<String>,
    pub(crate) count: Option<i64>,
    /// Where the items are, where that is known.
    pub(crate) paths: Option<ItemPaths<T>>,
    /// How the items of the next page are read.
    pub(crate) read: ReadPage<T>,
    /// Those of the request.
    preferences: Vec<String>,
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

    /// Where the collection goes on, to be stored; `None` where this is the last page.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use graph_resource::{Client, Error, GraphResource, HttpClient, PageLink};
    /// # #[derive(Clone, Debug, PartialEq, GraphResource)]
    /// # #[graph_resource(path = "/users/<id>")]
    /// # pub struct User { pub id: String }
    /// # async fn example<T: HttpClient>(client: Client<T>) -> Result<(), Box<dyn std::error::Error>> {
    /// let page = client.send(User::collection().list().top(100)).await?;
    /// let stored = serde_json::to_string(&page.resume())?;
    ///
    /// // Another day:
    /// if let Some(link) = serde_json::from_str::<Option<PageLink>>(&stored)? {
    ///     let mut pages = client.resume::<User>(link);
    ///     let next = pages.next().await;
    /// }
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn resume(&self) -> Option<PageLink> {
        Some(PageLink { link: self.next_link.clone()?, preferences: self.preferences.clone() })
    }

    /// `@odata.count`, where it was asked for.
    #[must_use]
    pub fn count(&self) -> Option<i64> {
        self.count
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

const COUNTED: &Position = &Position::new(ReadMode::Answer, &PropertyInfo::new(COUNT, Flags::NONE));

pub(crate) struct RawPage<P> {
    pub(crate) items: Vec<(P, Aside)>,
    pub(crate) next_link: Option<String>,
    pub(crate) count: Option<i64>,
}

pub(crate) struct PageSeed<E>(pub(crate) PhantomData<E>);

impl<'de, E: FillEntity> DeserializeSeed<'de> for PageSeed<E> {
    type Value = RawPage<E::Value>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<RawPage<E::Value>, D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de, E: FillEntity> Visitor<'de> for PageSeed<E> {
    type Value = RawPage<E::Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with a collection `value`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawPage<E::Value>, A::Error> {
        let mut page = RawPage { items: Vec::new(), next_link: None, count: None };
        let mut has_value = false;
        while let Some(key) = map.next_key::<CowStr<'de>>()? {
            match &*key {
                VALUE if has_value => return Err(serde::de::Error::duplicate_field(VALUE)),
                VALUE => {
                    page.items = map.next_value_seed(ItemsSeed::<E>(PhantomData))?;
                    has_value = true;
                }
                // Some services write `@odata.NextLink`; passed over, it would end the collection in silence.
                name if name.eq_ignore_ascii_case(NEXT_LINK) => page.next_link = map.next_value()?,
                // An `Int64`, which a service may write as a string.
                COUNT => {
                    page.count = None;
                    let cx = COUNTED.context();
                    map.next_value_seed(FillingNullable::<AsValue<CodecOf<i64>>, _>::new(cx, &mut page.count))?;
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        if has_value { Ok(page) } else { Err(serde::de::Error::missing_field(VALUE)) }
    }
}

struct ItemsSeed<E>(PhantomData<E>);

impl<'de, E: FillEntity> DeserializeSeed<'de> for ItemsSeed<E> {
    type Value = Vec<(E::Value, Aside)>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_option(self)
    }
}

impl<'de, E: FillEntity> Visitor<'de> for ItemsSeed<E> {
    type Value = Vec<(E::Value, Aside)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of resources")
    }

    /// A collection that is null is one without items.
    fn visit_none<Err>(self) -> Result<Self::Value, Err> {
        Ok(Vec::new())
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_seq(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        loop {
            let (mut out, mut aside) = (None, Aside::default());
            if seq.next_element_seed(EntitySeed::<E>::new(&mut out, &mut aside))?.is_none() {
                return Ok(items);
            }
            items.push((out.ok_or_else(unread)?, aside));
        }
    }
}

/// Reads a page of an answer, of which it is known where the items are.
pub(crate) type ReadPage<T> = fn(Answer<'_>, Option<ItemPaths<T>>) -> Result<Page<T>, Error>;

impl Answer<'_> {
    pub(crate) fn page<T: Compound>(self, paths: Option<ItemPaths<T>>) -> Result<Page<T>, Error> {
        let (text, links) = self.text_of_page()?;
        let raw = whole_or_why(
            || decode(text, |json| PageSeed::<AsValue<T>>(PhantomData).deserialize(json)),
            || {
                let RawPage { items, next_link, count } =
                    decode(text, |json| PageSeed::<AsState<T>>(PhantomData).deserialize(json))?;
                let references = has_references(text);
                let complete = |(index, (partial, aside)): (usize, (T::Partial, Aside))| {
                    let named = named::<T>(&partial);
                    Ok((whole(partial, Some(index), references)?, Aside { named, ..aside }))
                };
                let items = items.into_iter().enumerate().map(complete).collect::<Result<_, Error>>()?;
                Ok(RawPage { items, next_link, count })
            },
        )?;
        let says = |aside: &mut Aside| Says::noted(aside.named.take());
        Ok(self.page_of(raw, links, paths, |answer: Answer<'_>, paths| answer.page(paths), says))
    }

    pub(crate) fn page_of_partials<T: Compound>(self) -> Result<Page<T::Partial>, Error> {
        let (text, links) = self.text_of_page()?;
        let raw = decode(text, |json| PageSeed::<AsState<T>>(PhantomData).deserialize(json))?;
        Ok(self.page_of(raw, links, None, |answer, _| answer.page_of_partials::<T>(), |_| Says::value()))
    }

    /// The text of a page, and the annotations beside the properties of its items.
    fn text_of_page(&self) -> Result<(&str, LinksOfItems), Error> {
        self.check_done()?;
        let Some(text) = self.content()? else {
            return Err(Error::new(ErrorKind::NoContent, "the service answered without a page"));
        };
        match Links::of_items(text) {
            Ok(links) => Ok((text, links)),
            // Its properties are gone, so that it would look like one of which nothing is known.
            Err(Removed(index)) => Err(Error::new(
                ErrorKind::Decode,
                "the service says that an item was removed, and changes were not asked for; it is",
            )
            .at(format!("{VALUE}[{index}]"))),
        }
    }

    fn page_of<T>(
        &self,
        raw: RawPage<T>,
        links: LinksOfItems,
        paths: Option<ItemPaths<T>>,
        read: ReadPage<T>,
        says: impl Fn(&mut Aside) -> Says<T>,
    ) -> Page<T> {
        let request_id = self.request_id();
        let mut links = links.into_iter();
        let items = raw.items.into_iter().map(|(value, mut aside)| Fetched {
            place: Place::of_item(paths.as_ref()),
            value,
            says: says(&mut aside),
            etag: aside.etag.filter(ETag::is_version),
            request_id: request_id.clone(),
            options: None,
            links: links.next().flatten(),
        });
        Page {
            items: items.collect(),
            next_link: self.next_link(raw.next_link),
            count: raw.count,
            paths,
            read,
            preferences: self.options.preferences().to_vec(),
        }
    }
}
