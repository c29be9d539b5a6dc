//! Conversions of a value and a patch of one type into the union's.
//!
//! The compiler refuses two implementations that might be for one type. So payloads with the same spelling have none. A
//! payload with a parameter of the union stands for many types: it has one if no other payload could be among them.

use super::super::scope::of_payload;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::{Ident, Type, parse_quote};

use super::super::scope::{Arm, UnionScope};
use super::variant::{boxed, of};
use crate::input::types::{ends_in, mentions, parameters};

pub(super) fn conversions(scope: &UnionScope<'_>) -> TokenStream {
    let of_payloads = with_own_payload(scope).map(|(_, arm)| {
        let is_converted = !arm.is_unknown && !names(arm.payload, &scope.model.input.ident);
        let value = is_converted.then(|| from_payload(scope, arm));
        // The types of the partial cannot be named where there was a mistake.
        let patch = (!scope.model.is_broken).then(|| of_payload_patch(scope, arm));
        quote!(#patch #value)
    });
    let (of_payloads, of_a_patch) = (of_payloads.collect::<TokenStream>(), from_patch(scope));
    quote!(#of_payloads #of_a_patch)
}

/// The variants, with their numbers, whose payload is the payload of no other variant.
pub(super) fn with_own_payload<'s, 'm>(scope: &'s UnionScope<'m>) -> impl Iterator<Item = (usize, &'s Arm<'m>)> {
    let parameters = parameters(&scope.model.input.generics);
    scope.slots.iter().enumerate().filter_map(move |(index, arm)| {
        let payload = arm.payload;
        let stands_for_many = mentions(payload, &parameters);
        let mut others = scope.slots.iter().enumerate().filter(|(other, _)| *other != index);
        let is_shared = others.any(|(_, other)| {
            text(other.payload) == text(payload) || (stands_for_many && may_be(payload, other.payload, &parameters))
        });
        (!is_shared).then_some((index, arm))
    })
}

fn text(ty: &Type) -> String {
    ty.to_token_stream().to_string()
}

/// Whether a type with parameters may be the other type: if it is a parameter, if either is no plain path, or if their
/// names are the same.
fn may_be(ty: &Type, other: &Type, parameters: &[String]) -> bool {
    let name = |ty: &Type| match ty {
        Type::Path(path) if path.qself.is_none() => path.path.segments.last().map(|segment| segment.ident.to_string()),
        _ => None,
    };
    match (name(ty), name(other)) {
        (Some(name), Some(other)) => {
            // `T`, or `T::Item`.
            let first = |ty: &Type| match ty {
                Type::Path(path) => path.path.segments.first().map(|segment| segment.ident.to_string()),
                _ => None,
            };
            name == other || first(ty).is_some_and(|first| parameters.contains(&first))
        }
        _ => true,
    }
}

/// Whether the type is the union itself, by its name. A union in a union is reported, and would convert into itself.
fn names(ty: &Type, union: &Ident) -> bool {
    matches!(ty, Type::Path(path) if ends_in(path, &union.to_string()) || ends_in(path, "Self"))
}

/// `From` the struct, and from the `Box` of it that the variant has.
fn from_payload(scope: &UnionScope<'_>, arm: &Arm<'_>) -> TokenStream {
    let runtime = &scope.runtime;
    let (payload, ident) = (arm.payload, arm.ident);
    let from = |of: &TokenStream, value: &TokenStream| {
        let items = quote! {
            #[inline]
            fn from(__graph_value: #of) -> Self {
                Self::#ident(#value)
            }
        };
        scope.implement(&quote!(#runtime::From<#of>), &scope.model.input.ident, &items)
    };
    let of_payload = from(&quote!(#payload), &boxed(arm, quote!(__graph_value), runtime));
    let of_box = arm.is_boxed.then(|| from(&quote!(#runtime::Box<#payload>), &quote!(__graph_value)));
    quote!(#of_payload #of_box)
}

/// Lifts the partial of the struct into the partial of the union.
fn of_payload_patch(scope: &UnionScope<'_>, arm: &Arm<'_>) -> TokenStream {
    let (model, runtime, asserted) = (scope.model, &scope.runtime, &scope.asserted);
    let (said, payload) = (&model.names.partial, arm.payload);
    let value = of(&said.clone().into(), arm, boxed(arm, quote!(__graph_state), runtime));
    let of = of_payload("State", arm, runtime);
    // The function as a whole has the span of the type from end to end.
    let (first, last) = (arm.span.first, arm.span.last);
    let signature = quote_spanned!(first=> fn within(__graph_state: #of) -> #runtime::UnionPartial<Self>);
    let body = quote_spanned!(last=> { #asserted #runtime::UnionPartial::of(#value) });
    let items = quote!(type State = #of; #signature #body);
    scope.implement(&quote!(#runtime::PatchedBy<#payload>), &model.input.ident, &items)
}

/// `From` the patch of a struct.
fn from_patch(scope: &UnionScope<'_>) -> TokenStream {
    let (runtime, asserted) = (&scope.runtime, &scope.asserted);
    let (union, patch) = (scope.applied(&scope.model.input.ident), scope.applied(&scope.model.names.patch));
    let mut generics = scope.generics.clone();
    generics.params.push(parse_quote!(__GraphPatch: #runtime::GraphPatch));
    let clause = generics.make_where_clause();
    clause.predicates.push(parse_quote!(__GraphPatch::Whole: #runtime::Structured<Partial = __GraphPatch::Partial>));
    clause.predicates.push(parse_quote!(
        #union: #runtime::GraphUnion + #runtime::PatchedBy<__GraphPatch::Whole, State = __GraphPatch::Partial>
    ));
    let (impl_generics, _, clause) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics #runtime::From<__GraphPatch> for #patch #clause {
            fn from(__graph_patch: __GraphPatch) -> Self {
                #asserted
                #runtime::patch_of_type(__graph_patch)
            }
        }
    }
}
