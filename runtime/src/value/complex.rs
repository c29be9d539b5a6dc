//! Complex values: replaced whole, or changed member by member.

use core::fmt;
use core::marker::PhantomData;
use core::mem::forget;

use serde::de::Deserializer;
use serde::ser::Serializer;

use crate::codec::compound::{Compound, GraphPatch, Partial, replace};
use crate::codec::context::{ApplyMode, Completion, DiffPart, DiffScope, Probe, ReadContext, ReadMode, WriteForm};
use crate::codec::out::Out;
use crate::codec::value::{Accept, Codec, GraphValue, ItemCodec};
use crate::odata::table::Flags;

/// An OData complex type: a value with properties and without a key.
///
/// Derived with `#[derive(GraphComplex)]`; nothing is left to implement by hand.
///
/// # Examples
///
/// ```
/// use graph_resource::GraphComplex;
///
/// #[derive(Clone, Debug, PartialEq, GraphComplex)]
/// pub struct Address {
///     pub city: Option<String>,
///     pub street: Option<String>,
/// }
///
/// let old = Address { city: Some("Oslo".into()), street: None };
/// let new = Address { city: Some("Bergen".into()), street: None };
/// assert_eq!(serde_json::to_string(&old.diff(&new)).unwrap(), r#"{"city":"Bergen"}"#);
/// ```
///
/// Source: OData CSDL 4.0, section 9.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no complex type of Graph",
    label = "without `GraphComplex`",
    note = "derive `GraphComplex` for it"
)]
pub trait GraphComplex: Compound + GraphValue {
    /// What a patch has to say to change this value into `new`.
    #[must_use]
    fn diff(&self, new: &Self) -> Self::Patch {
        GraphPatch::from_partial(self.diff_in(new, DiffScope::Writable { members: true }))
    }

    /// Applies a patch, as a service would.
    fn apply(&mut self, patch: Self::Patch) {
        patch.apply_to(self);
    }

    /// Folds an answer in: what it holds replaces what is here, write-only properties excepted.
    fn merge(&mut self, answer: Self::Partial) {
        self.apply_in(answer, ApplyMode::Answer);
    }
}

/// A change to a complex value: the whole of it, or some of its members.
///
/// Setters of a patch take both a value and a patch, so that it is seldom written out.
///
/// # Examples
///
/// ```
/// use graph_resource::{Change, GraphComplex};
///
/// #[derive(Clone, Debug, PartialEq, GraphComplex)]
/// pub struct Address {
///     pub city: Option<String>,
///     pub street: Option<String>,
/// }
///
/// let whole: Change<Address> = Address { city: None, street: Some("Storgata".into()) }.into();
/// let members: Change<Address> = AddressPatch::new().clear_city().into();
/// assert!(matches!(whole, Change::Replace(_)));
/// assert!(matches!(members, Change::Members(_)));
/// ```
///
/// Source: OData Protocol 4.01, section 11.4.3: members that a body leaves out keep what they have.
#[derive(Clone, PartialEq)]
pub enum Change<T: Compound> {
    /// A whole new value. In the body of a `PATCH`, null is written for each member without a value, so that a
    /// service that merges and a service that replaces end in the same state. That clears a write-only member too: a
    /// field whose type has one is best marked `merge`, so that a difference names its changed members alone.
    Replace(T),
    /// Some members; the others keep what they have. Also the form in which an answer holds a complex value.
    Members(T::Partial),
}

impl<T: Compound> fmt::Debug for Change<T> {
    /// A value that has a write-only property is not shown: that is a secret. Of other values, what is said of each member
    /// is, so that those that lie deeper are hidden too.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Members(members) => f.debug_tuple("Members").field(members).finish(),
            Self::Replace(_) if T::has_secrets() => f.debug_tuple("Replace").field(&format_args!("<hidden>")).finish(),
            Self::Replace(value) => f.debug_tuple("Replace").field(&ComplexCodec::item(value.clone())).finish(),
        }
    }
}

impl<T: Compound> Change<T> {
    /// The new value, where the whole of it is given.
    pub fn as_replace(&self) -> Option<&T> {
        match self {
            Self::Replace(value) => Some(value),
            Self::Members(_) => None,
        }
    }

    /// The members, where only some are given.
    pub fn as_members(&self) -> Option<&T::Partial> {
        match self {
            Self::Members(members) => Some(members),
            Self::Replace(_) => None,
        }
    }
}

/// The codec of a complex type.
pub struct ComplexCodec<T>(PhantomData<T>);

impl<T: Compound> Codec for ComplexCodec<T> {
    type Value = T;
    type State = Change<T>;

    #[inline]
    fn read_into<'de, D: Deserializer<'de>>(from: D, cx: ReadContext<'_>, out: &mut Option<T>) -> Result<(), D::Error> {
        T::read_into(from, cx, None, out)
    }

    #[inline]
    fn read_state_into<'de, D: Deserializer<'de>, P: Out<Change<T>>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut P,
    ) -> Result<(), D::Error> {
        if cx.mode() == ReadMode::Values {
            out.fill(T::read_from(from, cx, None).map(Change::Replace)?);
        } else if let Change::Members(members) = out.fill(Change::Members(T::Partial::default())) {
            members.read_into(from, cx, None)?;
        }
        Ok(())
    }

    #[inline]
    fn write<S: Serializer>(value: &T, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        value.write_to(form.of_whole(), to)
    }

    #[inline]
    fn write_state<S: Serializer>(state: &Change<T>, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        match state {
            Change::Replace(value) => value.write_to(form.of_whole(), to),
            Change::Members(members) => members.write_to(form, to),
        }
    }

    fn complete(state: Change<T>, completion: &mut Completion) -> Option<T> {
        match state {
            Change::Replace(value) => Some(value),
            Change::Members(members) => T::complete(members, completion),
        }
    }

    /// A difference says nothing of relationships.
    fn whole(value: &T) -> Change<T> {
        let without = || T::complete(Self::item_of(value), &mut Completion::of_whole());
        let without = if T::has_relationships() { without() } else { None };
        Change::Replace(without.unwrap_or_else(|| value.clone()))
    }

    fn diff(old: &T, new: &T, scope: DiffScope<'_>) -> Option<Change<T>> {
        match scope {
            DiffScope::Writable { members } if !members && !T::ALWAYS_MEMBERWISE => replacement(old, new),
            // One value: noted as one, or else taken as one.
            DiffScope::Merging { members, walk } if !members && !T::ALWAYS_MEMBERWISE => {
                let seen = Probe::default();
                forget(old.diff_in(new, DiffScope::Probe(&seen)));
                let _ = scope.says(|| seen.differs());
                if walk.is_choosing() { replacement(old, new) } else { None }
            }
            DiffScope::Probe(_) | DiffScope::Unsent(_) => {
                // All of it is absent: what would drop it, field by field, is not called.
                forget(old.diff_in(new, scope));
                None
            }
            // What no answer shows of an entity is not another one's.
            DiffScope::Inside(_) if is_keyed::<T>() && is_another(old, new) => None,
            _ => {
                let changed = old.diff_in(new, scope);
                (!changed.is_empty()).then_some(Change::Members(changed))
            }
        }
    }

    fn is_whole(state: &Change<T>) -> bool {
        matches!(state, Change::Replace(_))
    }

    fn is_reference(state: &Change<T>) -> bool {
        matches!(state, Change::Members(members) if members.is_empty())
    }

    fn apply(value: &mut T, state: Change<T>, mode: ApplyMode) {
        match state {
            Change::Members(members) => {
                if mode == ApplyMode::State && T::table().is_some() && !is_keyed::<T>() {
                    return restore(value, members);
                }
                // A complex value that is present states all its dynamic members.
                let is_answer = matches!(mode, ApplyMode::Answer | ApplyMode::State);
                let mode = if is_answer { ApplyMode::Representation } else { mode };
                if mode == ApplyMode::Representation && is_keyed::<T>() {
                    fold_entity(value, members, mode);
                } else {
                    value.apply_in(members, mode);
                }
            }
            Change::Replace(new) => replace(value, new, mode),
        }
    }

    fn start(state: Change<T>, mode: ApplyMode) -> Option<T> {
        match state {
            Change::Replace(mut value) => {
                if mode != ApplyMode::Compose {
                    value.settle();
                }
                Some(value)
            }
            // An answer is a representation: where it says enough, it is the value.
            Change::Members(members)
                if matches!(mode, ApplyMode::Answer | ApplyMode::Representation | ApplyMode::State) =>
            {
                T::complete(members, &mut Completion::of_answer())
            }
            Change::Members(members) => T::start_in(members, mode),
        }
    }

    fn merge(state: &mut Change<T>, later: Change<T>) {
        match (state, later) {
            (state, later @ Change::Replace(_)) => *state = later,
            (Change::Replace(value), Change::Members(later)) => value.apply_in(later, ApplyMode::Compose),
            (Change::Members(members), Change::Members(later)) => members.merge(later),
        }
    }

    fn merge_onto_null(later: Change<T>) -> Option<Change<T>> {
        Self::start(later, ApplyMode::Compose).map(Change::Replace)
    }

    fn note_missing(state: &Change<T>, completion: &mut Completion) {
        if let Change::Members(members) = state {
            members.note_missing(completion);
        }
    }

    fn settle(value: &mut T) {
        value.settle();
    }

    fn has_secrets() -> bool {
        T::has_secrets()
    }

    fn declares(name: &str) -> Option<bool> {
        Some(T::declares(name))
    }
}

impl<T: Compound> ItemCodec for ComplexCodec<T> {
    type Item = T::Partial;

    fn read_item_into<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut Option<T::Partial>,
    ) -> Result<(), D::Error> {
        if cx.mode() == ReadMode::Values {
            out.fill(Self::item(T::read_from(from, cx, None)?));
            return Ok(());
        }
        out.fill(T::Partial::default()).read_item_into(from, cx)
    }

    fn write_item<S: Serializer>(item: &T::Partial, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        item.write_to(form, to)
    }

    fn complete_item(item: T::Partial, completion: &mut Completion) -> Option<T> {
        T::complete(item, completion)
    }

    fn item(value: T) -> T::Partial {
        value.diff_in(&value, DiffScope::Inside(DiffPart::All))
    }

    /// Of a difference, which says nothing of relationships.
    fn item_of(value: &T) -> T::Partial {
        value.diff_in(value, DiffScope::Inside(DiffPart::Sent))
    }

    fn note_missing_of_item(item: &T::Partial, completion: &mut Completion) {
        item.note_missing(completion);
    }
}

/// Takes what a representation says of a value as the whole of it, but for what no answer shows. Where too little is said,
/// what is not said stays.
fn restore<T: Compound>(value: &mut T, members: T::Partial) {
    match T::complete(members.clone(), &mut Completion::of_answer()) {
        Some(mut new) => {
            let hidden = new.diff_in(value, DiffScope::Inside(DiffPart::WriteOnly));
            new.apply_in(hidden, ApplyMode::Verbatim);
            *value = new;
        }
        None => value.apply_in(members, ApplyMode::Representation),
    }
}

/// The whole of `new`, where a patch may change `old` into it. It also names the dynamic members to remove.
#[inline]
fn replacement<T: Compound>(old: &T, new: &T) -> Option<Change<T>> {
    if old == new { None } else { replaced(old, new) }
}

#[inline(never)]
fn replaced<T: Compound>(old: &T, new: &T) -> Option<Change<T>> {
    let seen = Probe::default();
    // That the two differ is not enough: what differs may be read-only. So the members are looked at, each once; to compare
    // whole values on each level would grow with the square of the depth.
    let _: Option<Change<T>> = ComplexCodec::diff(old, new, DiffScope::Probe(&seen));
    if !seen.differs() {
        return None;
    }
    if seen.hides() {
        return Some(Change::Members(old.diff_in(new, DiffScope::Inside(DiffPart::Restated))));
    }
    if !seen.removes() {
        return Some(Change::Replace(new.clone()));
    }
    let mut value = new.clone();
    value.apply_in(old.diff_in(new, DiffScope::Inside(DiffPart::Removed)), ApplyMode::Compose);
    Some(Change::Replace(value))
}

fn is_keyed<T: Compound>() -> bool {
    // Of a union, the value knows.
    !T::ALWAYS_MEMBERWISE
        && T::table().is_none_or(|table| table.properties.iter().any(|property| property.flags.has(Flags::KEY)))
}

/// Whether two entities have different keys.
fn is_another<T: Compound>(one: &T, other: &T) -> bool {
    !one.diff_in(other, DiffScope::Inside(DiffPart::Key)).is_empty()
}

/// Folds an answer's partial of a related entity in. If it is another entity than the known one, nothing of the known
/// one is kept. If the partial lacks members, the known one stays.
fn fold_entity<T: Compound>(value: &mut T, members: T::Partial, mode: ApplyMode) {
    let mut folded = value.clone();
    folded.apply_in(members.clone(), mode);
    if !is_another(value, &folded) {
        *value = folded;
    } else if let Some(other) = T::complete(members, &mut Completion::of_answer()) {
        *value = other;
    }
}

#[diagnostic::do_not_recommend]
impl<T: Compound, V: Into<Change<T>>> Accept<V> for ComplexCodec<T> {
    fn accept(value: V) -> Change<T> {
        value.into()
    }
}
