//! Dynamic members: what a type does not name, in a field marked `additional`.

use core::fmt;
use std::collections::{BTreeMap, BTreeSet};

use serde::ser::SerializeMap;
use serde_json::{Map, Value};

use crate::codec::context::{ApplyMode, Completion, DiffPart, DiffScope, WriteForm};
use crate::codec::merging::{Compare, Walk};
use crate::odata::names::{BIND_SUFFIX, TYPE_KEY, TYPE_SUFFIX, is_own_annotation, position_of_at, type_name};
use crate::odata::table::TypeInfo;

/// The dynamic members of an object that is written, checked: each of them can be read again.
pub(crate) struct Dynamic<'a> {
    info: &'static TypeInfo,
    members: &'a Map<String, Value>,
    /// The types of properties: the name of the property, and its type.
    types: Vec<(&'a str, &'a Value)>,
}

/// A member that would not be read again.
enum Refusal<'a> {
    Declared(&'a str),
    Control(&'a str),
    Annotation(&'a str),
    Alone(&'a str, &'a str),
    Type(&'a str),
}

impl<'a> Dynamic<'a> {
    /// Checks the members for this form.
    pub(crate) fn new<E: serde::ser::Error>(
        info: &'static TypeInfo,
        members: &'a Map<String, Value>,
        form: WriteForm,
    ) -> Result<Self, E> {
        let mut types = Vec::new();
        for (name, value) in members {
            let refusal = match position_of_at(name) {
                None if info.property(name).is_some() => Refusal::Declared(name),
                None => continue,
                // A body may tell the service what no property does; no answer repeats it.
                Some(0) if is_own_annotation(name) => {
                    if form != WriteForm::Local && info.property(name).is_none() {
                        continue;
                    }
                    Refusal::Annotation(name)
                }
                Some(0) if name != TYPE_KEY => Refusal::Control(name),
                Some(0) if is_type(value) => continue,
                // A body may bind a relationship that the type does not name.
                Some(at) if &name[at..] == BIND_SUFFIX && at > 0 => {
                    if form != WriteForm::Local && info.property(&name[..at]).is_none() {
                        continue;
                    }
                    Refusal::Annotation(name)
                }
                Some(at) if at > 0 && &name[at..] != TYPE_SUFFIX => Refusal::Annotation(name),
                Some(at) if at > 0 && is_type(value) => {
                    let property = &name[..at];
                    let is_ours = value.is_null() || form == WriteForm::Local;
                    if is_ours || members.contains_key(property) || info.property(property).is_some() {
                        types.push((property, value));
                        continue;
                    }
                    Refusal::Alone(name, property)
                }
                Some(_) => Refusal::Type(name),
            };
            return Err(E::custom(format_args!("{}", Refused(info, &refusal))));
        }
        Ok(Self { info, members, types })
    }

    /// The type of the object itself.
    pub(crate) fn own_type(&self) -> Option<&'a str> {
        self.members.get(TYPE_KEY).and_then(Value::as_str)
    }

    /// Writes the types of declared properties: before them, for readers that stream.
    pub(crate) fn write_types<M: SerializeMap>(&self, form: WriteForm, map: &mut M) -> Result<(), M::Error> {
        for &(property, value) in &self.types {
            if self.info.property(property).is_some() {
                write_type(property, value, form, map)?;
            }
        }
        Ok(())
    }

    /// Writes the members, each with its type before it.
    pub(crate) fn write<M: SerializeMap>(&self, form: WriteForm, map: &mut M) -> Result<(), M::Error> {
        for (name, value) in self.members {
            if name == TYPE_KEY || (!self.types.is_empty() && name.ends_with(TYPE_SUFFIX)) {
                continue;
            }
            // Null stands for "remove": an order that only a change can give.
            if value.is_null() && (form.is_new() || form == WriteForm::Parameter) {
                continue;
            }
            // A removed member takes its type along.
            if !value.is_null() || form == WriteForm::Local {
                let own = self.types.iter().find(|(property, _)| property == name);
                own.map_or(Ok(()), |(_, value)| write_type(name, value, form, map))?;
            }
            map.serialize_entry(name, value)?;
        }
        // In the local form, the type of a property that is not here: it was selected without the property.
        for &(property, value) in &self.types {
            if !self.members.contains_key(property) && self.info.property(property).is_none() {
                write_type(property, value, form, map)?;
            }
        }
        Ok(())
    }
}

/// The name of a type, or null where there is none.
fn is_type(value: &Value) -> bool {
    match value {
        Value::String(name) => !type_name(name).is_empty(),
        value => value.is_null(),
    }
}

/// Writes the type of a property. Null is none, which only the local form says; in a URL there is no place for it.
fn write_type<M: SerializeMap>(property: &str, value: &Value, form: WriteForm, map: &mut M) -> Result<(), M::Error> {
    if form == WriteForm::Parameter || (value.is_null() && form != WriteForm::Local) {
        return Ok(());
    }
    map.serialize_entry(&format_args!("{property}{TYPE_SUFFIX}"), value)
}

/// What to say of a declared property among the dynamic ones.
pub(crate) fn declared_twice(info: &TypeInfo, name: &str) -> String {
    format!("`additional` holds `{name}`, a declared property of `{}`; set the property instead", info.name)
}

struct Refused<'a>(&'static TypeInfo, &'a Refusal<'a>);

impl fmt::Display for Refused<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(info, refusal) = self;
        match refusal {
            Refusal::Declared(name) => f.write_str(&declared_twice(info, name)),
            Refusal::Control(name) => write!(f, "`additional` holds `{name}`, which is control information; remove it"),
            Refusal::Annotation(name) => {
                write!(f, "`additional` holds `{name}`, an annotation that is not read again; remove it")
            }
            Refusal::Alone(name, property) => {
                write!(f, "`additional` holds `{name}`, but no property `{property}`; remove it, or add the property")
            }
            Refusal::Type(name) => {
                write!(f, "`additional` holds `{name}` without the name of a type; write it as a string")
            }
        }
    }
}

pub(crate) fn diff_additional(
    old: &Map<String, Value>,
    new: &Map<String, Value>,
    scope: DiffScope<'_>,
) -> Map<String, Value> {
    let nulled = |name: &String| (name.clone(), Value::Null);
    match scope {
        DiffScope::Unsent(_) | DiffScope::Inside(DiffPart::Fixed | DiffPart::WriteOnly | DiffPart::Key) => {
            return Map::new();
        }
        DiffScope::Inside(DiffPart::All | DiffPart::Sent) => return new.clone(),
        DiffScope::Inside(DiffPart::Restated) => {}
        DiffScope::Merging { walk, .. } => {
            return taken(diff_additional(old, new, DiffScope::Writable { members: true }), *walk);
        }
        _ if old == new => return Map::new(),
        _ => {}
    }
    // An annotation is for one request: to forget it is no order.
    let mut removed = old.keys().filter(|&name| !new.contains_key(name) && !is_own_annotation(name));
    match scope {
        DiffScope::Probe(seen) => {
            seen.look(|| true);
            if removed.next().is_some() {
                seen.note_removal();
            }
            Map::new()
        }
        DiffScope::Inside(DiffPart::Restated) => {
            let mut all = new.clone();
            all.extend(removed.map(nulled));
            all
        }
        DiffScope::Unsent(_) | DiffScope::Inside(_) => removed.map(nulled).collect(),
        DiffScope::Merging { .. } | DiffScope::Writable { .. } => {
            let differs = |name: &str| old.get(name) != new.get(name);
            // A member is sent with its type, which may be needed to read it, and a type with the member.
            let types = old.keys().chain(new.keys()).filter_map(|name| Some((name, name.strip_suffix(TYPE_SUFFIX)?)));
            let types = types.filter(|(name, property)| !property.is_empty() && differs(name));
            let retyped: BTreeSet<&str> = types.map(|(_, property)| property).collect();
            let changed = new.iter().filter(|&(name, _)| {
                let of = name.strip_suffix(TYPE_SUFFIX);
                differs(name)
                    || retyped.contains(&**name)
                    || of.is_some_and(|of| !of.is_empty() && new.contains_key(of) && differs(of))
            });
            changed.map(|(name, value)| (name.clone(), value.clone())).chain(removed.map(nulled)).collect()
        }
    }
}

/// What is taken of a change, member by member. A member and its type are one.
#[cold]
fn taken(changed: Map<String, Value>, walk: &dyn Walk) -> Map<String, Value> {
    let mut known: BTreeMap<String, bool> = BTreeMap::new();
    let mut is_taken = |name: &str| {
        let member = name.strip_suffix(TYPE_SUFFIX).filter(|member| !member.is_empty()).unwrap_or(name);
        *known.entry(member.to_owned()).or_insert_with(|| {
            if walk.enter(member) == Compare::Not {
                return false;
            }
            walk.note();
            walk.leave(member, false)
        })
    };
    changed.into_iter().filter(|(name, _)| is_taken(name)).collect()
}

/// The name of the annotation that holds a property's type. A property without a name can have none.
pub(crate) fn type_of(property: &str) -> Option<String> {
    (!property.is_empty()).then(|| format!("{property}{TYPE_SUFFIX}"))
}

/// Applies what is stated of dynamic members. Null removes one, and its type with it. In a value that is to be sent, it
/// stays as an order; an answer may repeat a null that an unknown object holds, and a representation states all members.
pub(crate) fn apply_additional(
    info: &TypeInfo,
    additional: &mut Map<String, Value>,
    mut stated: Map<String, Value>,
    mode: ApplyMode,
) {
    // Refused where the patch is written; a whole never holds a declared name among the others.
    stated.retain(|name, _| info.property(name).is_none());
    if mode == ApplyMode::Compose {
        return merge_additional(additional, stated);
    }
    let is_null = |members: &Map<String, Value>, name: &str| members.get(name).is_some_and(Value::is_null);
    if matches!(mode, ApplyMode::Representation | ApplyMode::State) {
        additional.retain(|name, value| value.is_null() && is_null(&stated, name));
    }
    let is_answer = matches!(mode, ApplyMode::Answer | ApplyMode::Representation | ApplyMode::State);
    for own_type in stated.iter().filter(|(_, value)| value.is_null()).filter_map(|(name, _)| type_of(name)) {
        if !stated.contains_key(&own_type) {
            additional.remove(&own_type);
        }
    }
    for (name, value) in stated {
        if !value.is_null() {
            additional.insert(name, value);
        } else if !(is_answer && is_null(additional, &name)) {
            additional.remove(&name);
        }
    }
}

/// Composes what is stated of dynamic members: `earlier`, then `later`.
pub(crate) fn merge_additional(earlier: &mut Map<String, Value>, later: Map<String, Value>) {
    for (name, value) in &later {
        let was_removed = earlier.get(name).is_some_and(Value::is_null);
        if !was_removed && !value.is_null() {
            continue;
        }
        let Some(own_type) = type_of(name) else { continue };
        if later.contains_key(&own_type) {
            continue;
        }
        if value.is_null() {
            earlier.remove(&own_type);
        } else if !earlier.contains_key(&own_type) {
            // The type that it had went with it.
            earlier.insert(own_type, Value::Null);
        }
    }
    earlier.extend(later);
}

pub(crate) fn drop_nulls(additional: &mut Map<String, Value>) {
    // To look first is cheaper: mostly there is none.
    if additional.values().any(Value::is_null) {
        additional.retain(|_, value| !value.is_null());
    }
}

/// Drops the types of properties that are null.
pub(crate) fn drop_types(additional: &mut Map<String, Value>) {
    let nulls = additional.iter().filter(|(_, value)| value.is_null()).filter_map(|(name, _)| type_of(name));
    for name in nulls.collect::<Vec<_>>() {
        additional.remove(&name);
    }
}

impl Completion {
    /// The dynamic properties of a whole: those that are null are not there.
    #[must_use]
    pub fn additional(&self, mut additional: Map<String, Value>) -> Map<String, Value> {
        drop_nulls(&mut additional);
        additional
    }
}
