//! The slot of a relationship marked `inline`: its entities stand in bodies, as those to create do.

use core::marker::PhantomData;

use serde::de::MapAccess;
use serde::ser::SerializeMap;

use crate::codec::context::{ApplyMode, Completion, DiffScope, Member, ReadContext, ReadMode};
use crate::codec::slot::{Nullable, Slot};
use crate::codec::value::{Codec, differ};
use crate::field::Field;

/// The slot of such a relationship: that of a nullable property, of which no body says null.
///
/// Source: OData JSON Format 4.01, section 8.5.
pub struct Inline<C>(PhantomData<C>);

/// Where the entities are written: each with its key, and without what only the service sets.
fn of_entities(at: Member) -> Member {
    Member { form: at.form.of_entities(), null: false, ..at }
}

impl<C: Codec> Slot for Inline<C> {
    type Field = Option<C::Value>;
    type State = Field<C::State>;

    #[inline]
    fn is_absent(state: &Self::State) -> bool {
        state.is_absent()
    }

    fn read<'de, A: MapAccess<'de>>(
        access: &mut A,
        cx: ReadContext<'_>,
        state: &mut Self::State,
    ) -> Result<(), A::Error> {
        if cx.mode() != ReadMode::Patch {
            return Nullable::<C>::read(access, cx, state);
        }
        Nullable::<C>::read(access, cx.in_mode(ReadMode::Creation).context(), state)?;
        if state.is_null() {
            let why = "is a relationship, which no patch ends by null; bind it, or remove its reference";
            return Err(serde::de::Error::custom(format_args!("property `{}` {why}", cx.property())));
        }
        Ok(())
    }

    fn read_field<'de, A: MapAccess<'de>>(
        access: &mut A,
        cx: ReadContext<'_>,
        field: &mut Option<Self::Field>,
    ) -> Result<(), A::Error> {
        Nullable::<C>::read_field(access, cx, field)
    }

    fn unsaid() -> Option<Self::Field> {
        Some(None)
    }

    fn is_whole(state: &Self::State) -> bool {
        Nullable::<C>::is_whole(state)
    }

    fn is_reference(state: &Self::State) -> bool {
        Nullable::<C>::is_reference(state)
    }

    fn complete(state: Self::State, name: &str, completion: &mut Completion) -> Option<Self::Field> {
        Nullable::<C>::complete(state, name, completion)
    }

    fn write<M: SerializeMap>(field: &Self::Field, at: Member, to: &mut M) -> Result<(), M::Error> {
        Nullable::<C>::write(field, of_entities(at), to)
    }

    fn write_state<M: SerializeMap>(state: &Self::State, at: Member, to: &mut M) -> Result<(), M::Error> {
        Nullable::<C>::write_state(state, of_entities(at), to)
    }

    /// Entities that differ are said whole: what a body names takes the place of what is there.
    fn diff(old: &Self::Field, new: &Self::Field, scope: DiffScope<'_>) -> Self::State {
        let differs = match (old, new) {
            (Some(old), Some(new)) => differ::<C>(old, new),
            (None, Some(_)) => true,
            // No patch can say it; that the two differ is seen all the same.
            (Some(_), None) => scope.is_exact(),
            (None, None) => false,
        };
        if !scope.says(|| differs) {
            return Field::Absent;
        }
        new.as_ref().map_or(Field::Absent, |new| Field::Value(C::whole(new)))
    }

    fn replace(old: &Self::Field, new: &Self::Field) -> Self::State {
        Nullable::<C>::replace(old, new)
    }

    fn state(field: &Self::Field) -> Self::State {
        Nullable::<C>::state(field)
    }

    fn restate(_: &Self::Field, new: &Self::Field, _: DiffScope<'_>) -> Self::State {
        Nullable::<C>::state(new)
    }

    const WRITES_NULL: bool = false;

    fn is_null(field: &Self::Field) -> bool {
        field.is_none()
    }

    fn note_missing(state: &Self::State, name: &str, completion: &mut Completion) {
        Nullable::<C>::note_missing(state, name, completion);
    }

    /// A patch says all of an entity, whatever there was. Where that is too little, what is known stays.
    fn apply(field: &mut Self::Field, state: Self::State, mode: ApplyMode) {
        if !matches!(mode, ApplyMode::Patch | ApplyMode::Compose) {
            return Nullable::<C>::apply(field, state, mode);
        }
        if let Some(value) = state.value().and_then(|state| C::complete(state, &mut Completion::of_start())) {
            *field = Some(value);
        }
    }

    fn start(state: Self::State, mode: ApplyMode) -> Option<Self::Field> {
        Nullable::<C>::start(state, mode)
    }

    fn merge(state: &mut Self::State, later: Self::State) {
        if !later.is_absent() {
            *state = later;
        }
    }

    fn settle(field: &mut Self::Field) {
        Nullable::<C>::settle(field);
    }
}
