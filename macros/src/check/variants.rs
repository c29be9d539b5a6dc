//! Rules for the variants of enumerations and unions.

use quote::quote;
use syn::{Fields, Variant};

use crate::diagnostic::Diagnostic;
use crate::errors::Errors;
use crate::input::types::is_string;
use crate::input::{Enumeration, Union};

/// Exactly one variant is marked `unknown`, and written `Unknown(String)`.
pub(super) fn unknown_members(model: &Enumeration<'_>, errors: &mut Errors) {
    // `enum CallType { GroupCall }`: the day Graph adds a member, an answer could not be read.
    if model.marked_unknown.is_empty() && !model.hinted {
        errors.push(&model.input.ident, Diagnostic::UnknownMissing { name: model.input.ident.to_string() });
    }
    // Where an enum borrows, the error for its lifetime is enough.
    let is_shape_checked = model.input.generics.lifetimes().next().is_none();
    for (number, unknown) in model.marked_unknown.iter().enumerate() {
        if number > 0 {
            errors.push(&unknown.variant.ident, Diagnostic::UnknownTwice);
        }
        if let Some(span) = unknown.options.rename.span() {
            let why = "it has the name that came";
            errors.push_at(span, Diagnostic::Conflict { second: "rename", first: "unknown", why });
        }
        let Variant { ident, fields, .. } = unknown.variant;
        if is_shape_checked && !holds_a_string(fields) {
            errors.push(quote!(#ident #fields), Diagnostic::UnknownShape);
        }
    }
}

fn holds_a_string(fields: &Fields) -> bool {
    matches!(fields, Fields::Unnamed(fields)
        if fields.unnamed.len() == 1 && fields.unnamed.iter().all(|field| is_string(&field.ty)))
}

/// One variant is marked `unknown`, and none of those has an `odata_type`.
pub(super) fn unknown_types(model: &Union<'_>, errors: &mut Errors) {
    if model.unknown().is_none() && !model.hinted {
        errors.push(&model.input.ident, Diagnostic::UnknownObjectMissing { name: model.input.ident.to_string() });
    }
    for options in &model.options_of_variants {
        let (Some(odata_type), Some(unknown)) = (options.odata_type.given(), options.unknown.given()) else { continue };
        let (first, second) =
            if odata_type.order < unknown.order { (odata_type, unknown) } else { (unknown, odata_type) };
        let why = "it keeps the types that have no variant";
        errors.push_at(unknown.span, Diagnostic::Conflict { second: second.name, first: first.name, why });
    }
}

/// One variant at most has no `odata_type`: that of the base type.
pub(super) fn one_base(model: &Union<'_>, errors: &mut Errors) {
    let mut bases = model.variants.iter().filter(|variant| variant.is_base());
    let Some(first) = bases.next() else { return };
    for second in bases {
        errors.push(second.ident, Diagnostic::SecondBase { first: first.ident.to_string() });
    }
}
