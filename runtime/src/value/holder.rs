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
/// Each says of itself which of them it is, so that one impl of `From` serves all: to compare an impl of `Into` with it for
/// each type would cost the compiler the square of the number of types.
#[doc(hidden)]
pub trait Said {
    /// [`AsValue`], [`AsPatch`] or [`AsPartial`].
    type Form;
}

/// The form of a value.
pub struct AsValue;

/// The form of a patch.
pub struct AsPatch;

/// The form of a partial.
pub struct AsPartial;

impl<T: Compound> Said for T {
    type Form = AsValue;
}

/// A type whose change can be made of a `V`, which has this form.
#[doc(hidden)]
pub trait MadeOf<V, Form>: Compound {
    /// The change.
    fn change(said: V) -> Change<Self>;
}

impl<H: Compound + From<T>, T> MadeOf<T, AsValue> for H {
    #[inline]
    fn change(said: T) -> Change<H> {
        Change::Replace(said.into())
    }
}

impl<H: PatchedBy<P::Whole, State = P::Partial>, P: GraphPatch> MadeOf<P, AsPatch> for H {
    #[inline]
    fn change(said: P) -> Change<H> {
        Change::Members(H::within(said.into_partial()))
    }
}

impl<H: PatchedBy<P::Whole, State = P>, P: Partial> MadeOf<P, AsPartial> for H {
    #[inline]
    fn change(said: P) -> Change<H> {
        Change::Members(H::within(said))
    }
}

#[diagnostic::do_not_recommend]
impl<H: MadeOf<V, V::Form>, V: Said> From<V> for Change<H> {
    #[inline]
    fn from(said: V) -> Self {
        H::change(said)
    }
}
