//! What is said of a union: of a value of one type, or that it is another value.
//!
//! A patch of members is of one type. Where the value is of another, the patch makes a value of its own type if that can
//! begin empty, and does nothing if it cannot: an entity never changes its type, a complex value seldom. To compose such
//! patches exactly, those that can begin nothing are kept side by side, one a type.

use core::fmt;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::GraphUnion;
use super::discriminator::{read_union, recast};
use crate::compound::{Partial, replace};
use crate::etag::ETag;
use crate::read::{ReadContext, ReadMode};
use crate::structured::{Completion, Mode};
use crate::write::Form;

/// What is said of a [`GraphUnion`]: the partial of a value of one of its types, or the whole of a new value.
pub struct UnionPartial<U: GraphUnion>(Stated<U>);

enum Stated<U: GraphUnion> {
    Nothing,
    One(U::Said),
    /// Of several types, the one that was named last at the end. None of them can begin a value.
    Several(Vec<U::Said>),
    Whole(Box<U>),
}

impl<U: GraphUnion> UnionPartial<U> {
    /// The partial that says this of a value of one type.
    #[must_use]
    pub fn of(said: U::Said) -> Self {
        Self(Stated::One(said))
    }

    /// The partial that replaces the value.
    #[must_use]
    pub fn whole(value: U) -> Self {
        Self(Stated::Whole(Box::new(value)))
    }

    /// What is said of a value of one type, where that is what is said. Of several, the one that was named last.
    #[must_use]
    pub fn as_said(&self) -> Option<&U::Said> {
        match &self.0 {
            Stated::One(said) => Some(said),
            Stated::Several(all) => all.last(),
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
            Stated::One(said) => U::complete_said(said, completion),
            Stated::Several(mut all) => U::complete_said(all.pop()?, completion),
            Stated::Whole(value) => Some(*value),
        }
    }

    pub(super) fn begin(self, mode: Mode) -> Option<U> {
        match self.0 {
            Stated::Nothing | Stated::Several(_) => None,
            // To name a type is to say nothing yet.
            Stated::One(said) if U::is_nothing(&said) => None,
            Stated::One(said) => U::begin_said(said, mode),
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
            Stated::One(said) => fold_one(value, said, mode),
            Stated::Several(all) => {
                for said in all {
                    // At most one is of the value's type, and the others can begin nothing.
                    let _ = value.apply_said(said, mode);
                }
            }
            Stated::Whole(new) => replace(value, *new, mode),
        }
    }
}

fn fold_one<U: GraphUnion>(value: &mut U, said: U::Said, mode: Mode) {
    let Err(said) = value.apply_said(said, mode) else { return };
    let new = match mode {
        Mode::Patch | Mode::Compose if U::is_nothing(&said) => None,
        Mode::Patch | Mode::Compose => U::begin_said(said, mode),
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

/// Whether values of the type of what is said can begin empty.
fn can_begin<U: GraphUnion>(said: &U::Said) -> bool {
    U::begin_said(said.clone(), Mode::Compose).is_some()
}

impl<U: GraphUnion> Partial for UnionPartial<U> {
    type Whole = U;

    fn read_from<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext,
        etag: Option<&mut Option<ETag>>,
    ) -> Result<Self, D::Error> {
        Ok(read_union::<U, D>(from, cx, etag)?.map_or_else(Self::default, Self::of))
    }

    fn write_to<S: Serializer>(&self, form: Form, to: S) -> Result<S::Ok, S::Error> {
        match (&self.0, self.as_said()) {
            (Stated::Whole(value), _) => value.write_value(form.of_whole(), to),
            (_, Some(said)) => U::write_said(said, form, to),
            (_, None) => to.serialize_map(Some(0))?.end(),
        }
    }

    fn compose(&mut self, later: Self) {
        let earlier = core::mem::take(self);
        *self = Self(match (earlier.0, later.0) {
            (earlier, Stated::Nothing) => earlier,
            (Stated::Nothing, later) | (_, later @ Stated::Whole(_)) => later,
            (Stated::Whole(mut value), later) => {
                Self(later).fold_into(&mut value, Mode::Compose);
                Stated::Whole(value)
            }
            (Stated::One(said), Stated::One(later)) => then(said, later),
            (Stated::Several(all), Stated::One(later)) => push(all, later),
            (Stated::One(said), Stated::Several(later)) => before(said, later),
            (Stated::Several(all), Stated::Several(later)) => {
                let both = later.into_iter().fold(Self(Stated::Several(all)), |mut both, said| {
                    both.compose(Self::of(said));
                    both
                });
                both.0
            }
        });
    }

    fn is_empty(&self) -> bool {
        match &self.0 {
            Stated::Nothing => true,
            Stated::One(said) => U::is_nothing(said),
            Stated::Several(all) => all.iter().all(U::is_nothing),
            Stated::Whole(_) => false,
        }
    }
}

/// One, then one that may be of another type.
fn then<U: GraphUnion>(mut said: U::Said, later: U::Said) -> Stated<U> {
    let Err(later) = U::compose_said(&mut said, later) else { return Stated::One(said) };
    if U::is_nothing(&said) {
        return Stated::One(later);
    }
    if U::is_nothing(&later) {
        return Stated::One(said);
    }
    match (can_begin::<U>(&said), U::begin_said(later.clone(), Mode::Compose)) {
        // Whatever the value was: what comes later begins anew, of nothing or of what the earlier began.
        (true, Some(value)) => Stated::Whole(Box::new(value)),
        (false, Some(_)) => Stated::One(later),
        (true, None) => Stated::One(said),
        (false, None) => Stated::Several(vec![said, later]),
    }
}

fn push<U: GraphUnion>(mut all: Vec<U::Said>, mut later: U::Said) -> Stated<U> {
    for index in 0..all.len() {
        match U::compose_said(&mut all[index], later) {
            Ok(()) => {
                let said = all.remove(index);
                all.push(said);
                return Stated::Several(all);
            }
            Err(other) => later = other,
        }
    }
    if U::is_nothing(&later) {
        return Stated::Several(all);
    }
    if can_begin::<U>(&later) {
        return Stated::One(later);
    }
    all.push(later);
    Stated::Several(all)
}

fn before<U: GraphUnion>(said: U::Said, mut all: Vec<U::Said>) -> Stated<U> {
    for later in &mut all {
        let mut composed = said.clone();
        if U::compose_said(&mut composed, later.clone()).is_ok() {
            *later = composed;
            return Stated::Several(all);
        }
    }
    if U::is_nothing(&said) {
        return Stated::Several(all);
    }
    if can_begin::<U>(&said) {
        return Stated::One(said);
    }
    all.insert(0, said);
    Stated::Several(all)
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
            Stated::One(said) => Stated::One(said.clone()),
            Stated::Several(all) => Stated::Several(all.clone()),
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
            Stated::One(said) => said.fmt(f),
            Stated::Several(all) => all.fmt(f),
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
