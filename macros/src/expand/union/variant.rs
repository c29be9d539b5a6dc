//! Tokens that stand at the type of a variant's payload, so that the compiler reports a mistake in the type once.

use super::super::scope::of_payload;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::super::list::TokenList;
use super::super::scope::Arm;
use super::super::tokens::call;

/// `<RelatedCodec<Payload> as Variant>::item(arguments)`, likewise.
pub(super) fn call_of_payload(item: &str, arm: &Arm<'_>, arguments: TokenStream, runtime: &TokenList) -> TokenStream {
    let function = of_payload(item, arm, runtime);
    call(function, arm.span.at_first(arguments), arm.span).into_token_stream()
}

/// A value for a variant, in the `Box` that the user wrote.
pub(super) fn boxed(arm: &Arm<'_>, value: TokenStream, runtime: &TokenList) -> TokenStream {
    if arm.is_boxed { quote!(#runtime::Box::new(#value)) } else { value }
}

/// The value of a variant, taken out of the `Box` that the user wrote.
pub(super) fn unboxed(arm: &Arm<'_>, value: &TokenStream) -> TokenStream {
    if arm.is_boxed { quote!(*#value) } else { quote!(#value) }
}

/// `Enum::Variant`, with the span of the payload's type from end to end.
pub(super) fn constructor(union: &TokenList, arm: &Arm<'_>) -> TokenList {
    let span = arm.span;
    let path = span.at_first(union.clone().then("::").then(arm.ident.clone()));
    if span.is_asked { path.ending(span.last) } else { path }
}

/// `Enum::Variant(inner)`, likewise.
pub(super) fn of(union: &TokenList, arm: &Arm<'_>, inner: impl Into<TokenList>) -> TokenStream {
    call(constructor(union, arm), arm.span.at_first(inner), arm.span).into_token_stream()
}
