//! What a request does: its method, its body, and what its answer is read as.

use http::Method;
use http::header::HeaderValue;

use crate::error::Error;
use crate::odata::path::ResourcePath;
use crate::odata::reference::Reference;
use crate::request::answer::Answer;
use crate::resource::traits::GraphResource;

/// What a request does, and what its answer means.
pub trait Operation: Sealed + Sized {
    /// What a successful answer gives.
    type Output;

    /// The HTTP method.
    #[doc(hidden)]
    const METHOD: Method;

    /// The media type that the answer is wanted in.
    #[doc(hidden)]
    const ACCEPT: &'static str = JSON;

    /// Whether an answer of 3xx is a success, which tells where something is.
    #[doc(hidden)]
    const TAKES_REDIRECT: bool = false;

    /// The media type of the body.
    #[doc(hidden)]
    fn content_type(&self) -> HeaderValue {
        HeaderValue::from_static(JSON)
    }

    /// How many bytes to make out for before the body is written.
    #[doc(hidden)]
    fn body_room(&self) -> usize {
        0
    }

    /// Appends the body, where the operation has one. URLs of the service in it have this root.
    #[doc(hidden)]
    fn write_body(&self, _base: &str, _to: &mut Vec<u8>) -> Result<(), Error> {
        Ok(())
    }

    /// The entity that `$id` in the URL names.
    #[doc(hidden)]
    fn id(&self) -> Option<&Reference> {
        None
    }

    /// The collection that a link leads to a page of, where it is known.
    #[doc(hidden)]
    fn collection(&self) -> Option<&ResourcePath> {
        None
    }

    /// Reads an answer of a 2xx status.
    #[doc(hidden)]
    fn read(self, answer: Answer<'_>) -> Result<Self::Output, Error>;
}

pub(crate) const JSON: &str = "application/json";

/// The operations that read resources, and can be told which properties of them.
#[diagnostic::on_unimplemented(
    message = "this request cannot be told which properties to read",
    label = "not of this request",
    note = "properties are selected of `get()`, of `list()` and of `delta()`"
)]
pub trait Reads: Operation {
    /// The resource.
    type Resource: GraphResource;
    /// The same operation, whose answer is read as partials.
    type Selected: Reads<Resource = Self::Resource>;

    /// Whether the answer is read as partials.
    #[doc(hidden)]
    const IS_PARTIAL: bool;

    /// Reads the answer as partials.
    #[doc(hidden)]
    fn selected(self) -> Self::Selected;
}

/// The operations that read a collection, and can be told which items of it.
#[diagnostic::on_unimplemented(
    message = "this request reads no collection",
    label = "asked of a request that reads no collection",
    note = "a filter, an order and the size of pages are asked of `R::collection().list()`, of a relationship's `list()`, or \
            of an `Expand`"
)]
pub trait Lists: Operation {
    /// What is in it.
    type Item;

    /// Whether only the number of items is asked for.
    #[doc(hidden)]
    const IS_COUNT: bool = false;
}

/// The operations that go through only where a resource is still in the version that `if_match` names.
#[diagnostic::on_unimplemented(
    message = "this request goes through in any version",
    label = "not of this request",
    note = "a version is asked of `update(…)`, `delete()` and others that change what is there"
)]
pub trait Conditional: Operation {}

/// The operations that can answer with the resource as it is afterwards.
#[diagnostic::on_unimplemented(
    message = "this request is answered in one form",
    label = "not of this request",
    note = "the resource as it is afterwards is asked of `update(…)` and `create(…)`"
)]
pub trait Writes: Operation {}

/// Operations are this crate's own.
pub trait Sealed {}
