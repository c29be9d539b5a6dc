//! `GET` of one resource.

use core::fmt;
use core::marker::PhantomData;

use http::Method;

use crate::codec::fill::{AsState, AsValue};
use crate::error::Error;
use crate::request::answer::Answer;
use crate::request::operation::{Operation, Reads, Sealed};
use crate::request::options::RequestOptions;
use crate::request::request::Request;
use crate::resource::address::At;
use crate::resource::traits::GraphResource;
use crate::response::fetched::Fetched;
use crate::response::reading::ReadAs;

/// `GET` of one resource: read as a whole, or, where properties are selected, as a partial.
pub struct Get<R, E = AsValue<R>> {
    reads: PhantomData<fn() -> (R, E)>,
}

impl<R, E> Get<R, E> {
    pub(crate) const fn new() -> Self {
        Self { reads: PhantomData }
    }
}

impl<R, E> Sealed for Get<R, E> {}

impl<R: GraphResource, E: ReadAs<R>> Operation for Get<R, E> {
    type Output = Fetched<E::Value>;
    const METHOD: Method = Method::GET;

    fn read(self, answer: Answer<'_>) -> Result<Fetched<E::Value>, Error> {
        E::fetched(answer)
    }
}

impl<R: GraphResource, E: ReadAs<R>> Reads for Get<R, E> {
    type Resource = R;
    type Selected = Get<R, AsState<R>>;
    const IS_PARTIAL: bool = E::IS_PARTIAL;

    fn selected(self) -> Get<R, AsState<R>> {
        Get::new()
    }
}

impl<R: GraphResource> At<R> {
    /// Reads the resource: `GET`.
    pub fn get(self) -> Request<Get<R>> {
        Request::new(self.into_path(), Get::new())
    }
}

impl<R: GraphResource> Request<Get<R>> {
    /// Asks in the same way as before.
    pub(crate) fn again(self, options: &RequestOptions) -> Self {
        self.like(options)
    }
}

impl<R, E> Clone for Get<R, E> {
    fn clone(&self) -> Self {
        Self::new()
    }
}

impl<R: GraphResource, E> fmt::Debug for Get<R, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Get").field("resource", &R::NAME).finish_non_exhaustive()
    }
}
