//! Dictionaries: objects whose names are keys and whose members are values of one type, patched key by key.

use core::fmt;
use core::marker::PhantomData;
use core::ops::Deref;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::codec::aside::Aside;
use crate::codec::compound::{Compound, GraphPatch, Partial};
use crate::codec::context::{ApplyMode, Completion, DiffPart, DiffScope, ReadContext, ReadMode, Wanted, WriteForm};
use crate::codec::fill::{AsState, AsValue, Fill, FillingNullable};
use crate::codec::members::duplicate;
use crate::codec::merging::Walk;
use crate::codec::out::Out;
use crate::codec::set::IntoValue;
use crate::codec::slot::look_in_new;
use crate::codec::unsent::Unsent;
use crate::codec::value::{Accept, Codec, CodecOf, GraphValue, ItemCodec, State, Writing, WritingState};
use crate::odata::names::position_of_at;
use crate::odata::table::Flags;
use crate::value::complex::{Change, ComplexCodec, GraphComplex};
use crate::value::holder::{OfPatch, Said};

/// A dictionary is a value with members: a difference names the entries that changed, and null for those that are gone,
/// whether or not the field is marked `merge`, since services change dictionaries entry by entry.
///
/// Source: Microsoft REST API Guidelines, Graph, "dictionary types"; Microsoft Graph, `plannerAssignments`.
impl<T: GraphValue> Compound for BTreeMap<String, T> {
    type Partial = DictionaryPartial<T>;
    type Patch = DictionaryPatch<T>;

    const NAME: &'static str = "BTreeMap";
    const ALWAYS_MEMBERWISE: bool = true;

    fn has_secrets() -> bool {
        CodecOf::<T>::has_secrets()
    }

    fn read_into<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        _: Option<&mut Aside>,
        out: &mut Option<Self>,
    ) -> Result<(), D::Error> {
        let entries = from.deserialize_map(EntriesVisitor::<AsValue<CodecOf<T>>, T>::new(cx))?;
        // Null is no entry.
        out.fill(entries.into_iter().filter_map(|(key, value)| Some((key, value?))).collect());
        Ok(())
    }

    fn complete(partial: Self::Partial, completion: &mut Completion) -> Option<Self> {
        let mut dictionary = Some(Self::new());
        for (key, state) in partial.0 {
            // Null is no entry.
            let Some(state) = state else { continue };
            let mark = completion.missing().len();
            match (CodecOf::<T>::complete(state, completion), &mut dictionary) {
                (Some(value), Some(dictionary)) => {
                    dictionary.insert(key, value);
                }
                (Some(_), None) => {}
                (None, _) => {
                    completion.below(mark, &key);
                    dictionary = None;
                }
            }
        }
        dictionary
    }

    fn write_to<S: Serializer>(&self, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.len()))?;
        for (key, value) in self {
            map.serialize_entry(checked(key)?, &Writing::<CodecOf<T>>::new(value, form))?;
        }
        map.end()
    }

    fn diff_in(&self, new: &Self, scope: DiffScope<'_>) -> Self::Partial {
        if let DiffScope::Merging { walk, .. } = scope {
            return DictionaryPartial(merged_entries(self, new, walk));
        }
        if let DiffScope::Unsent(unsent) = scope {
            look_for_unsent(self, new, unsent);
            return DictionaryPartial::default();
        }
        let scope = if let DiffScope::Writable { .. } = scope { DiffScope::Writable { members: true } } else { scope };
        let is_all = matches!(scope, DiffScope::Inside(DiffPart::All | DiffPart::Sent | DiffPart::Restated));
        let mut changed = BTreeMap::new();
        for (key, value) in new {
            let state = match self.get(key) {
                Some(old) => CodecOf::<T>::diff(old, value, scope),
                None => scope.says(|| true).then(|| CodecOf::<T>::whole(value)),
            };
            let state = if is_all { state.or_else(|| Some(CodecOf::<T>::whole(value))) } else { state };
            match (state, scope) {
                (Some(_), DiffScope::Probe(seen)) => seen.look(|| true),
                (Some(state), _) => {
                    changed.insert(key.clone(), Some(state));
                }
                (None, _) => {}
            }
        }
        let mut removed = self.keys().filter(|&key| !new.contains_key(key));
        match scope {
            DiffScope::Probe(seen) => {
                if removed.next().is_some() {
                    seen.look(|| true);
                    seen.note_hidden();
                }
            }
            DiffScope::Writable { .. } | DiffScope::Inside(DiffPart::Restated) => {
                changed.extend(removed.map(|key| (key.clone(), None)));
            }
            DiffScope::Unsent(_) | DiffScope::Merging { .. } | DiffScope::Inside(_) => {}
        }
        DictionaryPartial(changed)
    }

    fn apply_in(&mut self, partial: Self::Partial, mode: ApplyMode) {
        // The representation of a dictionary states all its entries.
        if mode == ApplyMode::Representation {
            self.retain(|key, _| matches!(partial.0.get(key), Some(Some(_))));
        }
        for (key, state) in partial.0 {
            let Some(state) = state else {
                self.remove(&key);
                continue;
            };
            match self.entry(key) {
                Entry::Occupied(mut entry) => CodecOf::<T>::apply(entry.get_mut(), state, mode),
                Entry::Vacant(entry) => {
                    if let Some(value) = CodecOf::<T>::start(state, mode) {
                        entry.insert(value);
                    }
                }
            }
        }
    }

    fn settle(&mut self) {
        self.values_mut().for_each(CodecOf::<T>::settle);
    }
}

/// Looks for what no patch can say in the entries.
fn look_for_unsent<T: GraphValue>(old: &BTreeMap<String, T>, new: &BTreeMap<String, T>, unsent: &Unsent) {
    let scope = DiffScope::Unsent(unsent);
    for (key, value) in new {
        unsent.below(key, || match old.get(key) {
            Some(old) => drop(CodecOf::<T>::diff(old, value, scope)),
            None => look_in_new::<CodecOf<T>>(value, scope),
        });
    }
}

/// What is taken of the entries on a walk.
fn merged_entries<T: GraphValue>(
    old: &BTreeMap<String, T>,
    new: &BTreeMap<String, T>,
    walk: &&dyn Walk,
) -> BTreeMap<String, Option<State<T>>> {
    let added = new.keys().filter(|&key| !old.contains_key(key));
    let entries = old.keys().chain(added).filter_map(|key| {
        let diff = |scope: DiffScope<'_>| match (old.get(key), new.get(key)) {
            (Some(old), Some(new)) => CodecOf::<T>::diff(old, new, scope).map(Some),
            (Some(_), None) => scope.says(|| true).then_some(None),
            (None, Some(new)) => scope.says(|| true).then(|| Some(CodecOf::<T>::whole(new))),
            (None, None) => None,
        };
        let state = DiffScope::merged(walk, key, true, diff, Option::is_none)??;
        Some((key.clone(), state))
    });
    entries.collect()
}

/// A dictionary, by its keys.
impl<T: GraphValue> GraphValue for BTreeMap<String, T> {
    type Codec = DictionaryCodec<T::Codec>;
    const IS_ENTITY: bool = T::IS_ENTITY;
}

/// The codec of a dictionary: that of a complex value. It is found by the codec of the entries, so that the compiler, where
/// they are no Graph values, says that and nothing else.
pub struct DictionaryCodec<C>(PhantomData<C>);

type AsComplex<C> = ComplexCodec<BTreeMap<String, <C as Codec>::Value>>;

impl<C: Codec<Value: GraphValue<Codec = C>>> Codec for DictionaryCodec<C> {
    type Value = BTreeMap<String, C::Value>;
    type State = Change<Self::Value>;

    fn read_into<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut Option<Self::Value>,
    ) -> Result<(), D::Error> {
        AsComplex::<C>::read_into(from, cx, out)
    }

    fn read_state_into<'de, D: Deserializer<'de>, P: Out<Self::State>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut P,
    ) -> Result<(), D::Error> {
        AsComplex::<C>::read_state_into(from, cx, out)
    }

    fn write<S: Serializer>(value: &Self::Value, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        AsComplex::<C>::write(value, form, to)
    }

    fn write_state<S: Serializer>(state: &Self::State, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        AsComplex::<C>::write_state(state, form, to)
    }

    fn complete(state: Self::State, completion: &mut Completion) -> Option<Self::Value> {
        AsComplex::<C>::complete(state, completion)
    }

    fn whole(value: &Self::Value) -> Self::State {
        AsComplex::<C>::whole(value)
    }

    fn diff(old: &Self::Value, new: &Self::Value, scope: DiffScope<'_>) -> Option<Self::State> {
        AsComplex::<C>::diff(old, new, scope)
    }

    fn is_whole(state: &Self::State) -> bool {
        AsComplex::<C>::is_whole(state)
    }

    fn note_missing(state: &Self::State, completion: &mut Completion) {
        AsComplex::<C>::note_missing(state, completion);
    }

    fn apply(value: &mut Self::Value, state: Self::State, mode: ApplyMode) {
        AsComplex::<C>::apply(value, state, mode);
    }

    fn start(state: Self::State, mode: ApplyMode) -> Option<Self::Value> {
        AsComplex::<C>::start(state, mode)
    }

    fn merge(state: &mut Self::State, later: Self::State) {
        AsComplex::<C>::merge(state, later);
    }

    fn merge_onto_null(later: Self::State) -> Option<Self::State> {
        AsComplex::<C>::merge_onto_null(later)
    }

    /// A dictionary, as a collection does, may start without entries.
    fn empty() -> Option<Self::Value> {
        Some(BTreeMap::new())
    }

    fn settle(value: &mut Self::Value) {
        AsComplex::<C>::settle(value);
    }

    fn has_secrets() -> bool {
        C::has_secrets()
    }

    fn declares(name: &str) -> Option<bool> {
        AsComplex::<C>::declares(name)
    }
}

impl<C: Codec<Value: GraphValue<Codec = C>>> ItemCodec for DictionaryCodec<C> {
    type Item = DictionaryPartial<C::Value>;

    fn read_item_into<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut Option<Self::Item>,
    ) -> Result<(), D::Error> {
        AsComplex::<C>::read_item_into(from, cx, out)
    }

    fn write_item<S: Serializer>(item: &Self::Item, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        AsComplex::<C>::write_item(item, form, to)
    }

    fn complete_item(item: Self::Item, completion: &mut Completion) -> Option<Self::Value> {
        AsComplex::<C>::complete_item(item, completion)
    }

    fn item(value: Self::Value) -> Self::Item {
        AsComplex::<C>::item(value)
    }

    fn item_of(value: &Self::Value) -> Self::Item {
        AsComplex::<C>::item_of(value)
    }

    fn note_missing_of_item(item: &Self::Item, completion: &mut Completion) {
        AsComplex::<C>::note_missing_of_item(item, completion);
    }
}

#[diagnostic::do_not_recommend]
impl<C: EntryCodec<V>, V> Accept<V> for DictionaryCodec<C> {
    fn accept(value: V) -> Self::State {
        C::change(value)
    }
}

/// The codec of the entries of a dictionary that can be set to a `V`.
#[doc(hidden)]
pub trait EntryCodec<V>: Codec<Value: GraphValue<Codec = Self>> {
    /// Converts.
    fn change(value: V) -> Change<BTreeMap<String, Self::Value>>;
}

#[diagnostic::do_not_recommend]
impl<C: Codec<Value: GraphValue<Codec = C>>, V: Into<Change<BTreeMap<String, C::Value>>>> EntryCodec<V> for C {
    fn change(value: V) -> Change<BTreeMap<String, C::Value>> {
        value.into()
    }
}

impl<T: GraphValue> GraphComplex for BTreeMap<String, T> {}

/// The states of some entries of a dictionary: a change to the value, or `None` where the entry is removed.
///
/// Derefs to the entries.
pub struct DictionaryPartial<T: GraphValue>(BTreeMap<String, Option<State<T>>>);

impl<T: GraphValue> Partial for DictionaryPartial<T> {
    type Whole = BTreeMap<String, T>;

    fn read_into<'de, D: Deserializer<'de>>(
        &mut self,
        from: D,
        cx: ReadContext<'_>,
        _: Option<&mut Aside>,
    ) -> Result<(), D::Error> {
        self.0 = from.deserialize_map(EntriesVisitor::<AsState<CodecOf<T>>, State<T>>::new(cx))?;
        Ok(())
    }

    fn write_to<S: Serializer>(&self, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        // Null stands for "remove": an order that only a change can give.
        let orders = !form.is_new();
        let entries = || self.0.iter().filter(|(_, state)| orders || state.is_some());
        let mut map = to.serialize_map(Some(entries().count()))?;
        for (key, state) in entries() {
            match state {
                Some(state) => map.serialize_entry(checked(key)?, &WritingState::<CodecOf<T>>::new(state, form))?,
                None => map.serialize_entry(checked(key)?, &())?,
            }
        }
        map.end()
    }

    fn merge(&mut self, later: Self) {
        for (key, later) in later.0 {
            match self.0.entry(key) {
                Entry::Occupied(mut entry) => match (entry.get_mut(), later) {
                    (Some(state), Some(later)) if !CodecOf::<T>::is_whole(&later) => CodecOf::<T>::merge(state, later),
                    (gone @ None, Some(later)) if !CodecOf::<T>::is_whole(&later) => {
                        *gone = CodecOf::<T>::merge_onto_null(later);
                    }
                    (said, later) => *said = later,
                },
                Entry::Vacant(entry) => {
                    entry.insert(later);
                }
            }
        }
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn note_lacking(&self, completion: &mut Completion) {
        for (key, state) in &self.0 {
            let mark = completion.missing().len();
            if let Some(state) = state {
                CodecOf::<T>::note_missing(state, completion);
            }
            completion.below(mark, key);
        }
    }

    fn each_name<'p>(&'p self, to: &mut dyn FnMut(&'p str, Flags)) {
        for key in self.0.keys() {
            to(key, Flags::NONE);
        }
    }
}

/// Checks the key of an entry that is written.
fn checked<E: serde::ser::Error>(key: &str) -> Result<&str, E> {
    if position_of_at(key).is_none() {
        return Ok(key);
    }
    Err(E::custom(format_args!("a dictionary holds the key `{key}`, which would be read as an annotation; remove it")))
}

/// Reads entries; an entry that is null is `None`.
struct EntriesVisitor<'c, R, V> {
    cx: ReadContext<'c>,
    entry: PhantomData<(R, V)>,
}

impl<'c, R, V> EntriesVisitor<'c, R, V> {
    fn new(cx: ReadContext<'c>) -> Self {
        Self { cx, entry: PhantomData }
    }
}

impl<'de, R: Fill<Option<V>>, V> Visitor<'de> for EntriesVisitor<'_, R, V> {
    type Value = BTreeMap<String, Option<V>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Wanted("an object", self.cx.property()), f)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut entries = BTreeMap::new();
        while let Some(key) = access.next_key::<String>()? {
            // An annotation is no entry: no key holds an `@`.
            if key.contains('@') {
                access.next_value::<IgnoredAny>()?;
                continue;
            }
            if entries.contains_key(&key) {
                return Err(duplicate::<A::Error>(&key));
            }
            let mut entry = None;
            access.next_value_seed(FillingNullable::<R, _>::new(self.cx, &mut entry))?;
            entries.insert(key, entry);
        }
        Ok(entries)
    }
}

impl<T: GraphValue> Default for DictionaryPartial<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T: GraphValue> Clone for DictionaryPartial<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T: GraphValue> PartialEq for DictionaryPartial<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T: GraphValue> fmt::Debug for DictionaryPartial<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<T: GraphValue> Deref for DictionaryPartial<T> {
    type Target = BTreeMap<String, Option<State<T>>>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

/// What a `PATCH` may say of a dictionary: entries to set, to change, and to remove.
///
/// A setter of a patch also takes a whole dictionary. A service leaves entries that the body does not name, so that it is
/// told of those that are to go with [`remove`](Self::remove) alone, as a difference does.
///
/// # Examples
///
/// ```
/// use std::collections::BTreeMap;
///
/// use graph_resource::{DictionaryPatch, GraphComplex, GraphResource};
///
/// #[derive(Clone, Debug, PartialEq, GraphComplex)]
/// #[graph_resource(odata_type = "microsoft.graph.plannerAssignment")]
/// pub struct Assignment {
///     pub order_hint: Option<String>,
/// }
///
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/planner/tasks/<id>")]
/// pub struct PlannerTask {
///     pub id: String,
///     pub assignments: BTreeMap<String, Assignment>,
/// }
///
/// let assignments = DictionaryPatch::new().set("ada", Assignment { order_hint: Some(" !".into()) }).remove("bob");
/// let patch = PlannerTaskPatch::new().assignments(assignments);
/// assert_eq!(
///     serde_json::to_string(&patch)?,
///     r##"{"assignments":{"ada":{"@odata.type":"#microsoft.graph.plannerAssignment","orderHint":" !"},"bob":null}}"##
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Source: Microsoft Graph, `plannerAssignments`; Microsoft REST API Guidelines, Graph, "dictionary types".
#[must_use = "a patch changes nothing until it is sent or applied"]
pub struct DictionaryPatch<T: GraphValue>(DictionaryPartial<T>);

impl<T: GraphValue> DictionaryPatch<T> {
    /// A patch without any change.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets an entry: to a value, or by a patch of its members.
    pub fn set(mut self, key: impl Into<String>, value: impl IntoValue<T>) -> Self {
        self.0.0.insert(key.into(), Some(value.into_state()));
        self
    }

    /// Removes an entry: the body holds null.
    pub fn remove(mut self, key: impl Into<String>) -> Self {
        self.0.0.insert(key.into(), None);
        self
    }
}

impl<T: GraphValue> GraphPatch for DictionaryPatch<T> {
    type Partial = DictionaryPartial<T>;
    type Whole = BTreeMap<String, T>;

    fn from_partial(partial: Self::Partial) -> Self {
        Self(partial)
    }

    fn into_partial(self) -> Self::Partial {
        self.0
    }

    fn partial_mut(&mut self) -> &mut Self::Partial {
        &mut self.0
    }
}

impl<T: GraphValue> Default for DictionaryPatch<T> {
    fn default() -> Self {
        Self(DictionaryPartial::default())
    }
}

impl<T: GraphValue> Clone for DictionaryPatch<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T: GraphValue> PartialEq for DictionaryPatch<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T: GraphValue> fmt::Debug for DictionaryPatch<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("DictionaryPatch").field(&self.0).finish()
    }
}

impl<T: GraphValue> Deref for DictionaryPatch<T> {
    type Target = DictionaryPartial<T>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<T: GraphValue> Said for DictionaryPatch<T> {
    type Form = OfPatch;
}

impl<T: GraphValue> Serialize for DictionaryPatch<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.write_to(WriteForm::Patch, to)
    }
}

impl<'de, T: GraphValue> Deserialize<'de> for DictionaryPatch<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        DictionaryPartial::read_from(from, ReadContext::root(ReadMode::Patch), None).map(Self)
    }
}
