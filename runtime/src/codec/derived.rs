//! Structured types: what a derive states of a struct, and what it is handed to do so.
//!
//! OData calls entity types and complex types *structured*: types with properties. A derive states a table of
//! properties and a few functions that name each property once; everything else is generic code.

use core::fmt::Debug;
use core::marker::PhantomData;
use core::mem::forget;

use serde::de::MapAccess;
use serde::ser::SerializeMap;
use serde_json::{Map, Value};

use crate::codec::additional::diff_additional;
use crate::codec::bindings::Bindings;
use crate::codec::compound::GraphPatch;
use crate::codec::context::{ApplyMode, Completion, DiffPart, DiffScope, Probe};
use crate::codec::members::Members;
use crate::codec::merging::Walk;
use crate::codec::slot::{Slot, StateVisitor};
use crate::codec::unsent::Unsent;
use crate::codec::writer::ObjectWriter;
use crate::etag::ETag;
use crate::odata::table::{Flags, PropertyInfo, TypeInfo};

/// Applies the properties of a `T`, one by one.
pub struct Applying<T> {
    mode: ApplyMode,
    whole: PhantomData<fn(T)>,
}

impl<T: Structured> Applying<T> {
    pub(crate) fn new(mode: ApplyMode) -> Self {
        Self { mode, whole: PhantomData }
    }

    /// Applies the state of the property at `index`.
    #[inline]
    pub fn apply<S: Slot>(&self, index: usize, field: &mut S::Field, state: S::State) {
        if S::is_absent(&state) {
            // It holds nothing: what would drop it is not even called.
            forget(state);
            if self.mode == ApplyMode::Settle {
                S::settle(field);
            }
            return;
        }
        // Of the type's own table, so that the flags are known where this is compiled.
        let flags = T::TYPE.properties[index].flags;
        let skip = match self.mode {
            ApplyMode::Patch | ApplyMode::Compose => !flags.is_patchable(),
            ApplyMode::Answer | ApplyMode::Representation | ApplyMode::State => flags.has(Flags::WRITE_ONLY),
            ApplyMode::Verbatim | ApplyMode::Settle => false,
        };
        if !skip {
            S::apply(field, state, self.mode);
        }
    }
}

/// Compares the properties of two `T`, one by one.
pub struct Diffing<'s, T> {
    scope: DiffScope<'s>,
    whole: PhantomData<fn(T)>,
}

impl<'s, T: Structured> Diffing<'s, T> {
    pub(crate) fn new(scope: DiffScope<'s>) -> Self {
        Self { scope, whole: PhantomData }
    }

    /// What changes the property at `index` from `old` to `new`.
    #[inline]
    #[must_use]
    pub fn diff<S: Slot>(&self, index: usize, old: &S::Field, new: &S::Field) -> S::State {
        // Of the type's own table, so that the flags are known where this is compiled.
        let property = &T::TYPE.properties[index];
        let flags = property.flags;
        match self.scope {
            // The common case alone stands where it is called, so that the compiler takes it together with its neighbours.
            DiffScope::Writable { .. }
                if flags.is_patchable() && !(flags.has(Flags::WRITE_ONLY) && S::is_null(new)) =>
            {
                S::diff(old, new, DiffScope::Writable { members: flags.has(Flags::MERGE) })
            }
            // To forget a value that no answer shows is no change of it.
            DiffScope::Writable { .. } => S::State::default(),
            scope => diff_in::<S>(scope, property, old, new),
        }
    }

    /// What changes the dynamic properties: a removed one is named with null.
    #[must_use]
    pub fn additional(&self, old: &Map<String, Value>, new: &Map<String, Value>) -> Map<String, Value> {
        diff_additional(old, new, self.scope)
    }
}

/// What changes a property, in any other scope than that of a patch. Apart, once for all properties of a kind.
#[inline(never)]
fn diff_in<S: Slot>(scope: DiffScope<'_>, property: &PropertyInfo, old: &S::Field, new: &S::Field) -> S::State {
    if let DiffScope::Probe(seen) = scope {
        probe::<S>(seen, property.flags, old, new);
        return S::State::default();
    }
    diff_part::<S>(scope, property, old, new)
}

/// The same, and the scope is no probe, which is by far the most frequent of them.
#[inline(never)]
fn diff_part<S: Slot>(scope: DiffScope<'_>, property: &PropertyInfo, old: &S::Field, new: &S::Field) -> S::State {
    let flags = property.flags;
    let is_forgotten = flags.has(Flags::WRITE_ONLY) && flags.is_patchable() && S::is_null(new);
    let chosen = match scope {
        DiffScope::Unsent(_) | DiffScope::Merging { .. } | DiffScope::Inside(DiffPart::Restated) if is_forgotten => {
            return S::State::default();
        }
        DiffScope::Unsent(unsent) => {
            look_for_unsent::<S>(unsent, property, old, new);
            return S::State::default();
        }
        DiffScope::Merging { walk, .. } if flags.is_patchable() => return merged::<S>(walk, property, old, new),
        DiffScope::Inside(DiffPart::Removed) if flags.is_patchable() => false,
        DiffScope::Inside(DiffPart::Restated) if flags.is_patchable() => return S::restate(old, new, scope),
        DiffScope::Inside(DiffPart::Sent) if flags.has(Flags::NAVIGATION) => return S::State::default(),
        DiffScope::Inside(DiffPart::All | DiffPart::Sent) => return S::state(new),
        DiffScope::Writable { .. }
        | DiffScope::Probe(_)
        | DiffScope::Merging { .. }
        | DiffScope::Inside(DiffPart::Removed | DiffPart::Restated) => return S::State::default(),
        // A key inside of a value is none of it.
        DiffScope::Inside(DiffPart::Key) if !flags.has(Flags::KEY) => return S::State::default(),
        DiffScope::Inside(DiffPart::Key) => true,
        DiffScope::Inside(DiffPart::Fixed) => !flags.is_patchable(),
        DiffScope::Inside(DiffPart::WriteOnly) => flags.has(Flags::WRITE_ONLY),
    };
    if chosen { S::replace(old, new) } else { S::diff(old, new, scope) }
}

/// Only asks whether a property differs.
#[inline]
fn probe<S: Slot>(seen: &Probe, flags: Flags, old: &S::Field, new: &S::Field) {
    if flags.has(Flags::WRITE_ONLY.with(Flags::NAVIGATION)) {
        if flags.has(Flags::WRITE_ONLY) && flags.is_patchable() && S::is_null(new) && !seen.is_exact() {
            // To forget a value that no answer shows is no change of it.
            seen.note_hidden();
            return;
        }
        if flags.has(Flags::NAVIGATION) && !S::is_null(new) {
            // No whole value can be sent that has a relationship.
            seen.note_hidden();
        }
    }
    // A codec that answers with a state means that the two differ.
    if (flags.is_patchable() || seen.is_exact()) && !S::is_absent(&S::diff(old, new, DiffScope::Probe(seen))) {
        seen.look(|| true);
    }
}

/// Looks for what no patch can say in one property. Read-only members of a value in the resource count only where they are
/// changed by hand: a value that is replaced need not repeat them.
#[cold]
#[inline(never)]
fn look_for_unsent<S: Slot>(unsent: &Unsent, property: &PropertyInfo, old: &S::Field, new: &S::Field) {
    let PropertyInfo { name, flags } = *property;
    if flags.has(Flags::NOT_NULL.with(Flags::INLINE)) && S::is_null(new) && !S::is_null(old) {
        unsent.note(name, flags);
        return;
    }
    if flags.is_patchable() {
        unsent.below(name, || drop(S::diff(old, new, DiffScope::Unsent(unsent))));
        return;
    }
    if flags.has(Flags::CONTROL) || unsent.is_found() {
        return;
    }
    let is_set = if unsent.is_new() {
        flags.has(Flags::NAVIGATION) && !S::is_null(new)
    } else {
        let may_be_left = unsent.is_inside() && S::is_null(new) && !flags.has(Flags::NAVIGATION);
        !may_be_left && differs::<S>(old, new)
    };
    if is_set {
        unsent.note(name, flags);
    }
}

/// Whether two fields differ anywhere.
fn differs<S: Slot>(old: &S::Field, new: &S::Field) -> bool {
    let seen = Probe::exact();
    !S::is_absent(&S::diff(old, new, DiffScope::Probe(&seen))) || seen.differs()
}

/// What is taken of a property on a walk. Apart, once for all properties of a kind.
#[cold]
#[inline(never)]
fn merged<S: Slot>(walk: &&dyn Walk, property: &PropertyInfo, old: &S::Field, new: &S::Field) -> S::State {
    let members = property.flags.has(Flags::MERGE);
    let diff = |scope: DiffScope<'_>| S::diff(old, new, scope);
    DiffScope::merged(walk, property.name, members, diff, S::is_absent).unwrap_or_default()
}

/// A struct whose fields are the properties of an OData entity type or complex type.
///
/// `GraphResource` and `GraphComplex` derive it. The methods name each property once and leave the work to the
/// functions they are given.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no struct with properties",
    label = "without `GraphComplex`",
    note = "derive `GraphComplex` for it, also where it holds the parameters of a function or an action"
)]
pub trait Structured: Sized {
    /// What an answer holds of a value: every property optional.
    type Partial: StructuredPartial<Whole = Self>;
    /// What a patch may say of a value: the writable properties.
    type Patch: GraphPatch<Partial = Self::Partial, Whole = Self>;
    /// The handles of the properties.
    type Props;
    /// The table of properties.
    const TYPE: &'static TypeInfo;

    /// The handles of the properties, as `props()` gives them.
    #[must_use]
    fn handles() -> Self::Props;

    /// Makes a whole value of a partial; `None`, with the missing properties noted, where it lacks some.
    fn complete(partial: Self::Partial, completion: &mut Completion) -> Option<Self>;

    /// Reads a whole value, member by member. Leaves the place empty where [`Members::failed`], and where a property is
    /// missing; then [`Members::error`] says why.
    fn read_members<'de, A: MapAccess<'de>>(members: &mut Members<'de, A>, out: &mut Option<Self>);

    /// Hands each property to the writer.
    fn write_properties<M: SerializeMap>(&self, to: &mut ObjectWriter<'_, M>);

    /// Applies each property of the partial.
    fn apply_properties(&mut self, partial: Self::Partial, applying: &Applying<Self>);

    /// Takes the fields that are not of the wire from another value.
    #[inline]
    fn keep_skipped(&mut self, _from: &Self) {}

    /// Compares each property.
    fn diff_properties(&self, new: &Self, diffing: &Diffing<'_, Self>) -> Self::Partial;

    /// The properties that the type does not name.
    #[inline]
    fn additional(&self) -> Option<&Map<String, Value>> {
        None
    }

    /// The same, to change them.
    #[inline]
    fn additional_mut(&mut self) -> Option<&mut Map<String, Value>> {
        None
    }

    /// The `@odata.etag`, where the type has a field for it.
    #[inline]
    fn etag(&self) -> Option<&ETag> {
        None
    }
}

/// The partial of a structured type: its state, whoever holds it (an answer, or a patch).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no partial",
    label = "not what an answer says of a resource",
    note = "a copy that `sync` keeps holds partials: of a `User`, write `UserPartial`"
)]
pub trait StructuredPartial: Clone + Debug + Default + PartialEq {
    /// The whole it is a partial of.
    type Whole: Structured<Partial = Self>;

    /// Reads the property at `index`.
    fn read_property<'de, A: MapAccess<'de>>(&mut self, index: usize, members: &mut Members<'de, A>);

    /// Hands each property to the visitor.
    fn visit_properties<V: StateVisitor>(&self, visitor: &mut V);

    /// Composes each property with the later one's.
    fn merge_properties(&mut self, later: Self);

    /// The properties that the type does not name.
    #[inline]
    fn additional(&self) -> Option<&Map<String, Value>> {
        None
    }

    /// The same, to change them.
    #[inline]
    fn additional_mut(&mut self) -> Option<&mut Map<String, Value>> {
        None
    }

    /// What is bound, where the type has relationships that can be.
    #[inline]
    fn bindings(&self) -> Option<&Bindings> {
        None
    }

    /// The same, to change it.
    #[inline]
    fn bindings_mut(&mut self) -> Option<&mut Bindings> {
        None
    }

    /// The `@odata.etag`, where the type has a field for it.
    #[inline]
    fn etag(&self) -> Option<&ETag> {
        None
    }
}
