//! What is said of a union: of a value of one type, or that it is another value.
//!
//! A patch of members is of one type. Where the value is of another, there are three cases:
//!
//! - The patch is of the base type: a derived type has the members of its base, so that it is a patch of any value.
//! - The patch is of a derived type that can begin empty: it makes a value of its own type.
//! - It cannot: nothing is done. An entity never changes its type, a complex value seldom.
//!
//! To compose such patches exactly, those that no other one makes void are kept, in a row: see [`steps`](super::steps).

use core::fmt;
use core::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, MapAccess};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::GraphUnion;
use super::discriminator::{OfUnion, Replayed, read_as, variant};
use super::inherited::{fold_inherited, recast};
use super::steps::{Step, Steps, then};
use crate::compound::{Partial, replace};
use crate::etag::ETag;
use crate::read::{ReadContext, ReadMode};
use crate::structured::{Completion, Flags, Mode};
use crate::write::Form;

/// What is said of a [`GraphUnion`]: the partial of a value of one of its types, or the whole of a new value.
pub struct UnionPartial<U: GraphUnion>(Stated<U>);

pub(super) enum Stated<U: GraphUnion> {
    Nothing,
    One(Step<U>),
    /// Of several types, one after the other.
    Several(Box<Steps<U>>),
    Whole(Box<U>),
}

impl<U: GraphUnion> UnionPartial<U> {
    /// The partial that says this of a value of one type.
    #[must_use]
    pub fn of(said: U::Said) -> Self {
        Self(Stated::One(Step::new(said)))
    }

    /// The partial that replaces the value.
    #[must_use]
    pub fn whole(value: U) -> Self {
        Self(Stated::Whole(Box::new(value)))
    }

    /// What is said of a value of one type, where that is what is said. Of several, the derived one that was named last,
    /// and what was said of the base type with it: what one body says.
    #[must_use]
    pub fn as_said(&self) -> Option<&U::Said> {
        self.body().map(|step| &step.said)
    }

    fn body(&self) -> Option<&Step<U>> {
        match &self.0 {
            Stated::One(step) => Some(step),
            Stated::Several(steps) => Some(steps.body()),
            Stated::Nothing | Stated::Whole(_) => None,
        }
    }

    /// The new value, where the whole of it is given.
    #[must_use]
    pub fn as_whole(&self) -> Option<&U> {
        match &self.0 {
            Stated::Whole(value) => Some(value),
            _ => None,
        }
    }

    pub(super) fn complete(self, completion: &mut Completion) -> Option<U> {
        match self.0 {
            Stated::Nothing => {
                completion.note_type(U::NAME);
                None
            }
            Stated::One(step) => U::complete_said(step.said, completion),
            Stated::Several(steps) => U::complete_said(steps.into_body().said, completion),
            Stated::Whole(value) => Some(*value),
        }
    }

    pub(super) fn begin(self, mode: Mode) -> Option<U> {
        match self.0 {
            Stated::Nothing => None,
            Stated::One(step) => step.begin(mode),
            Stated::Several(steps) => steps.into_iter().fold(None, |value, step| match value {
                Some(mut value) => {
                    fold_one(&mut value, step, mode);
                    Some(value)
                }
                None => step.begin(mode),
            }),
            Stated::Whole(mut value) => {
                if mode != Mode::Compose {
                    value.settle_value();
                }
                Some(*value)
            }
        }
    }

    pub(super) fn fold_into(self, value: &mut U, mode: Mode) {
        match self.0 {
            Stated::Nothing => {}
            Stated::One(step) => fold_one(value, step, mode),
            Stated::Several(steps) => steps.into_iter().for_each(|step| fold_one(value, step, mode)),
            Stated::Whole(new) => replace(value, *new, mode),
        }
    }
}

pub(super) fn fold_one<U: GraphUnion>(value: &mut U, step: Step<U>, mode: Mode) {
    let of_all = step.of_all;
    let Err(said) = value.apply_said(step.said, mode) else { return };
    let new = match mode {
        Mode::Patch | Mode::Compose if of_all => {
            fold_inherited(value, &said, mode);
            None
        }
        Mode::Patch | Mode::Compose => Step::<U>::named(said).begin(mode),
        // Services forget to name the type in answers to a change: what they say of the base, they say of what is here.
        Mode::Answer | Mode::Representation if names_no_type::<U>(&said, mode) => {
            if let Some(said) = recast::<U>(&said, value.place()) {
                let _ = value.apply_said(said, mode);
            }
            None
        }
        Mode::Answer | Mode::Representation => U::complete_said(said, &mut Completion::of_answer()),
        Mode::Verbatim | Mode::Settle => None,
    };
    if let Some(new) = new {
        *value = new;
    }
}

/// Whether an answer may have left out that the value is of a derived type. A complex value without a type is of the
/// declared one, if that is not abstract; an entity keeps the type that it has.
fn names_no_type<U: GraphUnion>(said: &U::Said, mode: Mode) -> bool {
    let place = U::place_of(said);
    let is_base = Some(place) == U::BASE && mode == Mode::Answer;
    is_base || (place == U::UNKNOWN && U::is_untyped(said))
}

/// What is said of a union is read.
struct Said<U>(PhantomData<U>);

impl<U: GraphUnion> OfUnion for Said<U> {
    type Union = U;
    type Room = UnionPartial<U>;

    fn read_into<'de, A: MapAccess<'de>>(
        named: Option<usize>,
        members: Replayed<A>,
        cx: ReadContext<'_>,
        etag: Option<&mut Option<ETag>>,
        partial: &mut UnionPartial<U>,
    ) -> Result<(), A::Error> {
        if named.is_none() && members.is_empty() && cx.mode() == ReadMode::Patch {
            return Ok(());
        }
        let said = U::read_said(variant::<U>(named), MapAccessDeserializer::new(members), cx, etag)?;
        partial.0 = Stated::One(if named.is_some() { Step::named(said) } else { Step::new(said) });
        Ok(())
    }
}

impl<U: GraphUnion> Partial for UnionPartial<U> {
    type Whole = U;

    fn read_into<'de, D: Deserializer<'de>>(
        &mut self,
        from: D,
        cx: ReadContext<'_>,
        etag: Option<&mut Option<ETag>>,
    ) -> Result<(), D::Error> {
        read_as::<Said<U>, D>(from, cx, etag, self)
    }

    fn write_to<S: Serializer>(&self, form: Form, to: S) -> Result<S::Ok, S::Error> {
        match (&self.0, self.body()) {
            (Stated::Whole(value), _) => value.write_value(form.of_whole(), to),
            // What is created is of a type. What changes one is not to change its type.
            (_, Some(step)) => U::write_said(&step.said, !step.of_all || form == Form::Create, form, to),
            (_, None) => to.serialize_map(Some(0))?.end(),
        }
    }

    fn compose(&mut self, later: Self) {
        let earlier = core::mem::take(self);
        *self = Self(match (earlier.0, later.0) {
            (earlier, Stated::Nothing) => earlier,
            (Stated::Nothing, later) | (_, later @ Stated::Whole(_)) => later,
            (earlier, Stated::One(later)) => then(earlier, later),
            (earlier, Stated::Several(later)) => later.into_iter().fold(earlier, then),
        });
    }

    fn is_empty(&self) -> bool {
        match &self.0 {
            Stated::Nothing => true,
            Stated::One(step) => step.is_nothing(),
            // None of the steps says nothing.
            Stated::Several(_) | Stated::Whole(_) => false,
        }
    }

    fn each_name<'p>(&'p self, to: &mut dyn FnMut(&'p str, Flags)) {
        match &self.0 {
            Stated::Nothing => {}
            Stated::One(step) => U::each_name(&step.said, to),
            Stated::Several(steps) => U::each_name(&steps.body().said, to),
            Stated::Whole(value) => {
                for property in U::TABLES[value.place()].properties {
                    to(property.name, property.flags);
                }
            }
        }
    }
}

impl<U: GraphUnion> Default for UnionPartial<U> {
    /// Says nothing.
    fn default() -> Self {
        Self(Stated::Nothing)
    }
}

impl<U: GraphUnion> Clone for UnionPartial<U> {
    fn clone(&self) -> Self {
        Self(match &self.0 {
            Stated::Nothing => Stated::Nothing,
            Stated::One(step) => Stated::One(step.clone()),
            Stated::Several(steps) => Stated::Several(steps.clone()),
            Stated::Whole(value) => Stated::Whole(value.clone()),
        })
    }
}

impl<U: GraphUnion> PartialEq for UnionPartial<U> {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Stated::Nothing, Stated::Nothing) => true,
            (Stated::One(one), Stated::One(other)) => one == other,
            (Stated::Several(one), Stated::Several(other)) => one == other,
            (Stated::Whole(one), Stated::Whole(other)) => one == other,
            _ => false,
        }
    }
}

impl<U: GraphUnion> fmt::Debug for UnionPartial<U> {
    /// A new value that has a write-only property is not shown: that is a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Stated::Nothing => f.write_str("Nothing"),
            Stated::One(step) => step.fmt(f),
            Stated::Several(steps) => steps.fmt(f),
            Stated::Whole(_) if U::has_secrets() => f.write_str("<hidden>"),
            Stated::Whole(value) => value.fmt(f),
        }
    }
}

impl<U: GraphUnion> Serialize for UnionPartial<U> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.write_to(Form::Local, to)
    }
}

impl<'de, U: GraphUnion> Deserialize<'de> for UnionPartial<U> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::read_from(from, ReadContext::root(ReadMode::Local), None)
    }
}
