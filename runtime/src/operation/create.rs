//! `POST` of a new resource.

use core::fmt;
use core::marker::PhantomData;

use http::Method;

use crate::codec::json::{body, resolve, unwritten};
use crate::error::Error;
use crate::request::answer::Answer;
use crate::request::operation::{Operation, Sealed, Writes};
use crate::request::request::Request;
use crate::resource::address::Collection;
use crate::resource::traits::{GraphResource, NewResource};
use crate::response::created::Created;

/// `POST` of a new resource into a collection.
pub struct Create<R> {
    body: Result<Vec<u8>, String>,
    /// Whether references may stand in the body.
    may_bind: bool,
    resource: PhantomData<fn() -> R>,
}

impl<R: GraphResource> Sealed for Create<R> {}

impl<R: GraphResource> Create<R> {
    fn new<N: NewResource<R>>(new: &N) -> Self {
        let body = body(|to| new.write_new(to)).map_err(|error| error.to_string());
        Self { body, may_bind: N::MAY_BIND && R::may_bind(), resource: PhantomData }
    }
}

impl<R: GraphResource> Operation for Create<R> {
    type Output = Created<R>;
    const METHOD: Method = Method::POST;

    fn body_room(&self) -> usize {
        self.body.as_ref().map_or(0, Vec::len)
    }

    fn write_body(&self, base: &str, to: &mut Vec<u8>) -> Result<(), Error> {
        let body = self.body.as_ref().map_err(unwritten)?;
        let start = to.len();
        to.extend_from_slice(body);
        if self.may_bind {
            resolve(to, start, Some(base));
        }
        Ok(())
    }

    fn read(self, answer: Answer<'_>) -> Result<Created<R>, Error> {
        answer.created()
    }
}

impl<R: GraphResource> Writes for Create<R> {}

impl<R: GraphResource> Collection<R> {
    /// Creates a resource of a whole record, or of a partial: `POST`.
    ///
    /// What a record is related to is created with it, where that is new. An entity with a key is there already: in a
    /// record it is refused ([`ErrorKind::Unsendable`](crate::ErrorKind::Unsendable), when the request is built), so that a
    /// record that was fetched with `$expand` creates nothing twice. A partial binds it with `bind_…`, and may hold one
    /// inline whose key is chosen by the client.
    #[doc(alias = "post")]
    pub fn create(self, new: &impl NewResource<R>) -> Request<Create<R>> {
        Request::new(self.into_path(), Create::new(new))
    }
}

impl<R> Clone for Create<R> {
    fn clone(&self) -> Self {
        Self { body: self.body.clone(), may_bind: self.may_bind, resource: PhantomData }
    }
}

impl<R: GraphResource> fmt::Debug for Create<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Create").field("resource", &R::NAME).finish_non_exhaustive()
    }
}
