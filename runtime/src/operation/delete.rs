//! `DELETE` of one resource.

use http::Method;

use crate::error::Error;
use crate::request::answer::Answer;
use crate::request::operation::{Conditional, Operation, Sealed};
use crate::request::request::Request;
use crate::resource::address::At;
use crate::resource::traits::GraphResource;

/// `DELETE` of one resource.
#[derive(Clone, Debug)]
pub struct Delete(());

impl Sealed for Delete {}

impl Operation for Delete {
    type Output = ();
    const METHOD: Method = Method::DELETE;

    fn read(self, answer: Answer<'_>) -> Result<(), Error> {
        answer.check_changed()?;
        answer.nothing()
    }
}

impl Conditional for Delete {}

impl<R: GraphResource> At<R> {
    /// Removes the resource: `DELETE`.
    pub fn delete(self) -> Request<Delete> {
        Request::new(self.into_path(), Delete(()))
    }
}
