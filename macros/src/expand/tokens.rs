//! The tokens that name a property's slot, placed so that what the compiler says of a field's type is said once.
//!
//! A type that is no Graph value is refused by the compiler wherever the expansion names its codec. All those places
//! carry the span of the type, from its first token to its last, so that the refusals are the same to the letter, and
//! the compiler shows one.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::{Ident, Index, Type};

use crate::model::{Codec, Property};

/// First and last span of a type, resolved where the derive was called.
pub(super) fn ends(ty: &Type) -> (Span, Span) {
    let mut tokens = ty.to_token_stream().into_iter();
    let Some(first) = tokens.next() else { return (Span::call_site(), Span::call_site()) };
    let last = tokens.last().unwrap_or_else(|| first.clone());
    let (first, last) = (open(&first), close(&last));
    (Span::call_site().located_at(first), Span::call_site().located_at(last))
}

fn open(token: &proc_macro2::TokenTree) -> Span {
    match token {
        proc_macro2::TokenTree::Group(group) => group.span_open(),
        token => token.span(),
    }
}

fn close(token: &proc_macro2::TokenTree) -> Span {
    match token {
        proc_macro2::TokenTree::Group(group) => group.span_close(),
        token => token.span(),
    }
}

/// `…::CodecOf<T>`, or the codec that an option names.
pub(super) fn codec(property: &Property<'_>, index: usize, runtime: &TokenStream) -> TokenStream {
    let ty = property.value();
    match &property.codec {
        Codec::Native => of_type(&quote!(CodecOf), ty, runtime),
        Codec::Opaque => of_type(&quote!(Opaque), ty, runtime),
        Codec::With(_) => {
            let module = with_module(index);
            quote!(#runtime::With<#module>)
        }
    }
}

/// `…::name<T>`, with the span of `T` from end to end.
fn of_type(name: &TokenStream, ty: &Type, runtime: &TokenStream) -> TokenStream {
    let (first, last) = ends(ty);
    let runtime = spanned(runtime.clone(), first);
    let name = spanned(name.clone(), first);
    let close = quote_spanned!(last=> >);
    quote_spanned!(first=> #runtime::#name<#ty #close)
}

/// The unit struct that stands for the module of a field marked `with`.
pub(super) fn with_module(index: usize) -> Ident {
    format_ident!("__GraphWith{index}")
}

/// The slot: `Required<…>`, `Nullable<…>`, `Defaulted<Required<…>>`.
pub(super) fn slot(property: &Property<'_>, index: usize, runtime: &TokenStream) -> TokenStream {
    let (first, last) = ends(property.value());
    let codec = codec(property, index, runtime);
    let runtime = spanned(runtime.clone(), first);
    let close = quote_spanned!(last=> >);
    if property.nullable.is_some() {
        quote_spanned!(first=> #runtime::Nullable<#codec #close)
    } else if property.has_default() {
        quote_spanned!(first=> #runtime::Defaulted<#runtime::Required<#codec #close #close)
    } else {
        quote_spanned!(first=> #runtime::Required<#codec #close)
    }
}

/// What the partial holds for the property: `Option<State<T>>`, or `Field<State<T>>` for a nullable one.
pub(super) fn state(property: &Property<'_>, runtime: &TokenStream) -> TokenStream {
    let ty = property.value();
    let state = match property.codec {
        Codec::Native => of_type(&quote!(State), ty, runtime),
        Codec::Opaque | Codec::With(_) => quote!(#ty),
    };
    let (first, last) = ends(ty);
    let runtime = spanned(runtime.clone(), first);
    let close = quote_spanned!(last=> >);
    if property.nullable.is_some() {
        quote_spanned!(first=> #runtime::Field<#state #close)
    } else {
        quote_spanned!(first=> #runtime::Option<#state #close)
    }
}

/// `base.field`, with the span of the field's type from end to end.
pub(super) fn field(base: &TokenStream, property: &Property<'_>) -> TokenStream {
    let (first, last) = ends(property.value());
    let base = spanned(base.clone(), first);
    let mut ident = property.ident.clone();
    ident.set_span(ident.span().located_at(last));
    quote_spanned!(first=> #base.#ident)
}

/// `&base.field`.
pub(super) fn borrowed(base: &TokenStream, property: &Property<'_>) -> TokenStream {
    let (first, _) = ends(property.value());
    let field = field(base, property);
    quote_spanned!(first=> &#field)
}

/// `&mut base.field`.
pub(super) fn borrowed_mut(base: &TokenStream, property: &Property<'_>) -> TokenStream {
    let (first, _) = ends(property.value());
    let field = field(base, property);
    quote_spanned!(first=> &mut #field)
}

/// The row of the table: a literal without a suffix.
pub(super) fn row(index: usize) -> Index {
    Index::from(index)
}

fn spanned(tokens: TokenStream, span: Span) -> TokenStream {
    tokens
        .into_iter()
        .map(|mut token| {
            token.set_span(token.span().located_at(span));
            token
        })
        .collect()
}
