//! Which types hold what is said of another one, and the one conversion of what is said into a change.

use crate::codec::compound::{Compound, GraphPatch, Partial};
use crate::value::complex::Change;

/// A type that takes the states of a `T`: the type itself, or a union with a variant for it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no variant for `{T}`",
    label = "not of the union's types",
    note = "the patch of a union is made of the patch of one of its types"
)]
pub trait PatchedBy<T>: Compound {
    /// The state of a `T`.
    #[doc(hidden)]
    type State;

    /// The same, as the state of this type.
    #[doc(hidden)]
    fn within(said: Self::State) -> Self::Partial;
}

impl<T: Compound> PatchedBy<T> for T {
    type State = T::Partial;

    #[inline]
    fn within(said: T::Partial) -> T::Partial {
        said
    }
}

/// What a change is made of: a value, a patch, or the partial of an entity that is created along with another one.
///
/// Each says of itself which of them it is, so that one impl of `From` serves all. With an impl of `Into` for each patch, the
/// compiler would compare each of them with that of the standard library.
#[doc(hidden)]
pub trait Said {
    /// [`OfValue`], [`OfPatch`] or [`OfPartial`].
    type Form;
}

/// The form of a value.
pub struct OfValue;

/// The form of a patch.
pub struct OfPatch;

/// The form of a partial.
pub struct OfPartial;

impl<T: Compound> Said for T {
    type Form = OfValue;
}

/// A type whose change can be made of a `V`, which has this form.
#[doc(hidden)]
pub trait MadeOf<V, Form>: Compound {
    /// The change.
    fn change(said: V) -> Change<Self>;
}

impl<H: Compound + From<T>, T> MadeOf<T, OfValue> for H {
    #[inline]
    fn change(said: T) -> Change<H> {
        Change::Replace(said.into())
    }
}

impl<H: PatchedBy<P::Whole, State = P::Partial>, P: GraphPatch> MadeOf<P, OfPatch> for H {
    #[inline]
    fn change(said: P) -> Change<H> {
        Change::Members(H::within(said.into_partial()))
    }
}

impl<H: PatchedBy<P::Whole, State = P>, P: Partial> MadeOf<P, OfPartial> for H {
    #[inline]
    fn change(said: P) -> Change<H> {
        Change::Members(H::within(said))
    }
}

#[diagnostic::do_not_recommend]
impl<H: MadeOf<V, V::Form>, V: Said> From<V> for Change<H> {
    /// Of a value that converts into an `H`; of a patch of `H`, or of one of its types where `H` is a union; of the partial of
    /// an entity that binds others.
    #[inline]
    fn from(said: V) -> Self {
        H::change(said)
    }
}
