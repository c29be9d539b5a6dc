//! How the resources of an answer are read: as wholes, or as partials.

use crate::codec::entity::FillEntity;
use crate::codec::fill::{AsState, AsValue};
use crate::error::Error;
use crate::odata::path::ResourcePath;
use crate::request::answer::Answer;
use crate::resource::traits::GraphResource;
use crate::response::fetched::Fetched;
use crate::response::page::Page;
use crate::response::place::ItemPaths;

/// Whether resources of an answer are read as wholes ([`AsValue`]) or as partials ([`AsState`]).
pub trait ReadAs<R: GraphResource>: FillEntity {
    #[doc(hidden)]
    const IS_PARTIAL: bool;

    #[doc(hidden)]
    fn fetched(answer: Answer<'_>) -> Result<Fetched<Self::Value>, Error>;

    #[doc(hidden)]
    fn page(answer: Answer<'_>, collection: Option<ResourcePath>) -> Result<Page<Self::Value>, Error>;
}

impl<R: GraphResource> ReadAs<R> for AsValue<R> {
    const IS_PARTIAL: bool = false;

    fn fetched(answer: Answer<'_>) -> Result<Fetched<R>, Error> {
        answer.fetched()
    }

    fn page(answer: Answer<'_>, collection: Option<ResourcePath>) -> Result<Page<R>, Error> {
        answer.page(collection.map(ItemPaths::of_collection))
    }
}

impl<R: GraphResource> ReadAs<R> for AsState<R> {
    const IS_PARTIAL: bool = true;

    fn fetched(answer: Answer<'_>) -> Result<Fetched<R::Partial>, Error> {
        answer.fetched_partial::<R>()
    }

    fn page(answer: Answer<'_>, _: Option<ResourcePath>) -> Result<Page<R::Partial>, Error> {
        answer.page_of_partials::<R>()
    }
}
