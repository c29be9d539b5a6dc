//! Tokens that stand at a field's type.
//!
//! The compiler refuses a type that is no Graph value wherever the expansion names its codec. All those places carry the
//! span of the type, from its first token to its last. The errors are then the same to the letter, and the compiler shows
//! one of them.

use proc_macro2::{Delimiter, Group, TokenStream};
use quote::{ToTokens, format_ident};
use syn::Ident;

use super::list::TokenList;
use super::span::TypeSpan;
use crate::input::{Codec, Property};

/// `…::CodecOf<T>`, or the codec that an option names.
pub(super) fn codec(property: &Property<'_>, index: usize, span: TypeSpan, runtime: &TokenList) -> TokenList {
    let of_value = |name| applied(runtime, name, property.value().to_token_stream().into(), span);
    match &property.codec {
        Codec::Native if property.is_relationship() => of_value("::RelatedCodec<"),
        Codec::Native => of_value("::CodecOf<"),
        Codec::Opaque => of_value("::OpaqueCodec<"),
        Codec::With(_) => runtime.clone().then("::WithCodec<").then(with_module(index)).then(">"),
    }
}

/// The slot of a property: `Required<…>`, `Nullable<…>`, `NotNull<…>`, `Inline<…>` or `Defaulted<Required<…>>`.
pub(super) fn slot_type(property: &Property<'_>, index: usize, span: TypeSpan, runtime: &TokenList) -> TokenList {
    let codec = codec(property, index, span, runtime);
    let applied = |name, argument| applied(runtime, name, argument, span);
    match property.nullable {
        Some(_) if property.is_inline() => applied("::Inline<", codec),
        Some(_) if !property.has_null() => applied("::NotNull<", codec),
        Some(_) => applied("::Nullable<", codec),
        None if property.has_default() => applied("::Defaulted<", applied("::Required<", codec)),
        None => applied("::Required<", codec),
    }
}

/// The unit struct that stands for the module of a field marked `with`.
pub(super) fn with_module(index: usize) -> Ident {
    format_ident!("__GraphWith{index}")
}

/// `…::Name<argument>`, with the span of the type from end to end; the name as `"::Name<"`.
pub(super) fn applied(runtime: &TokenList, name: &str, argument: TokenList, span: TypeSpan) -> TokenList {
    let open = span.at_first(runtime).then(TokenList::of(name, span.first));
    open.then(argument).then(TokenList::of(">", span.last))
}

/// `& base.field`, with the span of the type from end to end.
pub(super) fn place(reference: &str, base: &str, ident: &Ident, span: TypeSpan) -> TokenList {
    let mut ident = ident.clone();
    // The compiler joins spans of one origin only, and the base is the derive's. Names of fields have no hygiene.
    ident.set_span(span.last);
    let of = |text| TokenList::of(text, span.first);
    of(reference).then(of(base)).then(of(".")).then(ident)
}

/// `function(arguments)`, with the span of the type from end to end, if the function's begins there.
pub(super) fn call(function: impl Into<TokenList>, arguments: impl Into<TokenStream>, span: TypeSpan) -> TokenList {
    let mut arguments = Group::new(Delimiter::Parenthesis, arguments.into());
    arguments.set_span(span.last);
    function.into().then(arguments)
}

/// `runtime::name`, with the span of the type from end to end.
pub(super) fn path(runtime: &TokenList, name: &str, span: TypeSpan) -> TokenList {
    let of = |text| TokenList::of(text, span.first);
    span.at_first(runtime).then(of("::")).then(of(name)).ending(span.last)
}
