//! Dynamic members: what a type does not name, in a field marked `additional`.

use serde::ser::{Error as _, SerializeMap};
use serde_json::{Map, Value};

use crate::codec::context::{Completion, DiffPart, DiffScope, WriteForm};
use crate::odata::names::{TYPE_KEY, TYPE_SUFFIX};
use crate::odata::table::TypeInfo;

pub(crate) fn write_additional<M: SerializeMap>(
    info: &TypeInfo,
    additional: &Map<String, Value>,
    form: WriteForm,
    map: &mut M,
) -> Result<(), M::Error> {
    for (name, value) in additional {
        if name == TYPE_KEY {
            continue;
        }
        if info.property(name).is_some() {
            return Err(M::Error::custom(format_args!(
                "`additional` holds `{name}`, a declared property of `{}`; set the property instead",
                info.name
            )));
        }
        // Null stands for "remove": an order that only a change can give.
        if value.is_null() && matches!(form, WriteForm::Create | WriteForm::Item | WriteForm::Parameter) {
            continue;
        }
        // A removed member takes the annotation of its type along; null is no type.
        if value.is_null() && form != WriteForm::Local && name.ends_with(TYPE_SUFFIX) {
            continue;
        }
        map.serialize_entry(name, value)?;
    }
    Ok(())
}

pub(crate) fn diff_additional(
    old: &Map<String, Value>,
    new: &Map<String, Value>,
    scope: DiffScope<'_>,
) -> Map<String, Value> {
    let nulled = |name: &String| (name.clone(), Value::Null);
    if matches!(scope, DiffScope::Inside(DiffPart::Fixed | DiffPart::WriteOnly | DiffPart::Key)) || old == new {
        return Map::new();
    }
    let mut removed = old.keys().filter(|&name| !new.contains_key(name));
    match scope {
        DiffScope::Probe(seen) => {
            seen.differs.set(true);
            if removed.next().is_some() {
                seen.removes.set(true);
            }
            Map::new()
        }
        DiffScope::Inside(_) => removed.map(nulled).collect(),
        DiffScope::Writable { .. } => {
            let differs = |name: &str| old.get(name) != new.get(name);
            // A member is sent with the annotation of its type, which may be needed to read it.
            let changed = new.iter().filter(|&(name, _)| {
                differs(name) || name.strip_suffix(TYPE_SUFFIX).is_some_and(|of| new.contains_key(of) && differs(of))
            });
            changed.map(|(name, value)| (name.clone(), value.clone())).chain(removed.map(nulled)).collect()
        }
    }
}

pub(crate) fn drop_nulls(additional: &mut Map<String, Value>) {
    // To look first is cheaper: mostly there is none.
    if additional.values().any(Value::is_null) {
        additional.retain(|_, value| !value.is_null());
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
