//! A resource that the service created.

use core::fmt;
use std::sync::Arc;

use http::header;

use crate::codec::aside::Aside;
use crate::codec::compound::Compound;
use crate::codec::fill::AsState;
use crate::error::Error;
use crate::etag::ETag;
use crate::odata::path::ResourcePath;
use crate::request::answer::Answer;
use crate::resource::traits::GraphResource;
use crate::response::fetched::Fetched;
use crate::response::links::Links;
use crate::response::place::Place;
use crate::response::says::Says;
use crate::response::whole::{has_references, named, whole, without_resource};

/// A resource that the service created, as far as it answered with it.
pub struct Created<R: Compound> {
    answer: Option<R::Partial>,
    etag: Option<ETag>,
    location: Option<String>,
    request_id: Option<Arc<str>>,
    collection: Option<ResourcePath>,
    links: Option<Box<Links>>,
    has_references: bool,
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
    /// - [`ErrorKind::NoContent`](crate::ErrorKind::NoContent): the service answered without content.
    /// - [`ErrorKind::Decode`](crate::ErrorKind::Decode): the answer leaves out properties that are not nullable.
    pub fn fetched(self) -> Result<Fetched<R>, Error> {
        let partial = self.answer.ok_or_else(without_resource)?;
        let says = Says::noted(named::<R>(&partial));
        let value = whole::<R>(partial, None, self.has_references)?;
        let place = Place::At(self.collection.and_then(|path| path.item(|name| value.key_of(name))));
        let (etag, request_id, links) = (self.etag, self.request_id, self.links);
        Ok(Fetched { value, etag, place, request_id, options: None, links, says })
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
            has_references: self.has_references,
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

impl Answer<'_> {
    pub(crate) fn created<R: GraphResource>(self) -> Result<Created<R>, Error> {
        self.check_changed()?;
        let mut answer = None;
        let (Aside { etag, .. }, text) = self.representation::<AsState<R>>(&mut answer)?;
        let links = text.and_then(Links::of_entity);
        let has_references = text.is_some_and(has_references);
        Ok(Created {
            answer,
            etag,
            location: self.header(&header::LOCATION).map(str::to_owned),
            request_id: self.request_id(),
            collection: self.path,
            links,
            has_references,
        })
    }
}
