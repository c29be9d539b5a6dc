//! From the tree to tokens. Nothing in here can fail: mistakes were found before.
//!
//! The expansion states facts (types, a table, calls) and leaves the work to the runtime. A local variable of it begins
//! with `__graph_`: a `const` of the user's with the same name would turn a pattern into a comparison.

mod assertions;
mod enumeration;
mod lints;
mod list;
mod partial;
mod patch;
mod props;
mod resource;
mod scope;
mod span;
mod structure;
mod tokens;
mod union;
mod value;

#[cfg(test)]
mod tests;

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput};

use self::lints::allowed;
use self::list::TokenList;
use self::scope::{EnumScope, StructScope, UnionScope};
use crate::check;
use crate::errors::Errors;
use crate::input::{Enumeration, Kind, Structure, Union};

/// `GraphResource` and `GraphComplex`.
pub(crate) fn structure(input: &DeriveInput, kind: Kind) -> TokenStream {
    let mut errors = Errors::new();
    let mut model = Structure::read(input, kind, &mut errors);
    check::structure(&model, &mut errors);
    // What could be read is expanded in any case. A mistake in one field is then one error, not one for each use of the
    // items that would be missing.
    model.is_broken = !errors.is_empty();
    let errors = errors.finish();
    let scope = StructScope::of(&model);
    let (partial, patch) = (partial::item(&scope), patch::item(&scope));
    let props = props::item(&scope);
    // A Rust union has no `Clone`, no `Debug` and no `PartialEq`: the impls would be refused for that as well.
    let impls = if matches!(input.data, Data::Union(_)) {
        partial::default(&scope)
    } else {
        let impls = [
            structure::impls(&scope),
            partial::impls(&scope),
            patch::impls(&scope),
            value::impls(&scope, &input.ident, kind),
            props::functions(&scope),
        ];
        let resource = (kind == Kind::Resource).then(|| resource::impls(&scope));
        let assertions = assertions::of_struct(&scope);
        quote!(#assertions #(#impls)* #resource)
    };
    let impls = in_a_constant(&scope.outside, &impls);
    quote!(#errors #partial #patch #props #impls)
}

/// `GraphEnum`.
pub(crate) fn enumeration(input: &DeriveInput) -> TokenStream {
    let mut errors = Errors::new();
    let mut model = Enumeration::read(input, &mut errors);
    if let Some(model) = &mut model {
        check::enumeration(model, &mut errors);
        model.is_broken = !errors.is_empty();
    }
    let errors = errors.finish();
    let impls = model.map(|model| {
        let scope = EnumScope::of(&model);
        in_a_constant(&scope.outside, &enumeration::impls(&scope))
    });
    quote!(#errors #impls)
}

/// `GraphUnion`.
pub(crate) fn union(input: &DeriveInput) -> TokenStream {
    let mut errors = Errors::new();
    let mut model = Union::read(input, &mut errors);
    if let Some(model) = &mut model {
        check::union(model, &mut errors);
        model.is_broken = !errors.is_empty();
    }
    let errors = errors.finish();
    let items = model.map(|model| {
        let scope = UnionScope::of(&model);
        let (partial, patch) = (union::partial(&scope), union::patch(&scope));
        let (assertions, impls) = (assertions::of_union(&scope), union::impls(&scope));
        let impls = in_a_constant(&scope.outside, &quote!(#assertions #impls));
        quote!(#partial #patch #impls)
    });
    quote!(#errors #items)
}

/// Wraps the impls in an unnamed constant, inside of which the runtime has a short name.
fn in_a_constant(runtime: &TokenList, impls: &TokenStream) -> TokenStream {
    let allowed = allowed();
    quote! {
        #allowed
        const _: () = {
            use #runtime as __graph;
            #impls
        };
    }
}
