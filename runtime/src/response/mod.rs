//! Answers: what a body and its headers say, without I/O.

mod decode;
mod links;
mod output;
mod page;

use core::fmt;
use core::marker::PhantomData;
use core::ops::Deref;

use bytes::Bytes;
use http::{HeaderName, header};

use self::decode::decode;
use self::links::Links;
pub use self::output::CallOutput;
pub use self::page::Page;
use self::page::PageSeed;
pub(crate) use self::page::Places;
use crate::compound::{Compound, Partial};
use crate::error::{Error, ErrorKind};
use crate::etag::ETag;
use crate::navigation::{Many, NavigationProperty};
use crate::path::ResourcePath;
use crate::read::{Entity, EntitySeed, Said, Whole};
use crate::request::{NextPage, Reading, Request};
use crate::resource::{At, GraphResource};
use crate::structured::{Completion, Structured};
use crate::tracked::Tracked;

/// A successful answer, on its way to what the operation makes of it.
pub struct Answer<'h> {
    pub(crate) head: &'h http::response::Parts,
    pub(crate) body: Bytes,
    /// Where the request went.
    pub(crate) path: Option<ResourcePath>,
    /// The same where it followed a relationship.
    pub(crate) related: Option<ResourcePath>,
    /// What it asked for.
    pub(crate) reading: Reading,
}

impl Answer<'_> {
    pub(crate) fn fetched<R: GraphResource>(self) -> Result<Fetched<R>, Error> {
        let (value, (etag, text)) = whole_or_why(
            || {
                let mut value = None;
                let rest = self.representation::<Whole<R>>(&mut value)?;
                Ok((value, rest))
            },
            || {
                let mut partial = None;
                let rest = self.representation::<Said<R::Partial>>(&mut partial)?;
                Ok((partial.map(|partial| whole(partial, None)).transpose()?, rest))
            },
        )?;
        let links = text.and_then(Links::of_entity);
        let is_related = self.related.is_some();
        let mut fetched = self.with(value, etag, links)?;
        if is_related {
            fetched.path = collection_of::<R>(None).and_then(|path| path.item(|name| fetched.value.key_of(name)));
        }
        if let Some(field @ None) = fetched.value.etag_mut() {
            field.clone_from(&fetched.etag);
        }
        Ok(fetched)
    }

    pub(crate) fn fetched_partial<P: Partial>(self) -> Result<Fetched<P>, Error> {
        let mut partial = None;
        let (etag, text) = self.representation::<Said<P>>(&mut partial)?;
        let links = text.and_then(Links::of_entity);
        self.with(partial, etag, links)
    }

    fn with<T>(self, value: Option<T>, etag: Option<ETag>, links: Option<Box<Links>>) -> Result<Fetched<T>, Error> {
        Ok(Fetched {
            value: value.ok_or_else(without_resource)?,
            etag,
            request_id: self.request_id(),
            path: self.path,
            reading: Some(Box::new(self.reading)),
            links,
        })
    }

    pub(crate) fn updated<R: GraphResource>(self, patch: R::Patch) -> Result<Updated<R>, Error> {
        let mut answer = None;
        let (etag, _) = self.representation::<Said<R::Partial>>(&mut answer)?;
        Ok(Updated { patch, answer, etag, request_id: self.request_id() })
    }

    pub(crate) fn created<R: GraphResource>(self) -> Result<Created<R>, Error> {
        let mut answer = None;
        let (etag, text) = self.representation::<Said<R::Partial>>(&mut answer)?;
        let links = text.and_then(Links::of_entity);
        Ok(Created {
            answer,
            etag,
            location: self.header(&header::LOCATION).map(str::to_owned),
            request_id: self.request_id(),
            collection: self.path,
            links,
        })
    }

    pub(crate) fn page<T: Compound>(self, places: Option<Places<T>>) -> Result<Page<T>, Error> {
        let page = whole_or_why(
            || self.page_of::<Whole<T>>(),
            || self.page_of_partials::<T::Partial>()?.try_map(None, |index, partial| whole(partial, Some(index))),
        )?;
        page.try_map(places, |_, item| Ok(item))
    }

    pub(crate) fn page_of_partials<P: Partial>(&self) -> Result<Page<P>, Error> {
        self.page_of::<Said<P>>()
    }

    fn page_of<E: Entity>(&self) -> Result<Page<E::Value>, Error> {
        let Some(text) = self.text()? else {
            return Err(Error::new(ErrorKind::NoContent, "the service answered without a page"));
        };
        let raw = decode(text, PageSeed::<E>(PhantomData))?;
        let request_id = self.request_id();
        let mut links = Links::of_items(text, raw.items.len()).into_iter();
        let items = raw.items.into_iter().map(|(value, etag)| Fetched {
            value,
            etag,
            path: None,
            request_id: request_id.clone(),
            reading: None,
            links: links.next().flatten(),
        });
        Ok(Page { items: items.collect(), next_link: raw.next_link, count: raw.count, places: None })
    }

    /// Reads the entity in the body into its place, empty until then; it stays so where the answer has no content. Gives
    /// its version, and the text it stands in.
    fn representation<E: Entity>(&self, room: &mut Option<E::Value>) -> Result<(Option<ETag>, Option<&str>), Error> {
        let (text, mut etag) = (self.text()?, None);
        if let Some(text) = text {
            decode(text, EntitySeed::<E>::new(room, &mut etag))?;
        }
        Ok((self.etag_or_header(etag), text))
    }

    /// The tag in the body wins over the header's.
    fn etag_or_header(&self, etag: Option<ETag>) -> Option<ETag> {
        etag.or_else(|| self.header(&header::ETAG).map(ETag::from))
    }

    fn request_id(&self) -> Option<String> {
        self.header(&REQUEST_ID).map(str::to_owned)
    }

    fn header(&self, name: &HeaderName) -> Option<&str> {
        self.head.headers.get(name)?.to_str().ok()
    }

    /// A 204 has no content, whatever stands in its body: documentation shows bodies that are none.
    fn text(&self) -> Result<Option<&str>, Error> {
        if self.head.status == http::StatusCode::NO_CONTENT || self.body.iter().all(u8::is_ascii_whitespace) {
            return Ok(None);
        }
        // Checked once, so that no string in the body is checked again.
        core::str::from_utf8(&self.body)
            .map(Some)
            .map_err(|error| Error::because(ErrorKind::Decode, "the body is not UTF-8", error))
    }
}

fn without_resource() -> Error {
    Error::new(ErrorKind::NoContent, "the service answered without the resource")
}

/// Reads a whole value, or else says why there is none. Read whole, a body is refused for what one value in it lacks; what
/// is said of all of them is read to name everything that is missing.
fn whole_or_why<T>(
    whole: impl FnOnce() -> Result<T, Error>,
    why: impl FnOnce() -> Result<T, Error>,
) -> Result<T, Error> {
    whole().or_else(|_| why())
}

fn whole<R: Compound>(partial: R::Partial, item: Option<usize>) -> Result<R, Error> {
    let mut completion = Completion::of_whole();
    R::complete(partial, &mut completion).ok_or_else(|| {
        let message = format!("the answer is no whole `{}`: {completion}", R::NAME);
        let error = Error::new(ErrorKind::Decode, message);
        let first = completion.missing().first().cloned().unwrap_or_default();
        error.at(item.map_or(first.clone(), |index| format!("value[{index}].{first}")))
    })
}

/// The collection that an entity is served in, whose type was found by a relationship: that of its own type, or the
/// relationship itself where that is where the type is served.
pub(crate) fn collection_of<R: GraphResource>(related: Option<ResourcePath>) -> Option<ResourcePath> {
    ResourcePath::of_root_collection(R::PATH).or_else(|| related?.into_collection(R::PATH))
}

const REQUEST_ID: HeaderName = HeaderName::from_static("request-id");

/// A resource as the service gave it, with what the answer says about it.
///
/// Derefs to the resource. To change it, take it out with [`into_inner`](Self::into_inner), or
/// [`track`](Self::track) it.
///
/// # Examples
///
/// ```no_run
/// # use graph_resource::{Client, Error, GraphResource, HttpClient};
/// # #[derive(Clone, Debug, PartialEq, GraphResource)]
/// # #[graph_resource(path = "/users/<id>")]
/// # pub struct User { pub id: String, pub display_name: Option<String> }
/// # async fn example<T: HttpClient>(client: Client<T>) -> Result<(), Error> {
/// let user = client.send(User::at("87d349ed").get()).await?;
/// println!("{:?} in version {:?}", user.display_name, user.etag());
/// let user: User = user.into_inner();
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Fetched<T> {
    value: T,
    etag: Option<ETag>,
    path: Option<ResourcePath>,
    request_id: Option<String>,
    reading: Option<Box<Reading>>,
    links: Option<Box<Links>>,
}

impl<T> Fetched<T> {
    /// The version: `@odata.etag`, or the `ETag` header where the body has none.
    pub fn etag(&self) -> Option<&ETag> {
        self.etag.as_ref()
    }

    /// The path below the service root where the resource is served.
    ///
    /// `None` for a partial of a list, and for an item whose key cannot stand in a path.
    pub fn location(&self) -> Option<&str> {
        self.path.as_ref().and_then(|path| path.as_str().ok())
    }

    /// The service's id of the request.
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// `@odata.nextLink` of an expanded collection: there is more of it where it is present. Opaque; it may hold a token.
    ///
    /// The collection is named by its handle, or by its JSON path in the resource: `"sessions[0].segments"`.
    ///
    /// Source: OData JSON Format 4.0, section 4.5.5.
    pub fn next_link_of(&self, collection: impl AsRef<str>) -> Option<&str> {
        self.links.as_ref()?.next_link(collection.as_ref())
    }

    /// `@odata.count` of an expanded collection, where it was asked for. The collection is named as in
    /// [`next_link_of`](Self::next_link_of).
    pub fn count_of(&self, collection: impl AsRef<str>) -> Option<i64> {
        self.links.as_ref()?.count(collection.as_ref())
    }

    /// `@odata.mediaReadLink` of a stream property: where its content is read. A stream is in no body; the property is
    /// named as it stands on the wire, or by its JSON path in the resource: `"content"`, `"pages[0].content"`.
    ///
    /// The link may hold a token, and may lead to another origin: it is to be followed without the client's own.
    ///
    /// Source: OData JSON Format 4.0, section 9; Microsoft Graph, `onenotePage`.
    pub fn media_read_link_of(&self, property: impl AsRef<str>) -> Option<&str> {
        self.links.as_ref()?.read_link(property.as_ref())
    }

    /// `@odata.mediaEditLink` of a stream property: where its content is written. As
    /// [`media_read_link_of`](Self::media_read_link_of).
    pub fn media_edit_link_of(&self, property: impl AsRef<str>) -> Option<&str> {
        self.links.as_ref()?.edit_link(property.as_ref())
    }

    /// The request for the next page of an expanded collection; `None` where all of it is here.
    ///
    /// The link is used as it came. Headers are not in it: what the first request was given is to be given again.
    pub fn next_page_of<R: Structured, U: GraphResource>(
        &self,
        collection: NavigationProperty<R, U, Many>,
    ) -> Option<Request<NextPage<U>>> {
        self.next_page_at(collection.name())
    }

    /// The same of a collection of `U` that is expanded further below, at this JSON path: `"sessions[0].segments"`.
    pub fn next_page_at<U: GraphResource>(&self, path: &str) -> Option<Request<NextPage<U>>> {
        let link = self.next_link_of(path)?.to_owned();
        let here = self.path.clone().filter(|_| !path.contains(['.', '['])).map(|mut here| {
            here.push_name(path);
            here
        });
        Some(Request::follow(link, NextPage::new(collection_of::<U>(here).map(Places::of_collection))))
    }

    /// The resource alone.
    pub fn into_inner(self) -> T {
        self.value
    }
}

impl<R: GraphResource> Fetched<R> {
    /// Follows the resource's changes from here on.
    pub fn track(mut self) -> Tracked<R> {
        let etag = self.etag.take().or_else(|| self.value.etag_mut().and_then(|etag| etag.clone()));
        let path = self.path.take().map(At::at_path);
        Tracked::new(self.value, path, etag, self.reading)
    }
}

impl<T> Deref for Fetched<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// A patch that the service took, and what it answered.
///
/// A service answers with the whole resource, a part of it, or nothing: [`merge_into`](Self::merge_into) ends right in
/// each case.
pub struct Updated<R: Compound> {
    patch: R::Patch,
    answer: Option<R::Partial>,
    etag: Option<ETag>,
    request_id: Option<String>,
}

impl<R: GraphResource> Updated<R> {
    /// Applies the patch that was sent, then what the service answered.
    pub fn merge_into(self, resource: &mut R) {
        resource.apply(self.patch);
        if let Some(answer) = self.answer {
            resource.merge(answer);
        }
        if let (Some(field), Some(etag)) = (resource.etag_mut(), self.etag) {
            *field = Some(etag);
        }
    }

    /// The patch that was sent.
    pub fn patch(&self) -> &R::Patch {
        &self.patch
    }

    /// What the service answered; `None` where it answered without content.
    pub fn answer(&self) -> Option<&R::Partial> {
        self.answer.as_ref()
    }

    /// The new version, where the service tells it.
    pub fn etag(&self) -> Option<&ETag> {
        self.etag.as_ref()
    }

    /// The service's id of the request.
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }
}

impl<R: Compound> Clone for Updated<R> {
    fn clone(&self) -> Self {
        Self {
            patch: self.patch.clone(),
            answer: self.answer.clone(),
            etag: self.etag.clone(),
            request_id: self.request_id.clone(),
        }
    }
}

impl<R: Compound> fmt::Debug for Updated<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Updated")
            .field("patch", &self.patch)
            .field("answer", &self.answer)
            .field("etag", &self.etag)
            .field("request_id", &self.request_id)
            .finish()
    }
}

/// A resource that the service created, as far as it answered with it.
pub struct Created<R: Compound> {
    answer: Option<R::Partial>,
    etag: Option<ETag>,
    location: Option<String>,
    request_id: Option<String>,
    collection: Option<ResourcePath>,
    links: Option<Box<Links>>,
}

impl<R: GraphResource> Created<R> {
    /// What the service answered; `None` where it answered without content.
    pub fn answer(&self) -> Option<&R::Partial> {
        self.answer.as_ref()
    }

    /// The `Location` header: the URL of the new resource.
    pub fn location(&self) -> Option<&str> {
        self.location.as_deref()
    }

    /// The version, where the service tells it.
    pub fn etag(&self) -> Option<&ETag> {
        self.etag.as_ref()
    }

    /// The service's id of the request.
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// The new resource, whole.
    ///
    /// # Errors
    ///
    /// - [`ErrorKind::NoContent`]: the service answered without content.
    /// - [`ErrorKind::Decode`]: the answer leaves out properties that are not nullable.
    pub fn fetched(self) -> Result<Fetched<R>, Error> {
        let value = whole::<R>(self.answer.ok_or_else(without_resource)?, None)?;
        let path = self.collection.and_then(|path| path.item(|name| value.key_of(name)));
        Ok(Fetched { value, etag: self.etag, path, request_id: self.request_id, reading: None, links: self.links })
    }
}

impl<R: Compound> Clone for Created<R> {
    fn clone(&self) -> Self {
        Self {
            answer: self.answer.clone(),
            etag: self.etag.clone(),
            location: self.location.clone(),
            request_id: self.request_id.clone(),
            collection: self.collection.clone(),
            links: self.links.clone(),
        }
    }
}

impl<R: Compound> fmt::Debug for Created<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Created")
            .field("answer", &self.answer)
            .field("etag", &self.etag)
            .field("location", &self.location)
            .field("request_id", &self.request_id)
            .finish_non_exhaustive()
    }
}
