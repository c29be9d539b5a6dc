//! The partial of a union: a state of one type, states of several types, or another value.
//!
//! What a state does to a value of another type is documented at [`GraphUnion`], under "Type changes". To compose states
//! exactly, those that may still count are kept in a row: see [`steps`](super::steps).

use core::fmt;
use core::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, MapDeserializer};
use serde::de::{Deserialize, Deserializer, MapAccess};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::codec::aside::Aside;
use crate::codec::compound::{Partial, replace};
use crate::codec::context::{ApplyMode, Completion, DiffPart, DiffScope, ReadContext, ReadMode, WriteForm};
use crate::codec::out::unread;
use crate::odata::table::Flags;
use crate::value::union::discriminator::{FillVariant, Found, Replayed, read_as};
use crate::value::union::steps::{fold_one, then};
use crate::value::union::types::{GraphUnion, Step, UnionPartial, UnionState};

impl<U: GraphUnion> UnionPartial<U> {
    /// The partial with this state of a value of one type.
    #[must_use]
    pub fn of(state: U::State) -> Self {
        Self(UnionState::One(Step::new(state)))
    }

    /// The partial that replaces the value.
    #[must_use]
    pub fn whole(value: U) -> Self {
        Self(UnionState::Whole(Box::new(value)))
    }

    /// The state of a value of one type, if the partial has one. Of several types, it is what one body holds: the state
    /// of the derived type that was named last, together with those of the base type.
    #[must_use]
    pub fn as_state(&self) -> Option<&U::State> {
        self.body().map(|step| &step.state)
    }

    fn body(&self) -> Option<&Step<U>> {
        match &self.0 {
            UnionState::One(step) => Some(step),
            UnionState::Several(steps) => steps.body(),
            UnionState::Nothing | UnionState::Whole(_) => None,
        }
    }

    /// The new value, where the whole of it is given.
    #[must_use]
    pub fn as_whole(&self) -> Option<&U> {
        match &self.0 {
            UnionState::Whole(value) => Some(value),
            _ => None,
        }
    }

    pub(crate) fn complete(self, completion: &mut Completion) -> Option<U> {
        match self.0 {
            UnionState::Nothing => {
                completion.note_type(U::NAME);
                None
            }
            UnionState::One(step) => U::complete_state(step.state, completion),
            UnionState::Several(steps) => U::complete_state(steps.into_body()?.state, completion),
            UnionState::Whole(value) => Some(*value),
        }
    }

    pub(crate) fn start_in(self, mode: ApplyMode) -> Option<U> {
        match self.0 {
            UnionState::Nothing => None,
            UnionState::One(step) => step.start_in(mode),
            UnionState::Several(steps) => steps.into_iter().fold(None, |value, step| match value {
                Some(mut value) => {
                    fold_one(&mut value, step, mode);
                    Some(value)
                }
                None => step.start_in(mode),
            }),
            UnionState::Whole(mut value) => {
                if mode != ApplyMode::Compose {
                    value.settle_value();
                }
                Some(*value)
            }
        }
    }

    pub(crate) fn fold_into(self, value: &mut U, mode: ApplyMode) {
        match self.0 {
            UnionState::Nothing => {}
            UnionState::One(step) => fold_one(value, step, mode),
            UnionState::Several(steps) => steps.into_iter().for_each(|step| fold_one(value, step, mode)),
            UnionState::Whole(new) => replace(value, *new, mode),
        }
    }
}

/// The partial of a union is read.
struct State<U>(PhantomData<U>);

impl<U: GraphUnion> FillVariant for State<U> {
    type Union = U;
    type Out = UnionPartial<U>;

    fn read_into<'de, A: MapAccess<'de>>(
        found: Found,
        members: Replayed<'de, A>,
        cx: ReadContext<'_>,
        aside: Option<&mut Aside>,
        partial: &mut UnionPartial<U>,
    ) -> Result<(), A::Error> {
        if !found.is_named && members.is_empty() && cx.mode().is_order() {
            return Ok(());
        }
        let mut state = None;
        U::read_state(found.variant, MapAccessDeserializer::new(members), cx, aside, &mut state)?;
        let state = state.ok_or_else(unread)?;
        partial.0 = UnionState::One(if found.is_named { Step::named(state) } else { Step::new(state) });
        Ok(())
    }
}

impl<U: GraphUnion> Partial for UnionPartial<U> {
    type Whole = U;

    fn read_into<'de, D: Deserializer<'de>>(
        &mut self,
        from: D,
        cx: ReadContext<'_>,
        aside: Option<&mut Aside>,
    ) -> Result<(), D::Error> {
        read_as::<State<U>, D>(from, cx, aside, self)
    }

    fn write_to<S: Serializer>(&self, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        match (&self.0, self.body()) {
            (UnionState::Whole(value), _) => value.write_value(form.of_whole(), to),
            // A new value needs a type. A patch of the base type must not change the type of the value.
            (_, Some(step)) => U::write_state(&step.state, !step.of_all || form.is_new(), form, to),
            (_, None) => to.serialize_map(Some(0))?.end(),
        }
    }

    fn merge(&mut self, later: Self) {
        let earlier = core::mem::take(self);
        *self = Self(match (earlier.0, later.0) {
            (earlier, UnionState::Nothing) => earlier,
            (UnionState::Nothing, later) | (_, later @ UnionState::Whole(_)) => later,
            (earlier, UnionState::One(later)) => then(earlier, later),
            (earlier, UnionState::Several(later)) => later.into_iter().fold(earlier, then),
        });
    }

    fn read_item_into<'de, D: Deserializer<'de>>(&mut self, from: D, cx: ReadContext<'_>) -> Result<(), D::Error> {
        self.read_into(from, cx, None)?;
        if !matches!(self.0, UnionState::Nothing) {
            return Ok(());
        }
        // Of an abstract type, a patch is refused as for a whole value.
        let mode = if U::BASE.is_some() { ReadContext::root(ReadMode::Local) } else { cx };
        let nothing = || MapDeserializer::<_, D::Error>::new(core::iter::empty::<(&str, &str)>());
        if U::BASE.is_none() {
            U::read_from(nothing(), mode, None)?;
        }
        self.read_into(nothing(), mode, None)
    }

    fn is_empty(&self) -> bool {
        match &self.0 {
            UnionState::Nothing => true,
            UnionState::One(step) => step.is_nothing(),
            // No step in a row is empty.
            UnionState::Several(_) | UnionState::Whole(_) => false,
        }
    }

    fn note_lacking(&self, completion: &mut Completion) {
        let mut of_value = Completion::of_answer();
        self.note_missing(&mut of_value);
        // What lies deeper is missing of a value in this one.
        of_value.missing().iter().filter(|path| path.contains(['.', '['])).for_each(|path| completion.note(path));
    }

    /// What completes it knows the type.
    fn note_missing(&self, completion: &mut Completion) {
        if let Some(step) = self.body() {
            let _ = U::complete_state(step.state.clone(), completion);
        }
    }

    fn each_name<'p>(&'p self, to: &mut dyn FnMut(&'p str, Flags)) {
        if let Some(step) = self.body() {
            U::each_name(&step.state, to);
        } else if let UnionState::Whole(value) = &self.0 {
            for property in U::TABLES[value.variant_index()].properties {
                to(property.name, property.flags);
            }
        }
    }
}

impl<U: GraphUnion> Default for UnionPartial<U> {
    /// Changes nothing.
    fn default() -> Self {
        Self(UnionState::Nothing)
    }
}

impl<U: GraphUnion> Clone for UnionPartial<U> {
    fn clone(&self) -> Self {
        Self(match &self.0 {
            UnionState::Nothing => UnionState::Nothing,
            UnionState::One(step) => UnionState::One(step.clone()),
            UnionState::Several(steps) => UnionState::Several(steps.clone()),
            UnionState::Whole(value) => UnionState::Whole(value.clone()),
        })
    }
}

impl<U: GraphUnion> PartialEq for UnionPartial<U> {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (UnionState::Nothing, UnionState::Nothing) => true,
            (UnionState::One(one), UnionState::One(other)) => one == other,
            (UnionState::Several(one), UnionState::Several(other)) => one == other,
            (UnionState::Whole(one), UnionState::Whole(other)) => one == other,
            _ => false,
        }
    }
}

impl<U: GraphUnion> fmt::Debug for UnionPartial<U> {
    /// A new value that has a write-only property is not shown: that is a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            UnionState::Nothing => f.write_str("Nothing"),
            UnionState::One(step) => step.fmt(f),
            UnionState::Several(steps) => steps.fmt(f),
            UnionState::Whole(_) if U::has_secrets() => f.write_str("<hidden>"),
            UnionState::Whole(value) => match value.diff_state(value, DiffScope::Inside(DiffPart::All)) {
                Some(state) => state.fmt(f),
                None => f.write_str(U::NAME),
            },
        }
    }
}

impl<U: GraphUnion> Serialize for UnionPartial<U> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.write_to(WriteForm::Local, to)
    }
}

impl<'de, U: GraphUnion> Deserialize<'de> for UnionPartial<U> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::read_from(from, ReadContext::root(ReadMode::Local), None)
    }
}

/// See [`Compound::complete`](crate::Compound::complete).
pub fn complete_union<U: GraphUnion>(partial: UnionPartial<U>, completion: &mut Completion) -> Option<U> {
    partial.complete(completion)
}

/// See [`Compound::diff_in`](crate::Compound::diff_in).
pub fn diff_union<U: GraphUnion>(old: &U, new: &U, scope: DiffScope<'_>) -> UnionPartial<U> {
    match old.diff_state(new, scope) {
        // A value of which nothing is said but its type is one, too.
        Some(state) if matches!(scope, DiffScope::Inside(DiffPart::All | DiffPart::Sent)) => UnionPartial::of(state),
        Some(state) if U::is_nothing(&state) => UnionPartial::default(),
        Some(state) => UnionPartial::of(state),
        // A value of another type is another value.
        None if scope.says(|| true) => UnionPartial::whole(new.clone()),
        None => {
            if let DiffScope::Unsent(unsent) = scope {
                unsent.in_new(|| drop(new.diff_state(new, scope)));
            }
            UnionPartial::default()
        }
    }
}

/// See [`Compound::apply_in`](crate::Compound::apply_in).
pub fn apply_union<U: GraphUnion>(value: &mut U, partial: UnionPartial<U>, mode: ApplyMode) {
    partial.fold_into(value, mode);
}

/// See [`Compound::start_in`](crate::Compound::start_in).
#[must_use]
pub fn start_union<U: GraphUnion>(partial: UnionPartial<U>, mode: ApplyMode) -> Option<U> {
    partial.start_in(mode)
}
