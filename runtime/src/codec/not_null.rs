//! The slot of a property marked `not_null`: it may be absent, and is never null.

use core::marker::PhantomData;

use serde::de::MapAccess;
use serde::ser::SerializeMap;

use crate::codec::context::{ApplyMode, Completion, DiffScope, Member, ReadContext};
use crate::codec::fill::{AsState, AsValue, Filling};
use crate::codec::slot::{Slot, complete_below, look_in_new, merge_never_null, note_below, restated};
use crate::codec::value::{Codec, Writing, WritingState};

/// The slot of such a property: `Option<T>`, and `Option` of its state. Nothing is said of `None`, in no form.
pub struct NotNull<C>(PhantomData<C>);

impl<C: Codec> Slot for NotNull<C> {
    type Field = Option<C::Value>;
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
        field: &mut Option<Option<C::Value>>,
    ) -> Result<(), A::Error> {
        access.next_value_seed(Filling::<AsValue<C>, _>::new(cx, field.insert(None)))
    }

    #[inline]
    fn unsaid() -> Option<Option<C::Value>> {
        Some(None)
    }

    fn is_whole(state: &Self::State) -> bool {
        state.as_ref().is_some_and(C::is_whole)
    }

    fn is_reference(state: &Self::State) -> bool {
        state.as_ref().is_some_and(C::is_reference)
    }

    #[inline]
    fn complete(state: Self::State, name: &str, completion: &mut Completion) -> Option<Option<C::Value>> {
        match state {
            None => Self::unsaid(),
            Some(state) => complete_below::<C>(state, name, completion).map(Some),
        }
    }

    #[inline]
    fn write<M: SerializeMap>(field: &Self::Field, at: Member, to: &mut M) -> Result<(), M::Error> {
        match field {
            Some(value) => to.serialize_entry(at.name, &Writing::<C>::new(value, at.form)),
            None => Ok(()),
        }
    }

    #[inline]
    fn write_state<M: SerializeMap>(state: &Self::State, at: Member, to: &mut M) -> Result<(), M::Error> {
        match state {
            Some(state) => to.serialize_entry(at.name, &WritingState::<C>::new(state, at.form)),
            None => Ok(()),
        }
    }

    #[inline]
    fn diff(old: &Self::Field, new: &Self::Field, scope: DiffScope<'_>) -> Self::State {
        match (old, new) {
            (Some(old), Some(new)) => C::diff(old, new, scope),
            (None, Some(new)) if scope.says(|| true) => Some(C::whole(new)),
            (None, Some(new)) => {
                look_in_new::<C>(new, scope);
                None
            }
            (Some(_), None) => {
                // No patch can say it; that the two differ is seen all the same.
                let _ = scope.is_exact() && scope.says(|| true);
                None
            }
            _ => None,
        }
    }

    #[inline]
    fn replace(old: &Self::Field, new: &Self::Field) -> Self::State {
        new.as_ref().filter(|_| old != new).map(C::whole)
    }

    fn state(field: &Self::Field) -> Self::State {
        field.as_ref().map(C::whole)
    }

    fn restate(old: &Self::Field, new: &Self::Field, scope: DiffScope<'_>) -> Self::State {
        let new = new.as_ref()?;
        Some(old.as_ref().map_or_else(|| C::whole(new), |old| restated::<C>(old, new, scope)))
    }

    const WRITES_NULL: bool = false;

    #[inline]
    fn is_null(field: &Self::Field) -> bool {
        field.is_none()
    }

    #[inline]
    fn note_missing(state: &Self::State, name: &str, completion: &mut Completion) {
        if let Some(state) = state {
            note_below::<C>(state, name, completion);
        }
    }

    #[inline]
    fn apply(field: &mut Self::Field, state: Self::State, mode: ApplyMode) {
        match (field.as_mut(), state) {
            (_, None) => {}
            (Some(value), Some(state)) => C::apply(value, state, mode),
            (None, Some(state)) => *field = C::start(state, mode),
        }
    }

    fn start(state: Self::State, mode: ApplyMode) -> Option<Self::Field> {
        Some(state.and_then(|state| C::start(state, mode)))
    }

    #[inline]
    fn merge(state: &mut Self::State, later: Self::State) {
        merge_never_null::<C>(state, later);
    }

    #[inline]
    fn settle(field: &mut Self::Field) {
        if let Some(value) = field {
            C::settle(value);
        }
    }
}
