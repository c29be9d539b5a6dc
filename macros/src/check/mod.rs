//! Rules that need more than one option, or more than one field. One small function a rule.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use proc_macro2::Span;
use quote::format_ident;
use syn::ext::IdentExt;
use syn::{Field, Fields, Ident, Variant};

use crate::attr::field::FieldOptions;
use crate::attr::variant::VariantOptions;
use crate::diagnostic::Diagnostic;
use crate::errors::Errors;
use crate::model::{
    Enumeration, Kind, Names, Property, Served, Structured, Union, UnionVariant, inside_option, peeled,
};
use crate::suggest;

/// Checks a struct that was read.
pub(crate) fn structured(model: &mut Structured<'_>, errors: &mut Errors) {
    for path in &model.paths {
        key_is_a_field(path, model, errors);
        singleton_without_collection(path, errors);
    }
    further_paths_have_names(&model.paths, errors);
    for property in &model.properties {
        conflicts(&property.options, errors);
        key(property, errors);
        etag(property, errors);
        navigation(property, errors);
        doubled_option(property, errors);
    }
    only_one_etag(model, errors);
    etag_on_a_resource(model, errors);
    wire_names(model, errors);
    generated_names(model, errors);
    setters(model, errors);
}

/// Checks an enumeration that was read.
pub(crate) fn enumeration(model: &Enumeration<'_>, errors: &mut Errors) {
    // `enum CallType { GroupCall }`: the day Graph adds a member, an answer could not be read.
    if model.unknown.is_none() && !model.hinted {
        errors.push(&model.input.ident, Diagnostic::UnknownMissing { name: model.input.ident.to_string() });
    }
    let mut first = BTreeMap::new();
    for member in &model.members {
        let Some(other) = first.insert(&*member.wire, member.ident) else { continue };
        first.insert(&*member.wire, other);
        let span = member.rename.as_ref().map_or(member.ident.span(), syn::LitStr::span);
        twice(errors, "member", &member.wire, other, span);
    }
}

/// Checks a union that was read.
pub(crate) fn union(model: &mut Union<'_>, errors: &mut Errors) {
    if model.unknown().is_none() && !model.hinted {
        errors.push(&model.input.ident, Diagnostic::UnknownObjectMissing { name: model.input.ident.to_string() });
    }
    let defaults = Names::of(&model.input.ident, None);
    let names = &mut model.names;
    let types = vec![
        ("partial", &mut names.partial, defaults.partial, "the partial".to_owned()),
        ("patch", &mut names.patch, defaults.patch, "the patch".to_owned()),
    ];
    unique(vec![(model.input.ident.to_string(), "the enum".to_owned())], types, errors);
    for path in &model.paths {
        singleton_without_collection(path, errors);
    }
    further_paths_have_names(&model.paths, errors);
    names_of_functions(&mut model.paths, Vec::new(), errors);
    let mut bases = model.variants.iter().filter(|variant| variant.is_base());
    if let Some(first) = bases.next() {
        for second in bases {
            errors.push(second.ident, Diagnostic::SecondBase { first: first.ident.to_string() });
        }
    }
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

/// A name that is bound twice: the second is the mistake, the first is shown for orientation.
fn twice(errors: &mut Errors, what: &'static str, wire: &str, first: &Ident, second: Span) {
    let wire = wire.to_owned();
    let mistake = Diagnostic::WireNameTwice { wire: wire.clone(), first: first.unraw().to_string(), what };
    errors.push_pair(second, mistake, first, Diagnostic::WireNameFirst { wire, what });
}

/// `path = "/users/<id>"` without a field `id`: nothing would be the key.
fn key_is_a_field(path: &Served, model: &Structured<'_>, errors: &mut Errors) {
    let (Some(segment), Some(literal)) = (path.template.key_segment(), &path.literal) else { return };
    // A struct without fields that can be used was told something else.
    if !path.is_sound || !model.has_fields {
        return;
    }
    for name in path.template.key().filter(|name| model.named(name).is_none()) {
        let fields: Vec<String> = model.properties.iter().map(Property::name).collect();
        let near = suggest::nearest(name, fields.iter().map(String::as_str)).map(str::to_owned);
        errors.push(literal, Diagnostic::Unbound { placeholder: name.to_owned(), segment, near });
    }
}

/// A second path without `at`: no name of ours would say which of the two is meant.
fn further_paths_have_names(paths: &[Served], errors: &mut Errors) {
    let keys: Vec<&str> = paths.first().into_iter().flat_map(|first| first.template.key()).collect();
    for path in paths.iter().skip(1).filter(|path| !path.is_at_given && path.is_sound) {
        let other_key = path.template.key().find(|key| !keys.contains(key));
        let word = other_key.or_else(|| path.template.first_name()).unwrap_or("other");
        let example =
            format!("at_{}", word.to_lowercase().replace(|letter: char| !letter.is_ascii_alphanumeric(), "_"));
        errors.push(&path.literal, Diagnostic::FurtherPathWithoutName { example });
    }
}

/// Two options that say different things of one field.
fn conflicts(options: &FieldOptions, errors: &mut Errors) {
    let FieldOptions { rename, read_only, create_only, write_only, merge, .. } = options;
    let FieldOptions { navigation, etag, default, with, opaque, .. } = options;
    let (rename, with) = (rename.given(), with.given());
    let (read_only, create_only, write_only) = (read_only.given(), create_only.given(), write_only.given());
    let (merge, etag, default, opaque) = (merge.given(), etag.given(), default.given(), opaque.given());
    let navigation = navigation.given();
    let in_no_patch = "a relationship is in no patch anyway";
    let of_entities = "a relationship leads to entities, which are read and written as such";
    let etag_rules = "the tag is read from the answer and never sent in a body";
    for (one, other, why) in [
        (read_only, create_only, "one is never sent, the other at creation"),
        (read_only, write_only, "one is never sent, the other never shown"),
        (read_only, merge, "what is never sent has no difference to send"),
        (create_only, merge, "what no patch names has no difference to send"),
        (opaque, with, "both say how the value is read and written"),
        (opaque, merge, "a foreign type is replaced whole"),
        (with, merge, "a foreign type is replaced whole"),
        (navigation, read_only, in_no_patch),
        (navigation, create_only, in_no_patch),
        (navigation, write_only, "a relationship is read, where it is expanded"),
        (navigation, merge, "a relationship is changed by references"),
        (navigation, default, "a relationship that is not expanded is `None` anyway"),
        (navigation, opaque, of_entities),
        (navigation, with, of_entities),
        (navigation, etag, "a tag is no relationship"),
        (etag, rename, "its name is `@odata.etag`"),
        (etag, read_only, etag_rules),
        (etag, create_only, etag_rules),
        (etag, write_only, etag_rules),
        (etag, merge, etag_rules),
        (etag, opaque, "its type is `Option<ETag>`"),
        (etag, with, "its type is `Option<ETag>`"),
        (etag, default, "without a tag it is `None`"),
    ] {
        if let (Some(one), Some(other)) = (one, other) {
            let ((_, first, _), (_, second, span)) = if one.0 < other.0 { (one, other) } else { (other, one) };
            errors.push_at(span, Diagnostic::Conflict { second, first, why });
        }
    }
}

/// What the key cannot be: it addresses the resource in each request.
fn key(property: &Property<'_>, errors: &mut Errors) {
    if !property.is_key {
        return;
    }
    let options = &property.options;
    for (option, span, why) in [
        ("write_only", options.write_only.span(), "it is in each answer"),
        ("merge", options.merge.span(), "no patch names it"),
        ("navigation", options.navigation.span(), "it is no relationship"),
        ("create_only", options.create_only.span(), "no patch names it anyway"),
        ("default", options.default.span(), "an empty key addresses nothing"),
        ("etag", options.etag.span(), "a version is no key"),
    ] {
        if let Some(span) = span {
            errors.push_at(span, Diagnostic::KeyWith { option, why });
        }
    }
    if property.nullable.is_some() {
        errors.push(property.ty, Diagnostic::KeyNullable);
    }
}

/// `#[graph_resource(etag)] etag: ETag`: many answers have none.
fn etag(property: &Property<'_>, errors: &mut Errors) {
    if property.options.etag.is_set() && property.nullable.is_none() && !property.is_key {
        errors.push(property.ty, Diagnostic::Nullable { option: "etag", wanted: "Option<ETag>" });
    }
}

/// `#[graph_resource(navigation)] members: Vec<User>`: not expanded is another thing than empty.
fn navigation(property: &Property<'_>, errors: &mut Errors) {
    if property.options.navigation.is_set() && property.nullable.is_none() && !property.is_key {
        let wanted = if property.related().1 { "Option<Vec<…>>" } else { "Option<…>" };
        errors.push(property.ty, Diagnostic::Nullable { option: "navigation", wanted });
    }
    let (entity, is_many) = property.related();
    if property.options.navigation.is_set() && is_many && inside_option(entity).is_some() {
        errors.push(entity, Diagnostic::NullableEntity);
    }
}

/// `Option<Option<String>>`: what people write where a patch has no third state.
fn doubled_option(property: &Property<'_>, errors: &mut Errors) {
    if inside_option(property.ty).is_some_and(|inner| inside_option(inner).is_some()) {
        errors.push(property.ty, Diagnostic::DoubleOption);
    }
}

fn only_one_etag(model: &Structured<'_>, errors: &mut Errors) {
    let tags = model.properties.iter().filter_map(|property| property.options.etag.span());
    for span in tags.skip(1) {
        errors.push_at(span, Diagnostic::SecondOfKind { option: "etag" });
    }
}

/// A complex value has no version of its own.
fn etag_on_a_resource(model: &Structured<'_>, errors: &mut Errors) {
    if model.kind == Kind::Complex
        && let Some(span) = model.etag().and_then(|property| property.options.etag.span())
    {
        let mistake = Diagnostic::OptionElsewhere {
            name: "etag".into(),
            place: "complex types",
            home: "fields of resources".into(),
        };
        errors.push_at(span, mistake);
    }
}

/// Two fields of one wire name: one of them would never be read.
fn wire_names(model: &Structured<'_>, errors: &mut Errors) {
    let mut first: BTreeMap<&str, &Property<'_>> = BTreeMap::new();
    for property in &model.properties {
        match first.get(&*property.wire) {
            // A second `etag` is told as such.
            Some(_) if property.options.etag.is_set() => {}
            Some(other) => {
                let span = property.options.rename.get().map_or(property.ident.span(), syn::LitStr::span);
                twice(errors, "property", &property.wire, other.ident, span);
            }
            None => {
                first.insert(&property.wire, property);
            }
        }
    }
}

/// `patch = "UserPartial"`. The name that clashes is put back to its default, so that the items are there.
fn generated_names(model: &mut Structured<'_>, errors: &mut Errors) {
    let (struct_, defaults) = (&model.input.ident, Names::of(&model.input.ident, None));
    let names = &mut model.names;
    let mut types = vec![
        ("partial", &mut names.partial, defaults.partial, "the partial".to_owned()),
        ("patch", &mut names.patch, defaults.patch, "the patch".to_owned()),
    ];
    if model.kind == Kind::Resource {
        types.push(("props", &mut names.props, defaults.props, "the struct of the property handles".to_owned()));
    }
    unique(vec![(struct_.to_string(), "the struct".to_owned())], types, errors);
    let props = ("props".to_owned(), "the function that gives the property handles".to_owned());
    names_of_functions(&mut model.paths, vec![props], errors);
}

/// The functions where requests start.
fn names_of_functions(paths: &mut [Served], taken: Vec<(String, String)>, errors: &mut Errors) {
    let mut functions = Vec::new();
    for (number, path) in paths.iter_mut().enumerate() {
        let place = if number == 0 { String::new() } else { format!(" at `{}`", path.template) };
        // Of a default that is made of the given `at`, a clash is told at the latter.
        let (at, collection) = Served::default_names(number, path.is_at_given.then_some(&path.at), path.at.span());
        let has_key = path.has_key();
        functions.push(("at", &mut path.at, at, format!("the function that addresses one resource{place}")));
        if has_key {
            let whose = format!("the function that addresses the collection{place}");
            functions.push(("collection", &mut path.collection, collection, whose));
        }
    }
    unique(taken, functions, errors);
}

/// An option, the name that is generated, its default, and whose name it is.
type Generated<'n> = (&'static str, &'n mut Ident, Ident, String);

fn unique(mut taken: Vec<(String, String)>, mut names: Vec<Generated<'_>>, errors: &mut Errors) {
    // Where a default clashes, it is with a name that was chosen, and that is the mistake.
    names.sort_by_key(|(_, name, default, _)| **name != *default);
    for (option, name, default, whose) in names {
        let text = name.to_string();
        if let Some((_, other)) = taken.iter().find(|(other, _)| *other == text) {
            if *name == default {
                // Two paths of one `at` have one default for their collections as well: that is one mistake.
                *name = format_ident!("__graph_{}", taken.len());
            } else {
                errors.push(&*name, Diagnostic::GeneratedNameTwice { name: text, option, other: other.clone() });
                *name = default;
            }
        }
        taken.push((name.to_string(), whose));
    }
}

/// `path = "/me", collection = "all"`.
fn singleton_without_collection(path: &Served, errors: &mut Errors) {
    if path.is_collection_given && path.is_sound && !path.has_key() {
        errors.push(&path.collection, Diagnostic::SingletonCollection);
    }
}

/// Setters are named as their fields, so a field can be named as something else of the patch.
fn setters(model: &Structured<'_>, errors: &mut Errors) {
    let mut taken: BTreeMap<String, String> = BTreeMap::new();
    taken.insert("new".to_owned(), "the constructor `new`".to_owned());
    let settable = model.properties.iter().filter(|property| property.is_patchable());
    let settable = settable.map(|property| (property.ident, property.name(), property.nullable.is_some()));
    let additional = model.additional.iter().map(|field| (field.ident, field.ident.to_string(), true));
    let settable = settable.chain(additional).map(|(ident, name, clears)| {
        let clear = clears.then(|| format!("clear_{name}"));
        (ident, name.clone(), [Some(name), clear])
    });
    let bindable = model.bindable().map(|(_, property)| {
        let name = property.name();
        let unbind = (!property.related().1).then(|| format!("unbind_{name}"));
        (property.ident, name.clone(), [Some(format!("bind_{name}")), unbind])
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

/// A field marked `additional`: a map, and nothing else said of it.
pub(crate) fn additional(field: &Field, options: &FieldOptions, is_second: bool, errors: &mut Errors) {
    if is_second && let Some(span) = options.additional.span() {
        errors.push_at(span, Diagnostic::SecondOfKind { option: "additional" });
    }
    let why = "it holds properties of every name and kind";
    for (second, span) in [
        ("rename", options.rename.span()),
        ("read_only", options.read_only.span()),
        ("create_only", options.create_only.span()),
        ("write_only", options.write_only.span()),
        ("merge", options.merge.span()),
        ("navigation", options.navigation.span()),
        ("etag", options.etag.span()),
        ("default", options.default.span()),
        ("with", options.with.span()),
        ("opaque", options.opaque.span()),
    ] {
        if let Some(span) = span {
            errors.push_at(span, Diagnostic::Conflict { second, first: "additional", why });
        }
    }
    if inside_option(&field.ty).is_some() {
        let wanted = "serde_json::Map<String, serde_json::Value>";
        errors.push(&field.ty, Diagnostic::NotNullable { option: "additional", wanted });
    }
}

/// A variant marked `unknown`: `Unknown(String)`.
pub(crate) fn unknown_variant(
    variant: &Variant,
    options: &VariantOptions,
    is_second: bool,
    shape_matters: bool,
    errors: &mut Errors,
) {
    if is_second {
        errors.push(&variant.ident, Diagnostic::UnknownTwice);
    }
    if let Some(span) = options.rename.span() {
        let why = "it has the name that came";
        errors.push_at(span, Diagnostic::Conflict { second: "rename", first: "unknown", why });
    }
    match &variant.fields {
        Fields::Unnamed(fields)
            if fields.unnamed.len() == 1 && fields.unnamed.iter().all(|field| is_string(&field.ty)) => {}
        // Of an enum that borrows, it was told that nothing in it may.
        _ if !shape_matters => {}
        _ => errors.push(variant_shape(variant), Diagnostic::UnknownShape),
    }
}

/// `String`, by its name: of another type, the compiler would show what the derive does with it.
fn is_string(ty: &syn::Type) -> bool {
    match peeled(ty) {
        syn::Type::Path(path) => path.path.segments.last().is_some_and(|segment| segment.ident == "String"),
        _ => false,
    }
}

/// The name and the fields, without the attributes.
fn variant_shape(variant: &Variant) -> proc_macro2::TokenStream {
    let Variant { ident, fields, .. } = variant;
    quote::quote!(#ident #fields)
}
