//! What of an entity is shown: all but the write-only properties, cut down to a selection.

use serde_json::Value;

use crate::filter::is_of_type;
use crate::patch::Object;
use crate::rules::Rules;

type Paths<'s> = Vec<&'s [String]>;

/// The entity as an answer shows it. Key and control information stay, whatever was selected.
///
/// Source: OData Protocol 4.01, section 11.2.5.1 (`$select`).
pub(crate) fn show(entity: &Object, rules: &Rules, select: Option<&[Vec<String>]>) -> Object {
    let select = select.map(|paths| paths.iter().map(Vec::as_slice).collect());
    object(entity, &mut Vec::new(), rules, select.as_ref())
}

fn object<'a>(from: &'a Object, at: &mut Vec<&'a str>, rules: &Rules, select: Option<&Paths>) -> Object {
    let mut shown = Object::new();
    for (name, value) in from {
        let property = name.split('@').next().unwrap_or_default();
        let is_key = at.is_empty() && property == rules.key_name();
        let inner = match select {
            Some(paths) if !property.is_empty() && !is_key => {
                let tails: Paths = paths.iter().filter_map(|path| tail(without_types(path, from)?, property)).collect();
                if tails.is_empty() {
                    continue;
                }
                // `a,a/b` selects the whole of `a`.
                tails.iter().all(|tail| !tail.is_empty()).then_some(tails)
            }
            _ => None,
        };
        at.push(property);
        if property.is_empty() || !rules.is_write_only(at) {
            shown.insert(name.clone(), value_of(value, at, rules, inner.as_ref()));
        }
        at.pop();
    }
    shown
}

/// The path after the types before its first name; `None` where the object is of another type.
fn without_types<'s>(mut path: &'s [String], object: &Object) -> Option<&'s [String]> {
    while let Some((name, rest)) = path.split_first().filter(|(name, _)| name.contains('.')) {
        if !is_of_type(object, name) {
            return None;
        }
        path = rest;
    }
    Some(path)
}

fn tail<'s>(path: &'s [String], name: &str) -> Option<&'s [String]> {
    path.split_first().filter(|(first, _)| *first == name).map(|(_, tail)| tail)
}

fn value_of<'a>(value: &'a Value, at: &mut Vec<&'a str>, rules: &Rules, select: Option<&Paths>) -> Value {
    match value {
        Value::Object(members) => Value::Object(object(members, at, rules, select)),
        Value::Array(items) => items.iter().map(|item| value_of(item, at, rules, select)).collect(),
        scalar => scalar.clone(),
    }
}

/// What of the new state a PATCH changed: the properties that it named, and those that have another value now. One that
/// is gone is shown as null.
pub(crate) fn changed(old: &Object, new: &Object, body: &Object, rules: &Rules) -> Object {
    let mut shown = show(new, rules, None);
    shown.retain(|name, _| {
        let property = name.split('@').next().unwrap_or_default();
        property.is_empty()
            || property == rules.key_name()
            || body.contains_key(property)
            || old.get(property) != new.get(property)
    });
    for name in show(old, rules, None).keys().filter(|name| !name.contains('@')) {
        if !new.contains_key(name) {
            shown.insert(name.clone(), Value::Null);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{changed, show};
    use crate::patch::Object;
    use crate::rules::Rules;

    fn object(value: Value) -> Object {
        let Value::Object(object) = value else { panic!("an object") };
        object
    }

    #[test]
    fn selection_keeps_key_and_control_information() {
        let entity = object(json!({
            "@odata.type": "#t", "id": "1", "a": 1, "a@odata.type": "#Int64", "b": {"@odata.type": "#u", "c": 2, "d": 3},
            "e": [{"f": 4, "g": 5}],
        }));
        let select = |paths: &[&[&str]]| {
            let paths: Vec<Vec<String>> =
                paths.iter().map(|path| path.iter().map(|&n| n.to_owned()).collect()).collect();
            Value::Object(show(&entity, &Rules::new(), Some(&paths)))
        };
        let always = json!({"@odata.type": "#t", "id": "1"});
        assert_eq!(select(&[]), always);
        assert_eq!(select(&[&["a"]]), json!({"@odata.type": "#t", "id": "1", "a": 1, "a@odata.type": "#Int64"}));
        let nested = json!({"@odata.type": "#t", "id": "1", "b": {"@odata.type": "#u", "c": 2}, "e": [{"g": 5}]});
        assert_eq!(select(&[&["b", "c"], &["e", "g"]]), nested);
        assert_eq!(select(&[&["n.t", "a"]]), always);
        assert_eq!(select(&[&["b", "c"], &["b"]])["b"], json!({"@odata.type": "#u", "c": 2, "d": 3}));
    }

    #[test]
    fn a_type_in_a_selection_asks_for_that_type() {
        let entity = object(json!({"@odata.type": "#n.t", "id": "1", "a": 1, "b": {"@odata.type": "#n.u", "c": 2}}));
        let select = |path: &[&str]| {
            let name = path.iter().find(|name| !name.contains('.')).unwrap();
            let path = path.iter().map(|&name| name.to_owned()).collect();
            show(&entity, &Rules::new(), Some(&[path])).remove(*name)
        };
        assert_eq!(select(&["n.t", "a"]), Some(json!(1)));
        assert_eq!(select(&["n.s", "a"]), None);
        assert_eq!(select(&["n.t", "b", "n.u", "c"]).unwrap()["c"], 2);
        assert_eq!(select(&["b", "n.w", "c"]).unwrap().get("c"), None);
    }

    #[test]
    fn write_only_properties_are_never_shown() {
        let rules = Rules::new().write_only(["secret", "a/secret"]);
        let entity = object(json!({"id": "1", "secret": 1, "a": [{"secret": 2, "b": 3}]}));
        assert_eq!(Value::Object(show(&entity, &rules, None)), json!({"id": "1", "a": [{"b": 3}]}));
    }

    #[test]
    fn what_a_patch_changed() {
        let rules = Rules::new().write_only(["secret"]);
        let old = object(json!({"id": "1", "a": 1, "b": 2, "gone": 3, "kept": 4, "secret": 5}));
        let new = object(json!({"id": "1", "a": 1, "b": 6, "kept": 4}));
        let body = object(json!({"a": 1, "gone": null, "secret": null}));
        assert_eq!(Value::Object(changed(&old, &new, &body, &rules)), json!({"id": "1", "a": 1, "b": 6, "gone": null}));
    }
}
