//! What the requests of a batch have come to.

use core::fmt;
use std::sync::Arc;

use bytes::Bytes;

use crate::batch::batch::Part;
use crate::error::{Error, ErrorKind};
use crate::request::operation::Operation;

/// The answers to the requests of a [`Batch`](crate::Batch): [`Client::send_batch`](crate::Client::send_batch) gives them.
#[must_use = "a request of the batch may have failed"]
pub struct Answers {
    pub(crate) outcomes: Vec<Option<Result<http::Response<Bytes>, Error>>>,
    pub(crate) mark: Arc<()>,
}

impl Answers {
    /// Takes the answer to one request out, read as the operation says.
    ///
    /// # Errors
    ///
    /// - Those of [`Request::parse`](crate::Request::parse): the request has failed by itself. 424: it came after one that
    ///   failed.
    /// - Those of [`Request::to_parts`](crate::Request::to_parts): it could not be built, and was not sent.
    /// - [`ErrorKind::Unanswered`]: the service answered the others, and not this one.
    /// - [`ErrorKind::Batch`]: the part is of another batch, or comes after one that could not be built.
    /// - Those of [`Client::send`](crate::Client::send): the body that it was in was not answered.
    pub fn take<O: Operation>(&mut self, part: Part<O>) -> Result<O::Output, Error> {
        let own = self.outcomes.get_mut(part.index).filter(|_| Arc::ptr_eq(&part.mark, &self.mark));
        match own.and_then(Option::take) {
            Some(outcome) => part.parse(outcome?),
            None => Err(Error::new(ErrorKind::Batch, "the part is of another batch than the answers")),
        }
    }
}

impl fmt::Debug for Answers {
    /// The statuses; shows no body.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let statuses = self.outcomes.iter().map(|outcome| match outcome {
            Some(Ok(answer)) => Some(answer.status().as_u16()),
            Some(Err(error)) => error.status().map(|status| status.as_u16()),
            None => None,
        });
        f.debug_tuple("Answers").field(&statuses.collect::<Vec<_>>()).finish()
    }
}
