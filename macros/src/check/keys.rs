//! What the key has to be.

use crate::diagnostic::Diagnostic;
use crate::errors::Errors;
use crate::input::options::Options;
use crate::input::{Property, Structure};
use crate::suggest;

/// Options that the key cannot have, and why.
const NOT_ON_THE_KEY: [(&str, &str); 8] = [
    ("write_only", "it is in each answer"),
    ("merge", "no patch names it"),
    ("navigation", "it is no relationship"),
    ("create_only", "no patch names it anyway"),
    ("default", "an empty key addresses nothing"),
    ("etag", "a version is no key"),
    ("not_null", "it is never null anyway"),
    ("annotation", "an annotation is no key"),
];

/// `path = "/users/<id>"` without a field `id`: nothing would be the key.
pub(super) fn placeholders_name_fields(model: &Structure<'_>, errors: &mut Errors) {
    // A struct whose fields cannot be used has an error of its own.
    for route in model.routes.iter().filter(|route| route.is_sound && model.has_fields) {
        let (Some(segment), Some(literal)) = (route.template.key_segment(), &route.literal) else { continue };
        for name in route.template.key().filter(|name| model.named(name).is_none()) {
            let fields: Vec<String> = model.properties.iter().map(Property::name).collect();
            let near = suggest::nearest(name, fields.iter().map(String::as_str)).map(str::to_owned);
            errors.push(literal, Diagnostic::Unbound { placeholder: name.to_owned(), segment, near });
        }
    }
}

/// `#[graph_resource(merge)] id: Option<String>`: the key addresses the resource in each request.
pub(super) fn key(property: &Property<'_>, errors: &mut Errors) {
    if !property.is_key {
        return;
    }
    for given in property.options.given() {
        if let Some(&(option, why)) = NOT_ON_THE_KEY.iter().find(|(option, _)| *option == given.name) {
            errors.push_at(given.span, Diagnostic::KeyWith { option, why });
        }
    }
    if property.nullable.is_some() {
        errors.push(property.ty, Diagnostic::KeyNullable);
    }
}
