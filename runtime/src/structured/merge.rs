//! Merge logic: a patch onto a value, an answer into a value, a patch onto a patch, a value against a value.

use core::cell::Cell;
use core::marker::PhantomData;
use core::mem::forget;

use serde_json::{Map, Value};

use super::visit::is_empty;
use super::{Flags, Slot, Structured, StructuredPartial};
use crate::read::{TYPE_KEY, TYPE_SUFFIX};

/// Whether and how a partial is applied to a whole.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Mode {
    /// As a patch: what a service would do with it.
    Patch,
    /// As a patch onto a value that a patch replaces: a dynamic member's null stays, as an order for the service.
    Compose,
    /// As an answer: read-only properties too, write-only ones not.
    Answer,
    /// As the representation of a value in an answer: it states all its dynamic members.
    Representation,
    /// What the partial states, whatever it is.
    Verbatim,
    /// Nothing is applied; dynamic members that are null, which only a body may hold, are dropped.
    Settle,
}

/// What a comparison looks at.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Scope<'s> {
    /// What a patch may change.
    Writable {
        /// Of a complex value, name the changed members instead of the whole.
        members: bool,
    },
    /// The same, only to see what there is: nothing is said of it.
    #[doc(hidden)]
    Seen(&'s Seen),
    /// Of a complex value, only those members in it.
    Inside(Aspect),
}

/// What was seen of two values.
#[doc(hidden)]
#[derive(Debug, Default)]
pub struct Seen {
    differs: Cell<bool>,
    removes: Cell<bool>,
}

impl Seen {
    /// Notes whether something differs that a patch may change. The question is not asked where it is answered.
    #[inline]
    pub(crate) fn look(&self, differs: impl FnOnce() -> bool) {
        if !self.differs.get() {
            self.differs.set(differs());
        }
    }

    /// Whether something differs that a patch may change.
    pub(crate) fn differs(&self) -> bool {
        self.differs.get()
    }

    /// Whether a dynamic member is gone.
    pub(crate) fn removes(&self) -> bool {
        self.removes.get()
    }
}

impl Scope<'_> {
    /// Whether a new value is said where there was another one, or none, if the two differ. A codec of values that are
    /// replaced whole asks this: where a difference is only looked for, it is noted.
    #[inline]
    #[must_use]
    pub fn says(self, differs: impl FnOnce() -> bool) -> bool {
        match self {
            Self::Writable { .. } => differs(),
            Self::Seen(seen) => {
                seen.look(differs);
                false
            }
            Self::Inside(_) => false,
        }
    }
}

/// Properties that are looked at for themselves.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Aspect {
    /// Those that no patch can change.
    Fixed,
    /// Those that no answer shows.
    WriteOnly,
    /// The key.
    Key,
    /// The dynamic members that are gone, among what a patch may change.
    Removed,
}

/// Applies the properties of a `T`, one by one.
pub struct Applying<T> {
    mode: Mode,
    whole: PhantomData<fn(T)>,
}

impl<T: Structured> Applying<T> {
    fn new(mode: Mode) -> Self {
        Self { mode, whole: PhantomData }
    }

    /// Applies what is said of the property at `index`.
    #[inline]
    pub fn apply<S: Slot>(&self, index: usize, field: &mut S::Field, state: S::State) {
        if S::is_absent(&state) {
            // It holds nothing: what would drop it is not even called.
            forget(state);
            if self.mode == Mode::Settle {
                S::settle(field);
            }
            return;
        }
        // Of the type's own table, so that the flags are known where this is compiled.
        let flags = T::TYPE.properties[index].flags;
        let skip = match self.mode {
            Mode::Patch | Mode::Compose => !flags.is_patchable(),
            Mode::Answer | Mode::Representation => flags.has(Flags::WRITE_ONLY),
            Mode::Verbatim | Mode::Settle => false,
        };
        if !skip {
            S::apply(field, state, self.mode);
        }
    }
}

/// Compares the properties of two `T`, one by one.
pub struct Diffing<'s, T> {
    scope: Scope<'s>,
    whole: PhantomData<fn(T)>,
}

impl<T: Structured> Diffing<'_, T> {
    /// What changes the property at `index` from `old` to `new`.
    #[inline]
    #[must_use]
    pub fn diff<S: Slot>(&self, index: usize, old: &S::Field, new: &S::Field) -> S::State {
        let flags = T::TYPE.properties[index].flags;
        let chosen = match self.scope {
            Scope::Writable { .. } if flags.is_patchable() => {
                return S::diff(old, new, Scope::Writable { members: flags.has(Flags::MERGE) });
            }
            Scope::Seen(seen) if flags.is_patchable() => {
                // A codec that says what it is only asked for has said that something differs.
                if !S::is_absent(&S::diff(old, new, self.scope)) {
                    seen.look(|| true);
                }
                return S::State::default();
            }
            Scope::Inside(Aspect::Removed) if flags.is_patchable() => false,
            Scope::Writable { .. } | Scope::Seen(_) | Scope::Inside(Aspect::Removed) => return S::State::default(),
            // A key inside of a value is none of it.
            Scope::Inside(Aspect::Key) if !flags.has(Flags::KEY) => return S::State::default(),
            Scope::Inside(Aspect::Key) => true,
            Scope::Inside(Aspect::Fixed) => !flags.is_patchable(),
            Scope::Inside(Aspect::WriteOnly) => flags.has(Flags::WRITE_ONLY),
        };
        if chosen { S::replace(old, new) } else { S::diff(old, new, self.scope) }
    }

    /// What changes the dynamic properties: a removed one is named with null.
    #[must_use]
    pub fn additional(&self, old: &Map<String, Value>, new: &Map<String, Value>) -> Map<String, Value> {
        diff_additional(old, new, self.scope)
    }
}

fn diff_additional(old: &Map<String, Value>, new: &Map<String, Value>, scope: Scope<'_>) -> Map<String, Value> {
    let nulled = |name: &String| (name.clone(), Value::Null);
    if matches!(scope, Scope::Inside(Aspect::Fixed | Aspect::WriteOnly | Aspect::Key)) || old == new {
        return Map::new();
    }
    let mut removed = old.keys().filter(|&name| !new.contains_key(name));
    match scope {
        Scope::Seen(seen) => {
            seen.differs.set(true);
            if removed.next().is_some() {
                seen.removes.set(true);
            }
            Map::new()
        }
        Scope::Inside(_) => removed.map(nulled).collect(),
        Scope::Writable { .. } => {
            let differs = |name: &str| old.get(name) != new.get(name);
            // A member is sent with the annotation of its type, which may be needed to read it.
            let changed = new.iter().filter(|&(name, _)| {
                differs(name) || name.strip_suffix(TYPE_SUFFIX).is_some_and(|of| new.contains_key(of) && differs(of))
            });
            changed.map(|(name, value)| (name.clone(), value.clone())).chain(removed.map(nulled)).collect()
        }
    }
}

/// Applies a partial to a whole.
pub fn apply_partial<T: Structured>(whole: &mut T, mut partial: T::Partial, mode: Mode) {
    if mode == Mode::Representation
        && let Some(additional) = whole.additional_mut()
    {
        additional.clear();
    }
    if let Some(stated) = partial.additional_mut().map(core::mem::take)
        && let Some(additional) = whole.additional_mut()
    {
        for (name, value) in stated {
            // Refused where the patch is written; a whole never holds a declared name among the others.
            if T::TYPE.property(&name).is_some() {
                continue;
            }
            if value.is_null() && mode != Mode::Compose {
                additional.remove(&name);
            } else {
                additional.insert(name, value);
            }
        }
    }
    whole.apply_properties(partial, &Applying::new(mode));
}

/// Drops the dynamic members that are null, of the value and of the complex values in it.
pub(crate) fn settle<T: Structured>(whole: &mut T) {
    if let Some(additional) = whole.additional_mut() {
        drop_nulls(additional);
    }
    whole.apply_properties(T::Partial::default(), &Applying::new(Mode::Settle));
}

/// Composes two partials: `earlier`, then `later`.
pub fn merge_partial<P: StructuredPartial>(earlier: &mut P, mut later: P) {
    if let Some(stated) = later.additional_mut().map(core::mem::take)
        && let Some(additional) = earlier.additional_mut()
    {
        additional.extend(stated);
    }
    if let Some(bound) = later.bindings_mut().map(core::mem::take)
        && let Some(bindings) = earlier.bindings_mut()
    {
        bindings.merge(bound);
    }
    earlier.merge_properties(later);
}

/// What changes `old` into `new`, in this scope.
pub(crate) fn diff_whole<T: Structured>(old: &T, new: &T, scope: Scope<'_>) -> T::Partial {
    let mut changed = old.diff_properties(new, &Diffing { scope, whole: PhantomData });
    // A value whose type is not the declared one is sent with its type, whatever of it is sent.
    if matches!(scope, Scope::Writable { .. })
        && let Some(own_type) = new.additional().and_then(|additional| additional.get(TYPE_KEY))
        && !is_empty(&changed)
        && let Some(additional) = changed.additional_mut()
    {
        additional.insert(TYPE_KEY.to_owned(), own_type.clone());
    }
    changed
}

pub(super) fn drop_nulls(additional: &mut Map<String, Value>) {
    // To look first is cheaper: mostly there is none.
    if additional.values().any(Value::is_null) {
        additional.retain(|_, value| !value.is_null());
    }
}
