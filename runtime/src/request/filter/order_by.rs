//! What a request can be ordered by.

use crate::codec::derived::Structured;
use crate::request::filter::operand::{Operand, Ordered};
use crate::request::filter::order::Order;
use crate::request::filter::path::Path;
use crate::request::filter::term::Term;
use crate::resource::derived_from::DerivedFrom;
use crate::resource::property::Property;

/// What items of type `R` can be ordered by: a property or a path, the least first, or an [`Order`].
#[diagnostic::on_unimplemented(
    message = "`{R}` cannot be ordered by `{Self}`",
    label = "neither a property nor a path, nor one of them with `ascending()` or `descending()`"
)]
pub trait OrderBy<R> {
    #[doc(hidden)]
    fn into_term(self) -> OrderTerm;
}

/// A key on its way into a request.
pub struct OrderTerm(pub(crate) Term);

#[diagnostic::do_not_recommend]
impl<R: DerivedFrom<B>, B> OrderBy<R> for Order<B> {
    fn into_term(self) -> OrderTerm {
        OrderTerm(self.term)
    }
}

impl<R: DerivedFrom<B>, B: Structured, T> OrderBy<R> for Property<B, T>
where
    T: Operand,
    T::Codec: Ordered<T>,
{
    fn into_term(self) -> OrderTerm {
        OrderTerm(self.ascending().term)
    }
}

impl<R: DerivedFrom<B>, B, T> OrderBy<R> for Path<B, T>
where
    T: Operand,
    T::Codec: Ordered<T>,
{
    fn into_term(self) -> OrderTerm {
        OrderTerm(self.ascending().term)
    }
}
