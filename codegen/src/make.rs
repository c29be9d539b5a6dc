//! Items made of types.

use std::collections::BTreeSet;

use graph_resource_schema::{Deprecation, Member, Permission, Primitive, Type, TypeKind, ValueType};

use crate::item::{BASE, Entry, Form, Item, REST};
use crate::names;
use crate::plan::{Plan, is_json, keys_of};

impl<'i> Plan<'i, '_> {
    /// The first paragraph is what the user's CSDL file says, where it says something.
    fn docs_of_type(&self, of_type: Type<'i>, what: &str) -> Vec<String> {
        let name = of_type.qualified_name();
        let mut docs: Vec<_> = self.docs.get(name, None).map(str::to_owned).into_iter().collect();
        docs.push(format!("{what}`{name}` of Microsoft Graph {}.", self.index.version()));
        docs.extend(of_type.deprecation().map(note));
        docs
    }

    fn docs_of(&self, owner: Type<'i>, member: &str, deprecation: Option<Deprecation<'i>>) -> Vec<String> {
        let text = self.docs.get(owner.qualified_name(), Some(member)).map(str::to_owned);
        text.into_iter().chain(deprecation.map(note)).collect()
    }

    /// The path of an entity type, and whether something else than the type is declared there.
    fn path(&self, of_type: Type<'i>) -> Option<(String, bool)> {
        if let Some(path) = self.order.path.as_ref().filter(|_| self.is_requested(of_type)) {
            let there = self.index.walk(path).ok().and_then(|place| place.declared());
            return Some((path.clone(), there != Some(of_type)));
        }
        let path = if of_type.kind() == TypeKind::Entity { self.paths.to(of_type)? } else { return None };
        Some((path.template.clone(), path.of_type != of_type))
    }

    /// The option by which the compiler compares a type with the metadata, if wanted. It names the type where nothing
    /// else does.
    fn schema(&self, of_type: Type<'i>, is_named: bool) -> Option<String> {
        let version = self.index.version();
        let name = if is_named { String::new() } else { format!("#{}", of_type.qualified_name()) };
        self.order.schema.then(|| format!("schema = \"{version}{name}\""))
    }

    pub(crate) fn structure(&self, of_type: Type<'i>) -> Item {
        let path = self.path(of_type);
        // A value that may be of other types says which it is of.
        let is_base = self.is_union(of_type);
        let states_type = is_base || path.as_ref().is_some_and(|(_, is_other)| *is_other);
        let mut options: Vec<_> = path.iter().map(|(path, _)| format!("path = \"{path}\"")).collect();
        options.extend(states_type.then(|| format!("odata_type = \"{}\"", of_type.qualified_name())));
        options.extend(self.schema(of_type, states_type || path.is_some()));
        let keys = path.as_ref().map_or(Vec::new(), |(path, _)| keys_of(path));
        let mut taken = BTreeSet::new();
        let mut entries: Vec<_> = self
            .members(of_type)
            .into_iter()
            .map(|member| self.field(of_type, member, &keys, path.is_some(), &mut taken))
            .collect();
        let has_default = path.is_none()
            && entries.iter().all(|entry| entry.value.starts_with("Option<") || entry.value.starts_with("Vec<"));
        if self.keeps_rest(of_type) {
            let name = free("additional", &mut taken);
            entries.push(Entry {
                key: REST.to_owned(),
                docs: vec!["Properties that the type does not declare.".to_owned()],
                options: vec!["additional".to_owned()],
                form: Form::Field,
                name,
                value: "Map<String, Value>".to_owned(),
            });
        }
        let derive = if path.is_some() { "GraphResource" } else { "GraphComplex" };
        let mut derives = vec!["Clone", "Debug"];
        derives.extend(has_default.then_some("Default"));
        derives.extend(["PartialEq", derive]);
        Item {
            name: self.names.of_type(of_type).to_owned(),
            is_struct: true,
            docs: self.docs_of_type(of_type, ""),
            derives,
            options,
            entries,
            base: None,
            // An entity that something else leads to may have been picked apart by its own order.
            completes: self.is_requested(of_type) || of_type.kind() == TypeKind::Complex,
        }
    }

    fn field(
        &self,
        of_type: Type<'i>,
        member: Member<'i>,
        keys: &[&str],
        is_resource: bool,
        taken: &mut BTreeSet<String>,
    ) -> Entry {
        let name = free(&field_name(of_type, member), taken);
        let is_own_key = of_type.key().any(|key| key == member.name());
        let is_key = keys.contains(&&*names::snake(member.name()));
        let mut options = Vec::new();
        let value = self.reference(of_type.namespace(), member);
        let text = if member.is_relationship() {
            options.push("navigation".to_owned());
            if member.is_collection() { format!("Option<Vec<{value}>>") } else { format!("Option<Box<{value}>>") }
        } else if is_key {
            value
        } else {
            let is_read_only =
                member.is_computed() || member.permission() == Some(Permission::Read) || is_own_key && is_resource;
            if is_read_only {
                options.push("read_only".to_owned());
            } else if member.is_immutable() {
                options.push("create_only".to_owned());
            } else if member.permission() == Some(Permission::Write) {
                options.push("write_only".to_owned());
            }
            if member.is_collection() {
                if !options.iter().any(|option| option == "write_only") {
                    options.push("default".to_owned());
                }
                format!("Vec<{value}>")
            } else {
                let value = if self.is_recursive(of_type, member) { format!("Box<{value}>") } else { value };
                let is_never_read = options.iter().any(|option| option == "write_only");
                // A key that is not in the path may be left out of a creation; what is only written, of every answer.
                if member.is_nullable() || is_own_key || is_never_read && self.order.required {
                    format!("Option<{value}>")
                } else if self.order.required {
                    value
                } else {
                    options.push("not_null".to_owned());
                    format!("Option<{value}>")
                }
            }
        };
        Entry {
            key: member.name().to_owned(),
            docs: self.docs_of(member.owner(), member.name(), member.deprecation()),
            options,
            form: Form::Field,
            name,
            value: text,
        }
    }

    /// Whether a value of the owner would hold itself, without a pointer between.
    fn is_recursive(&self, owner: Type<'i>, member: Member<'i>) -> bool {
        let mut open: Vec<_> = member.value_type().declared().into_iter().collect();
        let mut seen = BTreeSet::new();
        while let Some(of_type) = open.pop() {
            // The variants of a union are boxed.
            if !of_type.is_structured() || self.is_union(of_type) || !seen.insert(of_type.qualified_name()) {
                continue;
            }
            if of_type == owner {
                return true;
            }
            let by_value = of_type.members().filter(|member| !member.is_relationship() && !member.is_collection());
            open.extend(by_value.filter_map(|member| member.value_type().declared()));
        }
        false
    }

    /// The Rust type of a member's value, or of its items.
    fn reference(&self, from: &str, member: Member<'i>) -> String {
        // What is in `edm` is imported.
        let primitive =
            |of_type: Primitive| of_type.rust_type().map_or("Value", |name| name.trim_start_matches("edm::"));
        match member.value_type() {
            ValueType::Primitive(of_type) => primitive(of_type).to_owned(),
            ValueType::Declared(of_type) if is_json(of_type) => "Value".to_owned(),
            ValueType::Declared(of_type) => match of_type.kind() {
                TypeKind::Definition => primitive(of_type.underlying().unwrap_or(Primitive::Untyped)).to_owned(),
                TypeKind::Enumeration => {
                    let name = path(from, of_type, self.names.of_type(of_type));
                    if of_type.is_flags() { format!("FlagSet<{name}>") } else { name }
                }
                TypeKind::Entity | TypeKind::Complex => {
                    let union = self.names.of_union(of_type).filter(|_| self.is_union(of_type));
                    path(from, of_type, union.unwrap_or_else(|| self.names.of_type(of_type)))
                }
            },
        }
    }

    pub(crate) fn union(&self, base: Type<'i>) -> Item {
        let mut taken = BTreeSet::new();
        let mut entries = Vec::new();
        let path = self.path(base);
        // A variant of a resource is a resource: what is not served has no place there.
        let is_served = |one: &Type<'i>| path.is_none() || self.path(*one).is_some();
        for variant in self.variants(base).filter(is_served) {
            let of_type = path_to(base, variant, self.names.of_type(variant));
            let is_base = variant == base;
            let name = if is_base { "Base".to_owned() } else { names::pascal(variant.name()) };
            let name = if taken.contains(&name) {
                let module = names::module(variant.namespace()).unwrap_or_default();
                free(&(names::pascal(&module) + &name), &mut taken)
            } else {
                free(&name, &mut taken)
            };
            let odata_type = variant.qualified_name().to_string();
            entries.push(Entry {
                docs: vec![format!("`{odata_type}`.")],
                options: if is_base { Vec::new() } else { vec![format!("odata_type = \"{odata_type}\"")] },
                form: Form::Variant,
                name,
                value: format!("Box<{of_type}>"),
                key: if is_base { BASE.to_owned() } else { odata_type },
            });
        }
        let name = if taken.contains("Unknown") { "Unrecognized" } else { "Unknown" };
        let name = free(name, &mut taken);
        entries.push(Entry {
            key: REST.to_owned(),
            docs: vec!["Of a type that is not declared here.".to_owned()],
            options: vec!["unknown".to_owned()],
            form: Form::Variant,
            name,
            value: "Map<String, Value>".to_owned(),
        });
        let mut options: Vec<_> = path.iter().map(|(path, _)| format!("path = \"{path}\"")).collect();
        options.extend(self.schema(base, path.as_ref().is_some_and(|(_, is_other)| !is_other)));
        Item {
            name: self.names.of_union(base).unwrap_or_default().to_owned(),
            is_struct: false,
            docs: self.docs_of_type(base, "A value of the type, or of one that derives from it: "),
            derives: vec!["Clone", "Debug", "PartialEq", "GraphUnion"],
            options,
            entries,
            base: Some(base.qualified_name().to_string()),
            completes: true,
        }
    }

    pub(crate) fn enumeration(&self, of_type: Type<'i>) -> Item {
        let mut taken = BTreeSet::new();
        let mut entries = Vec::new();
        let members = of_type.enum_members().filter(|member| member.name() != "unknownFutureValue");
        for member in members.filter(|member| member.in_cloud(self.cloud()) != Some(false)) {
            let name = names::pascal(member.name());
            let name = free(if name == "Self" { "Self_" } else { &name }, &mut taken);
            entries.push(Entry {
                key: member.name().to_owned(),
                docs: self.docs_of(of_type, member.name(), member.deprecation()),
                options: Vec::new(),
                form: Form::Member,
                name,
                value: String::new(),
            });
        }
        let name = if taken.contains("Unknown") { "Unrecognized" } else { "Unknown" };
        let name = free(name, &mut taken);
        entries.push(Entry {
            key: REST.to_owned(),
            docs: vec!["A member that is not declared here.".to_owned()],
            options: vec!["unknown".to_owned()],
            form: Form::Member,
            name,
            value: "String".to_owned(),
        });
        Item {
            name: self.names.of_type(of_type).to_owned(),
            is_struct: false,
            docs: self.docs_of_type(of_type, ""),
            derives: vec!["Clone", "Debug", "PartialEq", "GraphEnum"],
            options: self.schema(of_type, false).into_iter().collect(),
            entries,
            base: None,
            completes: true,
        }
    }
}

fn note(deprecation: Deprecation<'_>) -> String {
    format!("Graph: {deprecation}.")
}

/// The field of a property. The patch has `set_x` and `clear_x` for a property `x`.
fn field_name(of_type: Type<'_>, member: Member<'_>) -> String {
    let name = names::field(member.name());
    let of = name.strip_prefix("set_").or_else(|| name.strip_prefix("clear_"));
    let is_setter = of.is_some_and(|of| of_type.members().any(|other| names::snake(other.name()) == of));
    if is_setter { name + "_" } else { name }
}

/// A name that is not taken yet.
fn free(name: &str, taken: &mut BTreeSet<String>) -> String {
    let mut name = name.to_owned();
    while !taken.insert(name.clone()) {
        name.push('_');
    }
    name
}

/// The Rust path of a type, from a type of this namespace.
fn path(from: &str, to: Type<'_>, name: &str) -> String {
    match (names::module(from), names::module(to.namespace())) {
        (from, to) if from == to => name.to_owned(),
        (Some(_), None) => format!("super::{name}"),
        (Some(_), Some(module)) => format!("super::{module}::{name}"),
        (None, Some(module)) => format!("{module}::{name}"),
        (None, None) => name.to_owned(),
    }
}

fn path_to(from: Type<'_>, to: Type<'_>, name: &str) -> String {
    path(from.namespace(), to, name)
}
