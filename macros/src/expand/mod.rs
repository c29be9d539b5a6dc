//! From the model to tokens. Nothing in here can fail: mistakes were found before.
//!
//! The expansion states facts (types, a table, calls) and leaves the work to the runtime. A local of it is prefixed
//! `__graph_`: a `const` of the user's that has the same name would turn a pattern into a comparison.

mod complex;
mod enumeration;
mod partial;
mod patch;
mod resource;
mod sound;
mod tokens;
mod union;
mod whole;

#[cfg(test)]
mod tests;

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, GenericParam, Generics, parse_quote};

use crate::errors::Errors;
use crate::model::{Codec, Enumeration, Kind, Property, Structured, Union};
use crate::trees::Trees;

/// `GraphResource` and `GraphComplex`.
pub(crate) fn structured(input: &DeriveInput, kind: Kind) -> TokenStream {
    let mut errors = Errors::new();
    let mut model = Structured::read(input, kind, &mut errors);
    crate::check::structured(&mut model, &mut errors);
    // What could be read is expanded in any case: a mistake in one field is then one error, not one for each use of
    // the items that would be missing.
    model.is_broken = !errors.is_empty();
    let errors = errors.finish();
    let generics = bounded(&model);
    let partial = partial::item(&model, &generics);
    let patch = patch::item(&model, &generics);
    let props = (kind == Kind::Resource).then(|| resource::props(&model, &generics));
    // A union has no `Clone`, no `Debug` and no `PartialEq`: what is implemented would be refused for that as well.
    let impls = (!matches!(input.data, Data::Union(_))).then(|| {
        let slots = tokens::slots(&model, &self::runtime());
        let (runtime, sound, allowed) = (model.runtime(), sound::check(&model, &slots), allowed());
        let impls = [
            whole::impls(&model, &generics, &slots),
            partial::impls(&model, &generics, &slots),
            patch::impls(&model, &generics),
            complex::impls(&input.ident, kind, &generics),
        ];
        let resource = (kind == Kind::Resource).then(|| resource::impls(&model, &generics));
        quote! {
            #allowed
            const _: () = {
                use #runtime as __graph;
                #sound
                #(#impls)*
                #resource
            };
        }
    });
    quote! {
        #errors
        #partial
        #patch
        #props
        #impls
    }
}

/// `GraphEnum`.
pub(crate) fn enumeration(input: &DeriveInput) -> TokenStream {
    let mut errors = Errors::new();
    let mut model = Enumeration::read(input, &mut errors);
    if let Some(model) = &mut model {
        crate::check::enumeration(model, &mut errors);
        model.is_broken = !errors.is_empty();
    }
    let errors = errors.finish();
    let impls = model.map(|model| enumeration::impls(&model));
    quote!(#errors #impls)
}

/// `GraphUnion`.
pub(crate) fn union(input: &DeriveInput) -> TokenStream {
    let mut errors = Errors::new();
    let mut model = Union::read(input, &mut errors);
    if let Some(model) = &mut model {
        crate::check::union(model, &mut errors);
        model.is_broken = !errors.is_empty();
    }
    let errors = errors.finish();
    let items = model.map(|model| union::items(&model));
    quote!(#errors #items)
}

/// What the runtime is called inside of the constant that holds the impls: a third of the tokens of its path.
fn runtime() -> Trees {
    "__graph".into()
}

/// Lints that what the user wrote would bring down upon what is generated of it, though there is nothing to mend.
fn allowed() -> TokenStream {
    quote! {
        #[allow(
            // Not everybody needs all that is generated.
            dead_code,
            // Fields, variants and types that are marked so are named again; where the user names them, it is told.
            deprecated,
            // What is generated is public as the struct is, also of a private field's type.
            private_interfaces,
            private_bounds,
            // Names are made of the user's.
            non_camel_case_types,
            non_snake_case,
            // No `Eq`: a later field may hold a floating-point number.
            clippy::derive_partial_eq_without_eq,
        )]
    }
}

/// The generics of an enum, with what the expansion needs of its parameters: each is a property's value somewhere.
fn with_values(input: &DeriveInput, runtime: &Trees) -> Generics {
    let mut generics = input.generics.clone();
    let parameters: Vec<_> = generics
        .params
        .iter()
        .filter_map(|parameter| match parameter {
            GenericParam::Type(parameter) => Some(parameter.ident.clone()),
            _ => None,
        })
        .collect();
    if parameters.is_empty() {
        return generics;
    }
    let clause = generics.make_where_clause();
    for parameter in &parameters {
        clause.predicates.push(parse_quote!(#parameter: #runtime::GraphValue));
    }
    generics
}

/// The generics of a struct, with what the expansion needs of its parameters: each is a property's value somewhere, or
/// what a relationship leads to.
fn bounded(model: &Structured<'_>) -> Generics {
    let runtime = model.runtime();
    let mut generics = model.input.generics.clone();
    let parameters: Vec<_> = generics.type_params().map(|parameter| parameter.ident.clone()).collect();
    if parameters.is_empty() {
        return generics;
    }
    let clause = generics.make_where_clause();
    for parameter in parameters {
        let is_here = |property: &&Property<'_>| sound::mentions(property.ty, &[parameter.to_string()]);
        let (related, values): (Vec<_>, Vec<_>) =
            model.properties.iter().filter(is_here).partition(|property| property.options.navigation.is_set());
        if !related.is_empty() {
            clause.predicates.push(parse_quote!(#parameter: #runtime::Related + #runtime::Compound));
        }
        if related.is_empty() || !values.is_empty() {
            clause.predicates.push(parse_quote!(#parameter: #runtime::GraphValue));
        }
    }
    // A foreign type has serde's own bounds, which the parameters do not imply.
    for property in &model.properties {
        if matches!(property.codec, Codec::Opaque) {
            let ty = property.value();
            clause.predicates.push(parse_quote!(#ty: #runtime::ForeignValue));
        }
    }
    generics
}
