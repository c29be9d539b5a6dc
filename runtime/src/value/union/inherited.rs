//! The state of a base type, applied to a value of a derived type.
//!
//! The two types share names and nothing else, so a state goes from one to the other as JSON. Each member goes by itself:
//! one that the derived type cannot hold takes no other along.
//!
//! Applied to a value, a member is read as the base type declares it, changed, and put back whole. So two changes in a row
//! do what they do to a value of the base type, as long as the derived type can hold the outcome of each. Where it declares
//! a member otherwise, it may refuse an outcome. Then the two may end otherwise than their composition, which knows only
//! the last outcome.
//!
//! Source: OData CSDL 4.0, sections 8.1.2 and 9.1.2: a derived type inherits the properties of its base as they are.

use serde::de::{DeserializeSeed, MapAccess};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::de::StrRead;
use serde_json::value::RawValue;

use crate::codec::context::{ApplyMode, Completion, Member, ReadContext, ReadMode, WriteForm};
use crate::codec::derived::{Structured, StructuredPartial};
use crate::codec::slot::{Slot, StateVisitor};
use crate::odata::names::TYPE_KEY;
use crate::odata::table::PropertyInfo;
use crate::value::union::types::{GraphUnion, Held, Onto, Projection};

/// Applies a state of the base type to a value of another one. Members that the value cannot hold are left out.
pub(crate) fn fold_inherited<U: GraphUnion>(value: &mut U, state: &U::State, mode: ApplyMode) {
    let Ok(text) = serde_json::to_string(&Local::<U>::Value(value)) else { return };
    let Ok(held) = serde_json::from_str::<Held<'_>>(&text) else { return };
    for state in projected::<U>(state, value.variant_index(), Some(Onto { held: &held, mode })) {
        let _ = value.apply_state(state, mode);
    }
}

/// A state of the base type, in a body, as a state of this variant. Members that it cannot hold are left out.
pub(crate) fn inherited<U: GraphUnion>(state: &U::State, variant: usize) -> Option<U::State> {
    projected::<U>(state, variant, None).reduce(|mut state, later| {
        // Both are of one type.
        let _ = U::merge_state(&mut state, later);
        state
    })
}

fn projected<U: GraphUnion>(
    state: &U::State,
    variant: usize,
    onto: Option<Onto<'_>>,
) -> impl Iterator<Item = U::State> {
    let mut projection = Projection { target: U::TABLES[variant], onto, stated: Vec::new() };
    U::project_state(state, &mut projection);
    projection.stated.into_iter().filter_map(move |(text, mode)| read_text::<U>(variant, &text, mode))
}

/// A state of an answer as a state of this variant.
pub(crate) fn recast<U: GraphUnion>(state: &U::State, variant: usize) -> Option<U::State> {
    let text = serde_json::to_string(&Local::<U>::State(state)).ok()?;
    let mut members: Held<'_> = serde_json::from_str(&text).ok()?;
    members.remove(TYPE_KEY);
    read_text::<U>(variant, &serde_json::to_string(&members).ok()?, ReadMode::Local)
}

fn read_text<U: GraphUnion>(variant: usize, text: &str, mode: ReadMode) -> Option<U::State> {
    let mut state = None;
    let mut from = serde_json::Deserializer::from_str(text);
    U::read_state(variant, &mut from, ReadContext::root(mode), None, &mut state).ok()?;
    state
}

impl Projection<'_> {
    pub(crate) fn project<P: StructuredPartial>(&mut self, state: &P) {
        let info = <P::Whole as Structured>::TYPE;
        state.visit_properties(&mut Properties { projection: self, rows: info.properties });
        for (name, value) in state.additional().into_iter().flatten() {
            if name != TYPE_KEY && info.property(name).is_none() {
                self.state(ReadMode::Values, |to| to.serialize_entry(name, value));
            }
        }
        if let (Some(bindings), None) = (state.bindings(), self.onto) {
            self.state(ReadMode::Local, |to| bindings.write(info, to));
        }
    }

    /// States the member that the function writes. One that cannot be written is left out.
    fn state(&mut self, mode: ReadMode, write: impl FnOnce(&mut Members<'_>) -> Result<(), serde_json::Error>) {
        let mut text = Vec::new();
        let mut json = serde_json::Serializer::new(&mut text);
        let written = json.serialize_map(None).and_then(|mut members| {
            write(&mut members)?;
            members.end()
        });
        if let (Ok(()), Ok(text)) = (written, String::from_utf8(text)) {
            self.stated.push((text, mode));
        }
    }
}

/// An object on its way into a text.
type Members<'t> = serde_json::ser::Compound<'t, &'t mut Vec<u8>, serde_json::ser::CompactFormatter>;

struct Properties<'r, 'h> {
    projection: &'r mut Projection<'h>,
    rows: &'static [PropertyInfo],
}

impl StateVisitor for Properties<'_, '_> {
    fn visit<S: Slot>(&mut self, index: usize, state: &S::State) {
        let PropertyInfo { name, flags } = self.rows[index];
        if S::is_absent(state) || !flags.is_patchable() {
            return;
        }
        let target = self.projection.target;
        let declared = target.property(name);
        if !declared.map_or(target.open, |row| row.flags.is_patchable()) {
            return;
        }
        let place = |form, null| Member { name, form, null };
        match self.projection.onto {
            Some(Onto { held, mode }) => {
                let Some(field) = changed::<S>(held.get(name).copied(), name, state) else { return };
                // An undeclared member of a value that is to be sent is written as an item is.
                let sent = declared.is_none() && mode == ApplyMode::Compose;
                let form = if sent { WriteForm::Item } else { WriteForm::Local };
                self.projection.state(ReadMode::Values, |to| S::write(&field, place(form, true), to));
            }
            None if declared.is_some() && S::is_whole(state) => {
                self.projection.state(ReadMode::Values, |to| S::write_state(state, place(WriteForm::Local, false), to));
            }
            None => {
                self.projection.state(ReadMode::Local, |to| S::write_state(state, place(WriteForm::Patch, false), to));
            }
        }
    }
}

/// The field that the base type would have, as the value holds it, changed. Nulls that order a removal are not kept in
/// it: a member that the value keeps undeclared cannot carry out the order later.
fn changed<S: Slot>(held: Option<&RawValue>, name: &'static str, state: &S::State) -> Option<S::Field> {
    let held = held.and_then(|held| {
        let mut json = serde_json::Deserializer::from_str(held.get());
        let cx = ReadContext::root(ReadMode::Values);
        let mut state = S::State::default();
        S::read(&mut One(&mut json), cx, &mut state).ok()?;
        S::complete(state, name, &mut Completion::of_whole())
    });
    match held.or_else(|| S::complete(S::State::default(), name, &mut Completion::of_whole())) {
        Some(mut field) => {
            S::apply(&mut field, state.clone(), ApplyMode::Patch);
            Some(field)
        }
        None => S::start(state.clone(), ApplyMode::Patch),
    }
}

/// The value of a member, after its name.
struct One<'j, 'de>(&'j mut serde_json::Deserializer<StrRead<'de>>);

impl<'de> MapAccess<'de> for One<'_, 'de> {
    type Error = serde_json::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, _: K) -> Result<Option<K::Value>, Self::Error> {
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Self::Error> {
        seed.deserialize(&mut *self.0)
    }
}

/// The local form.
enum Local<'s, U: GraphUnion> {
    Value(&'s U),
    State(&'s U::State),
}

impl<U: GraphUnion> Serialize for Local<'_, U> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Value(value) => value.write_value(WriteForm::Local, to),
            Self::State(state) => U::write_state(state, false, WriteForm::Local, to),
        }
    }
}
