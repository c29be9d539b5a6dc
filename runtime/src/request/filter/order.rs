//! `$orderby`: keys, and the direction of each.

use core::fmt;
use core::marker::PhantomData;

use crate::request::filter::term::Term;

/// A key of `$orderby`, with its direction: what `p.start_date_time.descending()` gives.
///
/// Source: OData URL Conventions 4.01, section 5.1.4.
#[must_use = "it orders nothing until a request takes it"]
pub struct Order<R> {
    pub(crate) term: Term,
    of: PhantomData<fn() -> R>,
}

impl<R> Order<R> {
    pub(crate) fn new(term: Term) -> Self {
        Self { term, of: PhantomData }
    }
}

impl<R> Clone for Order<R> {
    fn clone(&self) -> Self {
        Self::new(self.term.clone())
    }
}

impl<R> fmt::Debug for Order<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Order").field(&self.term.clone().finish().unwrap_or_default()).finish()
    }
}
