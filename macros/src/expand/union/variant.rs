//! The tokens that name a variant and its payload, placed so that what the compiler says of the payload's type is said once.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::Ident;

use super::super::runtime;
use super::super::tokens::call;
use crate::model::UnionVariant;
use crate::trees::Trees;

/// `<RelatedCodec<Payload> as Variant>::item`, with the span of the payload's type from end to end: where that is refused, the compiler
/// says it once.
pub(super) fn of_payload(item: &str, variant: &UnionVariant<'_>, runtime: &Trees) -> TokenStream {
    let (first, last) = (variant.spot.first, variant.spot.last);
    let (payload, runtime) = (variant.payload, variant.spot.at_first(runtime));
    let item = Ident::new(item, last);
    let close = quote_spanned!(first=> >);
    quote_spanned!(first=> <#runtime::RelatedCodec<#payload #close as #runtime::Variant>::#item)
}

/// The same, called.
pub(super) fn call_of_payload(item: &str, variant: &UnionVariant<'_>, arguments: TokenStream) -> TokenStream {
    let function = of_payload(item, variant, &runtime());
    call(function, variant.spot.at_first(arguments), variant.spot).into_token_stream()
}

/// A value for a variant, in the `Box` that the user wrote.
pub(super) fn boxed(variant: &UnionVariant<'_>, value: TokenStream, runtime: &Trees) -> TokenStream {
    if variant.is_boxed { quote!(#runtime::Box::new(#value)) } else { value }
}

/// What a variant holds, taken out of the `Box` that the user wrote.
pub(super) fn unboxed(variant: &UnionVariant<'_>, value: &TokenStream) -> TokenStream {
    if variant.is_boxed { quote!(*#value) } else { quote!(#value) }
}

/// `Enum::Variant(inner)`, with the span of the payload's type from end to end.
pub(super) fn of(union: &Trees, variant: &UnionVariant<'_>, inner: impl Into<Trees>) -> TokenStream {
    let spot = variant.spot;
    let path = spot.at_first(union.clone().then("::").then(variant.ident.clone()));
    let path = if spot.is_asked { path.ending(spot.last) } else { path };
    call(path, spot.at_first(inner), spot).into_token_stream()
}
