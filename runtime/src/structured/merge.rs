//! Merge logic: a patch onto a value, an answer into a value, a patch onto a patch, a value against a value.

use serde_json::{Map, Value};

use super::visit::is_empty;
use super::{Flags, PropertyInfo, Slot, Structured, StructuredPartial};
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
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Scope {
    /// What a patch may change.
    Writable {
        /// Of a complex value, name the changed members instead of the whole.
        members: bool,
    },
    /// Of a complex value, only those members in it.
    Inside(Aspect),
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
}

/// Applies properties, one by one.
#[derive(Clone, Copy)]
pub struct Applying {
    properties: &'static [PropertyInfo],
    mode: Mode,
}

impl Applying {
    /// Applies what is said of the property at `index`.
    #[inline]
    pub fn apply<S: Slot>(self, index: usize, field: &mut S::Field, state: S::State) {
        if S::is_absent(&state) {
            if self.mode == Mode::Settle {
                S::settle(field);
            }
            return;
        }
        let flags = self.properties[index].flags;
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

/// Compares properties, one by one.
#[derive(Clone, Copy)]
pub struct Diffing {
    properties: &'static [PropertyInfo],
    /// `None` for what a patch may change.
    aspect: Option<Aspect>,
}

impl Diffing {
    /// What changes the property at `index` from `old` to `new`.
    #[inline]
    #[must_use]
    pub fn diff<S: Slot>(self, index: usize, old: &S::Field, new: &S::Field) -> S::State {
        let flags = self.properties[index].flags;
        let chosen = match self.aspect {
            None if flags.is_patchable() => {
                return S::diff(old, new, Scope::Writable { members: flags.has(Flags::MERGE) });
            }
            None => return S::State::default(),
            Some(Aspect::Fixed) => !flags.is_patchable(),
            Some(Aspect::WriteOnly) => flags.has(Flags::WRITE_ONLY),
            Some(Aspect::Key) => flags.has(Flags::KEY),
        };
        match self.aspect {
            // A key inside of a value is none of it.
            Some(Aspect::Key) if !chosen => S::State::default(),
            Some(aspect) if !chosen => S::diff(old, new, Scope::Inside(aspect)),
            _ => S::replace(old, new),
        }
    }

    /// What changes the dynamic properties: a removed one is named with null.
    #[must_use]
    pub fn additional(self, old: &Map<String, Value>, new: &Map<String, Value>) -> Map<String, Value> {
        if self.aspect.is_some() {
            return Map::new();
        }
        let removed = old.keys().filter(|&name| !new.contains_key(name)).map(|name| (name.clone(), Value::Null));
        let differs = |name: &str| old.get(name) != new.get(name);
        // A member is sent with the annotation of its type, which may be needed to read it.
        let changed = new.iter().filter(|&(name, _)| {
            differs(name) || name.strip_suffix(TYPE_SUFFIX).is_some_and(|of| new.contains_key(of) && differs(of))
        });
        changed.map(|(name, value)| (name.clone(), value.clone())).chain(removed).collect()
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
    whole.apply_properties(partial, Applying { properties: T::TYPE.properties, mode });
}

/// Drops the dynamic members that are null, of the value and of the complex values in it.
pub(crate) fn settle<T: Structured>(whole: &mut T) {
    if let Some(additional) = whole.additional_mut() {
        drop_nulls(additional);
    }
    whole.apply_properties(T::Partial::default(), Applying { properties: T::TYPE.properties, mode: Mode::Settle });
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

/// What a patch has to say to change `old` into `new`.
pub(crate) fn diff_writable<T: Structured>(old: &T, new: &T) -> T::Partial {
    let mut changed = old.diff_properties(new, Diffing { properties: T::TYPE.properties, aspect: None });
    // A value whose type is not the declared one is sent with its type, whatever of it is sent.
    if let Some(own_type) = new.additional().and_then(|additional| additional.get(TYPE_KEY))
        && !is_empty(&changed)
        && let Some(additional) = changed.additional_mut()
    {
        additional.insert(TYPE_KEY.to_owned(), own_type.clone());
    }
    changed
}

/// What `new` has otherwise than `old` in these properties.
pub(crate) fn diff_aspect<T: Structured>(old: &T, new: &T, aspect: Aspect) -> T::Partial {
    old.diff_properties(new, Diffing { properties: T::TYPE.properties, aspect: Some(aspect) })
}

pub(super) fn drop_nulls(additional: &mut Map<String, Value>) {
    // To look first is cheaper: mostly there is none.
    if additional.values().any(Value::is_null) {
        additional.retain(|_, value| !value.is_null());
    }
}
