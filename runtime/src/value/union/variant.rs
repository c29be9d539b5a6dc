//! What a variant of a union holds.

use serde::de::Deserializer;
use serde::ser::Serializer;

use crate::codec::aside::Aside;
use crate::codec::compound::{Compound, Partial};
use crate::codec::context::{ApplyMode, Completion, DiffScope, ReadContext, WriteForm};
use crate::codec::derived::Structured;
use crate::codec::out::Out as _;
use crate::codec::value::GraphValue;
use crate::codec::write::{write_partial_as, write_whole_as};
use crate::odata::table::{Flags, TypeInfo};
use crate::value::complex::ComplexCodec;
use crate::value::union::types::Projection;

/// The codec of what a variant may hold: of a struct with properties.
#[diagnostic::on_unimplemented(
    message = "a variant of a union holds a struct; take the variants of the union in it as variants here",
    label = "a union in turn"
)]
pub trait Variant {
    /// The value.
    type Value;
    /// The state of a value.
    type State;
    /// The handles of its properties.
    type Props;

    /// The name of the type: the one that was given, or else the payload's own.
    const ODATA_TYPE: Option<&'static str>;

    /// The table of the type.
    const TABLE: &'static TypeInfo;

    /// The handles of its properties, as `props()` gives them.
    #[must_use]
    fn handles() -> Self::Props;

    /// Whether a value may hold write-only members, which no answer shows.
    #[must_use]
    fn has_secrets() -> bool;

    /// Reads a state, and makes of it, or of a `Box` of it, what is put into `out`, which is empty.
    ///
    /// # Errors
    ///
    /// The reader's own error.
    fn read_state<'de, D: Deserializer<'de>, H: From<Self::State>, S>(
        from: D,
        cx: ReadContext<'_>,
        aside: Option<&mut Aside>,
        variant: impl FnOnce(H) -> S,
        out: &mut Option<S>,
    ) -> Result<(), D::Error>;

    /// Reads a whole value, likewise.
    ///
    /// # Errors
    ///
    /// The reader's own error.
    fn read<'de, D: Deserializer<'de>, H: From<Self::Value>, U>(
        from: D,
        cx: ReadContext<'_>,
        aside: Option<&mut Aside>,
        variant: impl FnOnce(H) -> U,
        out: &mut Option<U>,
    ) -> Result<(), D::Error>;

    /// Writes the whole value, with the name of its type.
    ///
    /// # Errors
    ///
    /// The serializer's own error.
    fn write<S: Serializer>(
        value: &Self::Value,
        name: Option<&'static str>,
        form: WriteForm,
        to: S,
    ) -> Result<S::Ok, S::Error>;

    /// Writes the state, with the name of its type.
    ///
    /// # Errors
    ///
    /// The serializer's own error.
    fn write_state<S: Serializer>(
        state: &Self::State,
        name: Option<&'static str>,
        form: WriteForm,
        to: S,
    ) -> Result<S::Ok, S::Error>;

    /// Hands over the wire name and the flags of each member that is stated.
    fn each_name<'s>(state: &'s Self::State, to: &mut dyn FnMut(&'s str, Flags));

    /// Makes a whole value of the state.
    fn complete(state: Self::State, completion: &mut Completion) -> Option<Self::Value>;

    /// Applies the state where there is no value; `None` if a value cannot start empty.
    fn start_in(state: Self::State, mode: ApplyMode) -> Option<Self::Value>;

    /// The state that changes `old` into `new`.
    fn diff(old: &Self::Value, new: &Self::Value, scope: DiffScope<'_>) -> Self::State;

    /// Applies the state.
    fn apply(value: &mut Self::Value, state: Self::State, mode: ApplyMode);

    /// Composes the state with a later one.
    fn merge(state: &mut Self::State, later: Self::State);

    /// Projects the state onto another type, member by member.
    fn project(state: &Self::State, to: &mut Projection<'_>);

    /// Drops what only a body may hold.
    fn settle(value: &mut Self::Value);
}

impl<T: Structured + GraphValue> Variant for ComplexCodec<T> {
    type Value = T;
    type State = <T as Structured>::Partial;
    type Props = <T as Structured>::Props;

    const ODATA_TYPE: Option<&'static str> = T::TYPE.odata_type;
    const TABLE: &'static TypeInfo = T::TYPE;

    fn handles() -> Self::Props {
        T::handles()
    }

    fn has_secrets() -> bool {
        <T as Compound>::has_secrets()
    }

    fn read_state<'de, D: Deserializer<'de>, H: From<Self::State>, S>(
        from: D,
        cx: ReadContext<'_>,
        aside: Option<&mut Aside>,
        variant: impl FnOnce(H) -> S,
        out: &mut Option<S>,
    ) -> Result<(), D::Error> {
        let state: Self::State = Partial::read_from(from, cx, aside)?;
        out.fill(variant(state.into()));
        Ok(())
    }

    fn read<'de, D: Deserializer<'de>, H: From<T>, U>(
        from: D,
        cx: ReadContext<'_>,
        aside: Option<&mut Aside>,
        variant: impl FnOnce(H) -> U,
        out: &mut Option<U>,
    ) -> Result<(), D::Error> {
        let value: T = Compound::read_from(from, cx, aside)?;
        out.fill(variant(value.into()));
        Ok(())
    }

    fn write<S: Serializer>(
        value: &Self::Value,
        name: Option<&'static str>,
        form: WriteForm,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        write_whole_as(value, name, form, to)
    }

    fn write_state<S: Serializer>(
        state: &Self::State,
        name: Option<&'static str>,
        form: WriteForm,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        write_partial_as(state, name, form, to)
    }

    fn each_name<'s>(state: &'s Self::State, to: &mut dyn FnMut(&'s str, Flags)) {
        Partial::each_name(state, to);
    }

    fn complete(state: Self::State, completion: &mut Completion) -> Option<Self::Value> {
        <T as Structured>::complete(state, completion)
    }

    fn start_in(state: Self::State, mode: ApplyMode) -> Option<Self::Value> {
        <T as Compound>::start_in(state, mode)
    }

    fn diff(old: &Self::Value, new: &Self::Value, scope: DiffScope<'_>) -> Self::State {
        old.diff_in(new, scope)
    }

    fn apply(value: &mut Self::Value, state: Self::State, mode: ApplyMode) {
        value.apply_in(state, mode);
    }

    fn merge(state: &mut Self::State, later: Self::State) {
        Partial::merge(state, later);
    }

    fn project(state: &Self::State, to: &mut Projection<'_>) {
        to.project(state);
    }

    fn settle(value: &mut Self::Value) {
        value.settle();
    }
}
