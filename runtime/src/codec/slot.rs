//! One property of a struct: its field in the whole, its field in the partial, and all that is done with the two.

use core::fmt::Debug;
use core::marker::PhantomData;

use serde::de::MapAccess;
use serde::ser::SerializeMap;

use crate::codec::context::{ApplyMode, Completion, DiffScope, Member, ReadContext};
use crate::codec::fill::{AsState, AsValue, Filling, FillingNullable};
use crate::codec::out::Out;
use crate::codec::value::{Codec, Writing, WritingState};
use crate::field::Field;
use crate::odata::table::{Flags, PropertyInfo, TypeInfo};

/// A property's place in a struct: the type of the field, and of what a partial holds for it.
pub trait Slot {
    /// The field of the whole.
    type Field;
    /// The field of the partial. Absent by default.
    type State: Clone + Debug + Default + PartialEq;

    /// Whether the property has no state.
    fn is_absent(state: &Self::State) -> bool;

    /// Reads the property's state into its place, which is empty.
    ///
    /// # Errors
    ///
    /// The reader's own error.
    fn read<'de, A: MapAccess<'de>>(
        access: &mut A,
        cx: ReadContext<'_>,
        state: &mut Self::State,
    ) -> Result<(), A::Error>;

    /// Reads the field into its place, which is empty.
    ///
    /// # Errors
    ///
    /// The reader's own error.
    fn read_field<'de, A: MapAccess<'de>>(
        access: &mut A,
        cx: ReadContext<'_>,
        field: &mut Option<Self::Field>,
    ) -> Result<(), A::Error>;

    /// The field of a property without a state; `None` where the property is required.
    fn unsaid() -> Option<Self::Field>;

    /// Whether the state is a whole value or null. Then the former value does not count.
    fn is_whole(state: &Self::State) -> bool;

    /// Whether the state is no more than a reference: see [`Codec::is_reference`].
    fn is_reference(state: &Self::State) -> bool;

    /// Makes the field of a state.
    fn complete(state: Self::State, name: &str, completion: &mut Completion) -> Option<Self::Field>;

    /// Writes the field as a member.
    ///
    /// # Errors
    ///
    /// The writer's own error.
    fn write<M: SerializeMap>(field: &Self::Field, at: Member, to: &mut M) -> Result<(), M::Error>;

    /// Writes the state as a member.
    ///
    /// # Errors
    ///
    /// The writer's own error.
    fn write_state<M: SerializeMap>(state: &Self::State, at: Member, to: &mut M) -> Result<(), M::Error>;

    /// What changes `old` into `new`.
    fn diff(old: &Self::Field, new: &Self::Field, scope: DiffScope<'_>) -> Self::State;

    /// The whole of `new`, where it is not the same as `old`.
    fn replace(old: &Self::Field, new: &Self::Field) -> Self::State;

    /// The state of the whole field; none for a null.
    fn state(field: &Self::Field) -> Self::State;

    /// The whole of `new`, and what is gone of `old`.
    fn restate(old: &Self::Field, new: &Self::Field, scope: DiffScope<'_>) -> Self::State;

    /// Whether the field has no value.
    fn is_null(field: &Self::Field) -> bool;

    /// Whether a field without a value is written as null where the form writes nulls.
    const WRITES_NULL: bool = true;

    /// Notes what is missing of what was said, for a whole value; where nothing was, the property, if that is too little.
    fn note_missing(state: &Self::State, name: &str, completion: &mut Completion);

    /// Applies a state to the field.
    fn apply(field: &mut Self::Field, state: Self::State, mode: ApplyMode);

    /// Applies a state where there is no field; `None` where there is none afterwards either.
    fn start(state: Self::State, mode: ApplyMode) -> Option<Self::Field>;

    /// Composes: `state`, then `later`.
    fn merge(state: &mut Self::State, later: Self::State);

    /// See [`Codec::settle`].
    fn settle(field: &mut Self::Field);
}

/// The slot of a non-nullable property: `T`, and `Option` of its state.
pub struct Required<C>(PhantomData<C>);

impl<C: Codec> Slot for Required<C> {
    type Field = C::Value;
    type State = Option<C::State>;

    #[inline]
    fn is_absent(state: &Self::State) -> bool {
        state.is_none()
    }

    #[inline]
    fn read<'de, A: MapAccess<'de>>(
        access: &mut A,
        cx: ReadContext<'_>,
        state: &mut Self::State,
    ) -> Result<(), A::Error> {
        access.next_value_seed(Filling::<AsState<C>, _>::new(cx, state))
    }

    #[inline]
    fn read_field<'de, A: MapAccess<'de>>(
        access: &mut A,
        cx: ReadContext<'_>,
        field: &mut Option<C::Value>,
    ) -> Result<(), A::Error> {
        access.next_value_seed(Filling::<AsValue<C>, _>::new(cx, field))
    }

    #[inline]
    fn unsaid() -> Option<C::Value> {
        None
    }

    fn is_whole(state: &Self::State) -> bool {
        state.as_ref().is_some_and(C::is_whole)
    }

    fn is_reference(state: &Self::State) -> bool {
        state.as_ref().is_some_and(C::is_reference)
    }

    #[inline]
    fn complete(state: Self::State, name: &str, completion: &mut Completion) -> Option<C::Value> {
        let Some(state) = state else {
            let empty = if completion.start_empty { C::empty() } else { None };
            if empty.is_none() {
                completion.note(name);
            }
            return empty;
        };
        complete_below::<C>(state, name, completion)
    }

    #[inline]
    fn write<M: SerializeMap>(field: &C::Value, at: Member, to: &mut M) -> Result<(), M::Error> {
        to.serialize_entry(at.name, &Writing::<C>::new(field, at.form))
    }

    #[inline]
    fn write_state<M: SerializeMap>(state: &Self::State, at: Member, to: &mut M) -> Result<(), M::Error> {
        match state {
            Some(state) => to.serialize_entry(at.name, &WritingState::<C>::new(state, at.form)),
            None => Ok(()),
        }
    }

    #[allow(
        clippy::inline_always,
        reason = "a known scope folds the match, which the compiler's own estimate does not see"
    )]
    #[inline(always)]
    fn diff(old: &C::Value, new: &C::Value, scope: DiffScope<'_>) -> Self::State {
        C::diff(old, new, scope)
    }

    #[inline]
    fn replace(old: &C::Value, new: &C::Value) -> Self::State {
        (old != new).then(|| C::whole(new))
    }

    fn state(field: &C::Value) -> Self::State {
        Some(C::whole(field))
    }

    fn restate(old: &C::Value, new: &C::Value, scope: DiffScope<'_>) -> Self::State {
        Some(restated::<C>(old, new, scope))
    }

    #[inline]
    fn is_null(_: &C::Value) -> bool {
        false
    }

    #[inline]
    fn note_missing(state: &Self::State, name: &str, completion: &mut Completion) {
        match state {
            Some(state) => note_below::<C>(state, name, completion),
            None if C::empty().is_none() => completion.note(name),
            None => {}
        }
    }

    #[inline]
    fn apply(field: &mut C::Value, state: Self::State, mode: ApplyMode) {
        if let Some(state) = state {
            C::apply(field, state, mode);
        }
    }

    fn start(state: Self::State, mode: ApplyMode) -> Option<C::Value> {
        C::start(state?, mode)
    }

    #[inline]
    fn merge(state: &mut Self::State, later: Self::State) {
        merge_never_null::<C>(state, later);
    }

    #[inline]
    fn settle(field: &mut C::Value) {
        C::settle(field);
    }
}

/// Composes two states of a property that is never null.
#[inline]
pub(crate) fn merge_never_null<C: Codec>(state: &mut Option<C::State>, later: Option<C::State>) {
    match (&mut *state, later) {
        (_, None) => {}
        (Some(state), Some(later)) if !C::is_whole(&later) => C::merge(state, later),
        (_, later) => *state = later,
    }
}

/// Looks for what no patch can say in a value that was not there.
#[inline]
pub(crate) fn look_in_new<C: Codec>(new: &C::Value, scope: DiffScope<'_>) {
    if let DiffScope::Unsent(unsent) = scope {
        unsent.in_new(|| drop(C::diff(new, new, scope)));
    }
}

#[inline]
pub(crate) fn note_below<C: Codec>(state: &C::State, name: &str, completion: &mut Completion) {
    let mark = completion.missing().len();
    C::note_missing(state, completion);
    if completion.missing().len() > mark {
        completion.below(mark, name);
    }
}

pub(crate) fn restated<C: Codec>(old: &C::Value, new: &C::Value, scope: DiffScope<'_>) -> C::State {
    // A value that has members to restate does so; any other is whole.
    C::diff(old, new, scope).unwrap_or_else(|| C::whole(new))
}

#[inline]
pub(crate) fn complete_below<C: Codec>(state: C::State, name: &str, completion: &mut Completion) -> Option<C::Value> {
    let mark = completion.missing().len();
    let value = C::complete(state, completion);
    if value.is_none() {
        completion.below(mark, name);
    }
    value
}

/// The slot of a nullable property: `Option<T>`, and `Field` of its state.
pub struct Nullable<C>(PhantomData<C>);

impl<C: Codec> Slot for Nullable<C> {
    type Field = Option<C::Value>;
    type State = Field<C::State>;

    #[inline]
    fn is_absent(state: &Self::State) -> bool {
        state.is_absent()
    }

    #[inline]
    fn read<'de, A: MapAccess<'de>>(
        access: &mut A,
        cx: ReadContext<'_>,
        state: &mut Self::State,
    ) -> Result<(), A::Error> {
        *state = Field::Null;
        access.next_value_seed(FillingNullable::<AsState<C>, _>::new(cx, state))
    }

    #[inline]
    fn read_field<'de, A: MapAccess<'de>>(
        access: &mut A,
        cx: ReadContext<'_>,
        field: &mut Option<Option<C::Value>>,
    ) -> Result<(), A::Error> {
        access.next_value_seed(FillingNullable::<AsValue<C>, _>::new(cx, field.fill(None)))
    }

    #[inline]
    fn unsaid() -> Option<Option<C::Value>> {
        Some(None)
    }

    fn is_whole(state: &Self::State) -> bool {
        match state {
            Field::Absent => false,
            Field::Null => true,
            Field::Value(state) => C::is_whole(state),
        }
    }

    fn is_reference(state: &Self::State) -> bool {
        matches!(state, Field::Value(state) if C::is_reference(state))
    }

    #[inline]
    fn complete(state: Self::State, name: &str, completion: &mut Completion) -> Option<Option<C::Value>> {
        match state {
            Field::Absent => Self::unsaid(),
            Field::Null => Some(None),
            Field::Value(state) => complete_below::<C>(state, name, completion).map(Some),
        }
    }

    #[inline]
    fn write<M: SerializeMap>(field: &Self::Field, at: Member, to: &mut M) -> Result<(), M::Error> {
        match field {
            Some(value) => to.serialize_entry(at.name, &Writing::<C>::new(value, at.form)),
            None if at.null => to.serialize_entry(at.name, &()),
            None => Ok(()),
        }
    }

    #[inline]
    fn write_state<M: SerializeMap>(state: &Self::State, at: Member, to: &mut M) -> Result<(), M::Error> {
        match state {
            Field::Absent => Ok(()),
            Field::Null => to.serialize_entry(at.name, &()),
            Field::Value(state) => to.serialize_entry(at.name, &WritingState::<C>::new(state, at.form)),
        }
    }

    #[allow(
        clippy::inline_always,
        reason = "a known scope folds the match, which the compiler's own estimate does not see"
    )]
    #[inline(always)]
    fn diff(old: &Self::Field, new: &Self::Field, scope: DiffScope<'_>) -> Self::State {
        match (old, new) {
            (Some(old), Some(new)) => C::diff(old, new, scope).map_or(Field::Absent, Field::Value),
            (Some(_), None) if scope.says(|| true) => Field::Null,
            (None, Some(new)) if scope.says(|| true) => Field::Value(C::whole(new)),
            (None, Some(new)) => {
                look_in_new::<C>(new, scope);
                Field::Absent
            }
            _ => Field::Absent,
        }
    }

    #[inline]
    fn replace(old: &Self::Field, new: &Self::Field) -> Self::State {
        if old == new {
            return Field::Absent;
        }
        new.as_ref().map_or(Field::Null, |new| Field::Value(C::whole(new)))
    }

    fn state(field: &Self::Field) -> Self::State {
        field.as_ref().map_or(Field::Absent, |value| Field::Value(C::whole(value)))
    }

    fn restate(old: &Self::Field, new: &Self::Field, scope: DiffScope<'_>) -> Self::State {
        match (old, new) {
            (_, None) => Field::Null,
            (Some(old), Some(new)) => Field::Value(restated::<C>(old, new, scope)),
            (None, Some(new)) => Field::Value(C::whole(new)),
        }
    }

    #[inline]
    fn is_null(field: &Self::Field) -> bool {
        field.is_none()
    }

    #[inline]
    fn note_missing(state: &Self::State, name: &str, completion: &mut Completion) {
        if let Field::Value(state) = state {
            note_below::<C>(state, name, completion);
        }
    }

    #[inline]
    fn apply(field: &mut Self::Field, state: Self::State, mode: ApplyMode) {
        match (field.as_mut(), state) {
            (_, Field::Absent) => {}
            (_, Field::Null) => *field = None,
            (Some(value), Field::Value(state)) => C::apply(value, state, mode),
            (None, Field::Value(state)) => *field = C::start(state, mode),
        }
    }

    fn start(state: Self::State, mode: ApplyMode) -> Option<Self::Field> {
        Some(state.value().and_then(|state| C::start(state, mode)))
    }

    #[inline]
    fn merge(state: &mut Self::State, later: Self::State) {
        match (&mut *state, later) {
            (_, Field::Absent) => {}
            (Field::Value(state), Field::Value(later)) if !C::is_whole(&later) => C::merge(state, later),
            (Field::Null, Field::Value(later)) if !C::is_whole(&later) => {
                *state = C::merge_onto_null(later).map_or(Field::Null, Field::Value);
            }
            (_, later) => *state = later,
        }
    }

    #[inline]
    fn settle(field: &mut Self::Field) {
        if let Some(value) = field {
            C::settle(value);
        }
    }
}

/// The slot of a property marked `default`: absent, it has the default of its field's type.
pub struct Defaulted<S>(PhantomData<S>);

impl<S: Slot<Field: Default>> Slot for Defaulted<S> {
    type Field = S::Field;
    type State = S::State;

    #[inline]
    fn is_absent(state: &Self::State) -> bool {
        S::is_absent(state)
    }

    #[inline]
    fn read<'de, A: MapAccess<'de>>(
        access: &mut A,
        cx: ReadContext<'_>,
        state: &mut Self::State,
    ) -> Result<(), A::Error> {
        S::read(access, cx, state)
    }

    #[inline]
    fn read_field<'de, A: MapAccess<'de>>(
        access: &mut A,
        cx: ReadContext<'_>,
        field: &mut Option<S::Field>,
    ) -> Result<(), A::Error> {
        S::read_field(access, cx, field)
    }

    #[inline]
    fn unsaid() -> Option<S::Field> {
        Some(S::Field::default())
    }

    fn is_whole(state: &Self::State) -> bool {
        S::is_whole(state)
    }

    fn is_reference(state: &Self::State) -> bool {
        S::is_reference(state)
    }

    #[inline]
    fn complete(state: Self::State, name: &str, completion: &mut Completion) -> Option<Self::Field> {
        if S::is_absent(&state) { Self::unsaid() } else { S::complete(state, name, completion) }
    }

    #[inline]
    fn write<M: SerializeMap>(field: &Self::Field, at: Member, to: &mut M) -> Result<(), M::Error> {
        S::write(field, at, to)
    }

    #[inline]
    fn write_state<M: SerializeMap>(state: &Self::State, at: Member, to: &mut M) -> Result<(), M::Error> {
        S::write_state(state, at, to)
    }

    #[inline]
    fn diff(old: &Self::Field, new: &Self::Field, scope: DiffScope<'_>) -> Self::State {
        S::diff(old, new, scope)
    }

    #[inline]
    fn replace(old: &Self::Field, new: &Self::Field) -> Self::State {
        S::replace(old, new)
    }

    fn state(field: &Self::Field) -> Self::State {
        S::state(field)
    }

    fn restate(old: &Self::Field, new: &Self::Field, scope: DiffScope<'_>) -> Self::State {
        S::restate(old, new, scope)
    }

    #[inline]
    fn is_null(field: &Self::Field) -> bool {
        S::is_null(field)
    }

    #[inline]
    fn note_missing(state: &Self::State, name: &str, completion: &mut Completion) {
        if !S::is_absent(state) {
            S::note_missing(state, name, completion);
        }
    }

    #[inline]
    fn apply(field: &mut Self::Field, state: Self::State, mode: ApplyMode) {
        S::apply(field, state, mode);
    }

    fn start(state: Self::State, mode: ApplyMode) -> Option<Self::Field> {
        S::start(state, mode)
    }

    #[inline]
    fn merge(state: &mut Self::State, later: Self::State) {
        S::merge(state, later);
    }

    #[inline]
    fn settle(field: &mut Self::Field) {
        S::settle(field);
    }
}

/// Sees each property of a partial once.
pub trait StateVisitor {
    /// Sees the property at `index`.
    fn visit<S: Slot>(&mut self, index: usize, state: &S::State);
}

impl Completion {
    /// Completes the property with this row of the table.
    #[inline]
    pub fn property<S: Slot>(&mut self, info: &TypeInfo, index: usize, state: S::State) -> Option<S::Field> {
        let PropertyInfo { name, flags } = info.properties[index];
        // A relationship that is answered by references is not expanded.
        let hidden = (self.of_answer && flags.has(Flags::WRITE_ONLY))
            || (self.takes_references && flags.has(Flags::RELATIONSHIP) && S::is_reference(&state));
        S::complete(if hidden { S::State::default() } else { state }, name, self)
    }
}
