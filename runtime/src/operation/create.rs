//! `POST` of a new resource.

use core::fmt;
use core::marker::PhantomData;

use http::Method;

use crate::codec::json::body;
use crate::error::{Error, ErrorKind};
use crate::request::answer::Answer;
use crate::request::operation::{Operation, Sealed, Writes};
use crate::request::request::Request;
use crate::resource::address::Collection;
use crate::resource::traits::{GraphResource, NewResource};
use crate::response::created::Created;

/// `POST` of a new resource into a collection.
pub struct Create<R> {
    body: Result<Vec<u8>, String>,
    resource: PhantomData<fn() -> R>,
}

impl<R: GraphResource> Sealed for Create<R> {}

impl<R: GraphResource> Create<R> {
    fn new(new: &impl NewResource<R>) -> Self {
        let body = body(|to| new.write_new(to)).map_err(|error| error.to_string());
        Self { body, resource: PhantomData }
    }
}

impl<R: GraphResource> Operation for Create<R> {
    type Output = Created<R>;
    const METHOD: Method = Method::POST;

    fn body_room(&self) -> usize {
        self.body.as_ref().map_or(0, Vec::len)
    }

    fn write_body(&self, _: &str, to: &mut Vec<u8>) -> Result<(), Error> {
        let body = self.body.as_ref().map_err(|why| Error::new(ErrorKind::Encode, why.clone()))?;
        to.extend_from_slice(body);
        Ok(())
    }

    fn read(self, answer: Answer<'_>) -> Result<Created<R>, Error> {
        answer.created()
    }
}

impl<R: GraphResource> Writes for Create<R> {}

impl<R: GraphResource> Collection<R> {
    /// Creates a resource of a whole record, or of a partial: `POST`.
    pub fn create(self, new: &impl NewResource<R>) -> Request<Create<R>> {
        Request::new(self.into_path(), Create::new(new))
    }
}

impl<R> Clone for Create<R> {
    fn clone(&self) -> Self {
        Self { body: self.body.clone(), resource: PhantomData }
    }
}

impl<R: GraphResource> fmt::Debug for Create<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Create").field("resource", &R::NAME).finish_non_exhaustive()
    }
}
