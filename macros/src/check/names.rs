//! Names that clash: on the wire, of setters, and of the functions where requests start.

use std::collections::BTreeMap;

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::{Ident, LitStr};

use crate::diagnostic::Diagnostic;
use crate::errors::Errors;
use crate::input::{Enumeration, Property, Route, Structure, Union, UnionVariant};

/// The functions of each route.
pub(super) fn routes(routes: &[Route], errors: &mut Errors) {
    for route in routes {
        // `path = "/me", collection = "all"`.
        if route.is_collection_given && route.is_sound && !route.has_key() {
            errors.push(&route.collection, Diagnostic::SingletonCollection);
        }
    }
    // A second path without `at`: no default name could say which of the two is meant.
    let keys: Vec<&str> = routes.first().into_iter().flat_map(|first| first.template.key()).collect();
    for route in routes.iter().skip(1).filter(|route| !route.is_at_given && route.is_sound) {
        let other_key = route.template.key().find(|key| !keys.contains(key));
        let word = other_key.or_else(|| route.template.first_name()).unwrap_or("other");
        let example =
            format!("at_{}", word.to_lowercase().replace(|letter: char| !letter.is_ascii_alphanumeric(), "_"));
        errors.push(&route.literal, Diagnostic::FurtherPathWithoutName { example });
    }
}

/// Two fields with one wire name: one of them would never be read.
pub(super) fn of_properties(model: &Structure<'_>, errors: &mut Errors) {
    let mut first: BTreeMap<String, &Property<'_>> = BTreeMap::new();
    for property in &model.properties {
        match first.get(&property.wire) {
            // A second `etag` has an error of its own.
            Some(_) if property.options.etag.is_set() => {}
            Some(other) => {
                let named =
                    [&property.options.rename, &property.options.annotation].into_iter().find_map(|name| name.get());
                let span = named.map_or(property.ident.span(), LitStr::span);
                twice(errors, "property", &property.wire, other.ident, span);
            }
            None => {
                first.insert(property.wire.clone(), property);
            }
        }
    }
    // Names come first: where an alias clashes with one, the alias is the mistake.
    for (property, alias) in model.properties.iter().flat_map(Property::aliases) {
        let wire = alias.value();
        match first.get(&wire) {
            Some(other) if other.wire == property.wire => errors.push(alias, Diagnostic::AliasOfItself { wire }),
            Some(other) => twice(errors, "property", &wire, other.ident, alias.span()),
            None => {
                first.insert(wire, property);
            }
        }
    }
}

/// Two variants with one wire name.
pub(super) fn of_members(model: &Enumeration<'_>, errors: &mut Errors) {
    let mut first: BTreeMap<&str, &Ident> = BTreeMap::new();
    for member in &model.members {
        match first.get(&*member.wire) {
            Some(other) => {
                let span = member.rename.as_ref().map_or(member.ident.span(), LitStr::span);
                twice(errors, "member", &member.wire, other, span);
            }
            None => {
                first.insert(&member.wire, member.ident);
            }
        }
    }
}

/// Two variants with one `odata_type`.
pub(super) fn of_types(model: &Union<'_>, errors: &mut Errors) {
    let mut first: BTreeMap<&str, &UnionVariant<'_>> = BTreeMap::new();
    for variant in &model.variants {
        let Some((name, literal)) = &variant.odata_type else { continue };
        match first.get(&**name) {
            Some(other) => twice(errors, "type", name.trim_start_matches('#'), other.ident, literal.span()),
            None => {
                first.insert(name, variant);
            }
        }
    }
}

/// Reports a name that is bound twice: the mistake at the second place, and a remark at the first.
fn twice(errors: &mut Errors, what: &'static str, wire: &str, first: &Ident, second: Span) {
    let wire = wire.to_owned();
    let mistake = Diagnostic::WireNameTwice { wire: wire.clone(), first: first.unraw().to_string(), what };
    errors.push_pair(second, mistake, first, Diagnostic::WireNameFirst { wire, what });
}

/// `clear_color: String` beside `color: Option<String>`: both would have a setter `clear_color`.
pub(super) fn setters(model: &Structure<'_>, errors: &mut Errors) {
    let mut taken: BTreeMap<String, String> = BTreeMap::new();
    taken.insert("new".to_owned(), "the constructor `new`".to_owned());
    let settable = model.properties.iter().filter(|property| property.is_patchable());
    let settable = settable.map(|property| {
        let (name, is_nullable) = (property.name(), property.is_clearable());
        let derived = |prefix: &str| is_nullable.then(|| format!("{prefix}_{name}"));
        let setters = [Some(name.clone()), derived("set"), derived("clear")];
        (property.ident, name, setters)
    });
    let additional = model.additional().map(|field| {
        let name = field.ident.to_string();
        (field.ident, name.clone(), [Some(name.clone()), None, Some(format!("clear_{name}"))])
    });
    let settable = settable.chain(additional);
    let bindable = model.bindable().map(|(_, property)| {
        let name = property.name();
        let unbind = (!property.related().1).then(|| format!("unbind_{name}"));
        (property.ident, name.clone(), [Some(format!("bind_{name}")), unbind, None])
    });
    for (ident, name, setters) in settable.chain(bindable) {
        for setter in setters.into_iter().flatten() {
            match taken.get(&setter) {
                Some(other) => errors.push(ident, Diagnostic::SetterClash { setter, other: other.clone() }),
                None => {
                    taken.insert(setter, format!("field `{name}`"));
                }
            }
        }
    }
}
