//! Rules that involve several options or several fields. One small function checks one rule, and changes nothing.

mod keys;
mod names;
mod options;
mod schema;
mod variants;

#[cfg(test)]
mod tests;

use crate::errors::Errors;
use crate::input::{Enumeration, Structure, Union};

/// Checks a struct.
pub(crate) fn structure(model: &Structure<'_>, errors: &mut Errors) {
    keys::placeholders_name_fields(model, errors);
    names::routes(&model.routes, errors);
    for property in &model.properties {
        options::conflicts(&property.options, errors);
        keys::key(property, errors);
        options::nullability(property, errors);
    }
    options::additional(model, errors);
    options::skipped(model, errors);
    options::etag(model, errors);
    names::of_properties(model, errors);
    names::setters(model, errors);
    schema::structure(model, errors);
}

/// Checks an enumeration.
pub(crate) fn enumeration(model: &Enumeration<'_>, errors: &mut Errors) {
    variants::unknown_members(model, errors);
    names::of_members(model, errors);
    schema::enumeration(model, errors);
}

/// Checks a union.
pub(crate) fn union(model: &Union<'_>, errors: &mut Errors) {
    variants::unknown_types(model, errors);
    names::routes(&model.routes, errors);
    variants::one_base(model, errors);
    names::of_types(model, errors);
    schema::union(model, errors);
}
