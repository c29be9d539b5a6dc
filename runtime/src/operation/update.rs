//! `PATCH` of one resource.

use core::fmt;

use http::Method;

use crate::codec::compound::{Compound, GraphPatch, write_patch};
use crate::codec::json::ROOM;
use crate::error::{Error, ErrorKind};
use crate::request::answer::Answer;
use crate::request::operation::{Conditional, Operation, Sealed, Writes};
use crate::request::request::Request;
use crate::resource::address::At;
use crate::resource::traits::GraphResource;
use crate::response::updated::Updated;

/// `PATCH` of one resource.
pub struct Update<R: Compound> {
    patch: R::Patch,
}

impl<R: GraphResource> Sealed for Update<R> {}

impl<R: GraphResource> Operation for Update<R> {
    type Output = Updated<R>;
    const METHOD: Method = Method::PATCH;

    fn body_room(&self) -> usize {
        ROOM
    }

    fn write_body(&self, base: &str, to: &mut Vec<u8>) -> Result<(), Error> {
        if GraphPatch::is_empty(&self.patch) {
            return Err(Error::new(ErrorKind::EmptyPatch, "the patch is empty; set or clear a property first"));
        }
        write_patch(&self.patch, Some(base), to)
    }

    fn read(self, answer: Answer<'_>) -> Result<Updated<R>, Error> {
        answer.updated(self.patch)
    }
}

impl<R: GraphResource> Conditional for Update<R> {}
impl<R: GraphResource> Writes for Update<R> {}

impl<R: GraphResource> At<R> {
    /// Changes the properties that the patch holds: `PATCH`. An empty patch is refused before anything is sent.
    #[doc(alias = "patch")]
    pub fn update(self, patch: R::Patch) -> Request<Update<R>> {
        Request::new(self.into_path(), Update { patch })
    }
}

impl<R: GraphResource> Clone for Update<R> {
    fn clone(&self) -> Self {
        Self { patch: self.patch.clone() }
    }
}

impl<R: GraphResource> fmt::Debug for Update<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Update").field("resource", &R::NAME).finish_non_exhaustive()
    }
}
