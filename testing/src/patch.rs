//! Writing a request body into an entity: OData's merge, and the rules of the service.
//!
//! It is written against the specification and knows nothing of the patches that a client builds.
//!
//! Source: OData Protocol 4.01, section 11.4.3 (update an entity); OData JSON Format 4.0, section 4.5 (control
//! information).

use serde_json::{Map, Value};

use crate::errors::Refusal;
use crate::rules::{ComplexUpdate, OnReadOnly, Rules};

pub(crate) type Object = Map<String, Value>;

const TYPE: &str = "@odata.type";

/// What the body is for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Mode {
    Create,
    Update,
}

/// Writes `body` into `entity`: all of it, or nothing.
pub(crate) fn write(entity: &mut Object, body: &Object, rules: &Rules, mode: Mode) -> Result<(), Refusal> {
    if mode == Mode::Update {
        check_identity(entity, body, rules)?;
    }
    let mut next = entity.clone();
    let mut writer = Writer { rules, mode, path: Vec::new() };
    writer.members(&mut next, body)?;
    *entity = next;
    Ok(())
}

/// Key and type cannot change. Repeating them is fine.
fn check_identity(entity: &Object, body: &Object, rules: &Rules) -> Result<(), Refusal> {
    let key = rules.key_name();
    if let (Some(has), Some(said)) = (entity.get(key), body.get(key))
        && has != said
    {
        return Err(Refusal::bad_request(format!("the key property '{key}' cannot be changed")));
    }
    if let (Some(Value::String(has)), Some(said)) = (entity.get(TYPE), body.get(TYPE))
        && *has != type_name(said)?
    {
        return Err(Refusal::bad_request("the type of an entity cannot be changed"));
    }
    Ok(())
}

struct Writer<'a> {
    rules: &'a Rules,
    mode: Mode,
    path: Vec<&'a str>,
}

impl<'a> Writer<'a> {
    fn members(&mut self, target: &mut Object, patch: &'a Object) -> Result<(), Refusal> {
        for (name, value) in patch {
            if name == TYPE {
                self.type_of_value(target, value)?;
            } else if !name.contains('@') {
                self.path.push(name);
                let written = self.member(target, name, value, patch);
                self.path.pop();
                written?;
            }
            // Other control information says nothing in a request: not even `@odata.etag`.
        }
        Ok(())
    }

    /// An entity has its type from its creation; a complex value has the one that was said last.
    fn type_of_value(&self, target: &mut Object, value: &Value) -> Result<(), Refusal> {
        let name = type_name(value)?;
        if !self.path.is_empty() || self.mode == Mode::Create {
            target.insert(TYPE.to_owned(), Value::String(name));
        }
        Ok(())
    }

    fn member(&mut self, target: &mut Object, name: &'a str, value: &'a Value, patch: &Object) -> Result<(), Refusal> {
        let (_, parent) = self.path.split_last().unwrap_or((&"", &[]));
        if parent.is_empty() && name == self.rules.key_name() && self.mode == Mode::Update {
            return Ok(());
        }
        if !self.rules.is_known(parent, name) {
            return Err(self.refuse("does not exist"));
        }
        let dynamic = self.rules.is_dynamic(parent, name);
        let guarded =
            self.rules.is_read_only(&self.path) || (self.mode == Mode::Update && self.rules.is_create_only(&self.path));
        if guarded {
            return match self.rules.on_read_only {
                OnReadOnly::Refuse => Err(self.refuse("is read-only")),
                OnReadOnly::Ignore => Ok(()),
            };
        }
        if value.is_null() && self.rules.is_not_null(&self.path) {
            return Err(self.refuse("cannot be null"));
        }
        let annotation = format!("{name}{TYPE}");
        target.remove(&annotation);
        if value.is_null() && dynamic {
            target.remove(name);
            return Ok(());
        }
        if let Some(said) = patch.get(&annotation).filter(|_| !value.is_null()) {
            target.insert(annotation, Value::String(type_name(said)?));
        }
        match (target.get_mut(name), value) {
            (Some(Value::Object(old)), Value::Object(patch)) if !is_another_type(old, patch)? => {
                if self.rules.complex_update == ComplexUpdate::Merge {
                    return self.members(old, patch);
                }
                let mut new = Object::new();
                self.members(&mut new, patch)?;
                keep_read_only(old, &mut new, self.rules, &mut self.path.clone());
                *old = new;
            }
            _ => {
                let new = self.fresh(value)?;
                target.insert(name.to_owned(), new);
            }
        }
        Ok(())
    }

    /// A value that was not there before. Items of collections are always fresh.
    fn fresh(&mut self, value: &'a Value) -> Result<Value, Refusal> {
        Ok(match value {
            Value::Object(patch) => {
                let mut new = Object::new();
                self.members(&mut new, patch)?;
                Value::Object(new)
            }
            Value::Array(items) => Value::Array(items.iter().map(|item| self.fresh(item)).collect::<Result<_, _>>()?),
            scalar => scalar.clone(),
        })
    }

    fn refuse(&self, what: &str) -> Refusal {
        Refusal::bad_request(format!("the property '{}' {what}", self.path.join("/")))
    }
}

/// Whether the body makes a complex value one of another type: it begins anew then, and nothing of the old one stays.
///
/// Source: OData Protocol 4.02, section 11.4.3, which drops what the new type does not declare.
fn is_another_type(old: &Object, patch: &Object) -> Result<bool, Refusal> {
    let said = patch.get(TYPE).map(type_name).transpose()?;
    Ok(said.is_some_and(|said| old.get(TYPE).is_some_and(|has| *has != said)))
}

/// A client cannot send read-only members, so replacing a value must not take them away.
fn keep_read_only<'a>(old: &'a Object, new: &mut Object, rules: &Rules, path: &mut Vec<&'a str>) {
    for (name, value) in old {
        path.push(name);
        if rules.is_read_only(path) {
            new.insert(name.clone(), value.clone());
        } else if let (Value::Object(old), Some(Value::Object(new))) = (value, new.get_mut(name)) {
            keep_read_only(old, new, rules, path);
        }
        path.pop();
    }
}

/// A type name as it is stored and shown: `#` and the qualified name. The `#` may be missing in a request, and the name
/// may be the end of a URL.
///
/// Source: OData JSON Format 4.0, section 4.5.3.
pub(crate) fn type_name(value: &Value) -> Result<String, Refusal> {
    match value.as_str().map(|text| text.rsplit('#').next().unwrap_or_default()) {
        Some(name) if !name.is_empty() => Ok(format!("#{name}")),
        _ => Err(Refusal::bad_request("the value of '@odata.type' must be the name of a type")),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Mode, write};
    use crate::rules::{ComplexUpdate, OnReadOnly, Rules};

    fn apply(rules: &Rules, mode: Mode, entity: Value, body: Value) -> Result<Value, String> {
        let (Value::Object(mut entity), Value::Object(body)) = (entity, body) else { panic!("two objects") };
        let before = entity.clone();
        match write(&mut entity, &body, rules, mode) {
            Ok(()) => Ok(Value::Object(entity)),
            Err(refusal) => {
                assert_eq!(entity, before, "a refused body changes nothing");
                Err(refusal.message)
            }
        }
    }

    fn patch(rules: &Rules, entity: Value, body: Value) -> Result<Value, String> {
        apply(rules, Mode::Update, entity, body)
    }

    #[test]
    fn absent_leaves_null_clears_and_a_value_sets() {
        let entity = json!({"id": "1", "a": 1, "b": 2, "c": [1, 2]});
        let patched = patch(&Rules::new(), entity, json!({"b": null, "c": [3], "d": "x"}));
        assert_eq!(patched.unwrap(), json!({"id": "1", "a": 1, "b": null, "c": [3], "d": "x"}));
    }

    #[test]
    fn complex_values_merge_at_every_depth() {
        let entity = json!({"a": {"b": {"c": 1, "d": 2}, "e": 3}});
        let body = json!({"a": {"b": {"c": null}, "f": {"g": null}}});
        let merged = patch(&Rules::new(), entity.clone(), body.clone()).unwrap();
        assert_eq!(merged, json!({"a": {"b": {"c": null, "d": 2}, "e": 3, "f": {"g": null}}}));
        let rules = Rules::new().complex_update(ComplexUpdate::Replace);
        assert_eq!(patch(&rules, entity, body).unwrap(), json!({"a": {"b": {"c": null}, "f": {"g": null}}}));
    }

    #[test]
    fn a_patch_that_names_every_member_means_the_same_to_both() {
        let entity = json!({"a": {"b": 1, "c": {"d": 2, "e": 3}, "f": 4}});
        let body = json!({"a": {"b": null, "c": {"d": 5, "e": null}, "f": 4}});
        let merged = patch(&Rules::new(), entity.clone(), body.clone());
        let replaced = patch(&Rules::new().complex_update(ComplexUpdate::Replace), entity, body);
        assert_eq!(merged, replaced);
    }

    #[test]
    fn a_complex_value_can_be_cleared_and_made_anew() {
        let cleared = patch(&Rules::new(), json!({"a": {"b": 1}}), json!({"a": null})).unwrap();
        assert_eq!(cleared, json!({"a": null}));
        let made = patch(&Rules::new(), cleared, json!({"a": {"c": 1, "@odata.etag": "x"}})).unwrap();
        assert_eq!(made, json!({"a": {"c": 1}}));
    }

    #[test]
    fn null_removes_dynamic_members_only() {
        let rules = Rules::new().open("who/*", ["id"]).open("map", [""; 0]);
        let entity = json!({"who": {"user": {"id": "1", "tenantId": "2"}}, "map": {"k": {"x": 1}, "l": {}}});
        let body = json!({"who": {"user": {"id": null, "tenantId": null}}, "map": {"k": null}});
        let patched = patch(&rules, entity, body).unwrap();
        assert_eq!(patched, json!({"who": {"user": {"id": null}}, "map": {"l": {}}}));
    }

    #[test]
    fn guarded_properties() {
        let rules = Rules::new().read_only(["a", "b/c"]).create_only(["d"]).not_null(["e", "f/g"]);
        let entity = json!({"id": "1", "b": {"c": 1}, "f": []});
        for (body, why) in [
            (json!({"a": 1}), "the property 'a' is read-only"),
            (json!({"a": null}), "the property 'a' is read-only"),
            (json!({"x": 1, "b": {"c": 2}}), "the property 'b/c' is read-only"),
            (json!({"d": 1}), "the property 'd' is read-only"),
            (json!({"e": null}), "the property 'e' cannot be null"),
            (json!({"f": [{"g": null}]}), "the property 'f/g' cannot be null"),
            (json!({"id": "2"}), "the key property 'id' cannot be changed"),
        ] {
            assert_eq!(patch(&rules, entity.clone(), body), Err(why.to_owned()));
        }
        assert_eq!(patch(&rules, entity.clone(), json!({"id": "1"})).unwrap(), entity);
        assert!(apply(&rules, Mode::Create, json!({}), json!({"id": "1", "d": 1})).is_ok());

        let rules = rules.on_read_only(OnReadOnly::Ignore).complex_update(ComplexUpdate::Replace);
        let patched = patch(&rules, entity, json!({"a": 1, "b": {"c": 2, "x": 3}})).unwrap();
        assert_eq!(patched, json!({"id": "1", "b": {"c": 1, "x": 3}, "f": []}));
    }

    #[test]
    fn closed_types() {
        let rules = Rules::new().closed("", ["a"]).closed("a", ["b"]);
        assert!(patch(&rules, json!({}), json!({"a": {"b": 1}})).is_ok());
        let refused = patch(&rules, json!({}), json!({"a": {"B": 1}}));
        assert_eq!(refused, Err("the property 'a/B' does not exist".to_owned()));
    }

    #[test]
    fn types_are_read_with_and_without_the_hash() {
        let entity = json!({"@odata.type": "#t.person", "who": {"id": "1"}});
        let body = json!({"@odata.type": "t.person", "who": {"@odata.type": "https://example.com/$metadata#t.user"}});
        let patched = patch(&Rules::new(), entity.clone(), body).unwrap();
        assert_eq!(patched["who"], json!({"@odata.type": "#t.user", "id": "1"}));
        assert!(patch(&Rules::new(), entity.clone(), json!({"@odata.type": "#t.group"})).is_err());
        assert!(patch(&Rules::new(), entity, json!({"who": {"@odata.type": 7}})).is_err());
        // The declared type of an entity without one is not shown from then on.
        assert_eq!(patch(&Rules::new(), json!({}), json!({"@odata.type": "#t.person"})).unwrap(), json!({}));
        let made = apply(&Rules::new(), Mode::Create, json!({}), json!({"@odata.type": "t.person"}));
        assert_eq!(made.unwrap(), json!({"@odata.type": "#t.person"}));
    }

    #[test]
    fn a_complex_value_of_another_type_begins_anew() {
        let entity = || json!({"sender": {"@odata.type": "#a.bot", "name": "x", "version": "1"}});
        for update in [ComplexUpdate::Merge, ComplexUpdate::Replace] {
            let rules = Rules::new().complex_update(update).read_only(["sender/version"]);
            let changed =
                apply(&rules, Mode::Update, entity(), json!({"sender": {"@odata.type": "a.person", "age": 4}}));
            assert_eq!(changed.unwrap(), json!({"sender": {"@odata.type": "#a.person", "age": 4}}));
        }
        // Of the same type, or without one, it is changed.
        for body in [json!({"@odata.type": "#a.bot", "age": 4}), json!({"age": 4})] {
            let changed = apply(&Rules::new(), Mode::Update, entity(), json!({"sender": body}));
            assert_eq!(
                changed.unwrap(),
                json!({"sender": {"@odata.type": "#a.bot", "name": "x", "version": "1", "age": 4}})
            );
        }
    }

    #[test]
    fn the_type_of_a_dynamic_property_goes_with_it() {
        let rules = Rules::new().open("", [""; 0]);
        let body = json!({"n@odata.type": "Int64", "n": 1, "m@odata.type": "#Int64", "x@odata.bind": "y"});
        let patched = patch(&rules, json!({}), body).unwrap();
        assert_eq!(patched, json!({"n@odata.type": "#Int64", "n": 1}));
        assert_eq!(patch(&rules, patched, json!({"n": null})).unwrap(), json!({}));
    }
}
