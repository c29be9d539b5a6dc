//! The tokens that name a property's slot, placed so that what the compiler says of a field's type is said once.
//!
//! A type that is no Graph value is refused by the compiler wherever the expansion names its codec. All those places
//! carry the span of the type, from its first token to its last, so that the refusals are the same to the letter, and
//! the compiler shows one.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
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

fn open(token: &TokenTree) -> Span {
    match token {
        TokenTree::Group(group) => group.span_open(),
        token => token.span(),
    }
}

fn close(token: &TokenTree) -> Span {
    match token {
        TokenTree::Group(group) => group.span_close(),
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
pub(super) fn of_type(name: &TokenStream, ty: &Type, runtime: &TokenStream) -> TokenStream {
    let (first, last) = ends(ty);
    let runtime = located(runtime.clone(), first);
    let name = located(name.clone(), first);
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
    let runtime = located(runtime.clone(), first);
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
    let runtime = located(runtime.clone(), first);
    let close = quote_spanned!(last=> >);
    if property.nullable.is_some() {
        quote_spanned!(first=> #runtime::Field<#state #close)
    } else {
        quote_spanned!(first=> #runtime::Option<#state #close)
    }
}

/// `base.field`, with the span of the field's type from end to end.
pub(super) fn field(base: &TokenStream, property: &Property<'_>) -> TokenStream {
    place(&TokenStream::new(), base, property.ident, property.value())
}

/// `&base.field`.
pub(super) fn borrowed(base: &TokenStream, property: &Property<'_>) -> TokenStream {
    place(&quote!(&), base, property.ident, property.value())
}

/// `&mut base.field`.
pub(super) fn borrowed_mut(base: &TokenStream, property: &Property<'_>) -> TokenStream {
    place(&quote!(&mut), base, property.ident, property.value())
}

/// `& base.field`, with the span of the type from end to end.
pub(super) fn place(reference: &TokenStream, base: &TokenStream, ident: &Ident, ty: &Type) -> TokenStream {
    let (first, last) = ends(ty);
    let (reference, base) = (located(reference.clone(), first), located(base.clone(), first));
    let mut ident = ident.clone();
    // Of the derive as the base is: the compiler joins spans of one origin only. Names of fields know no hygiene.
    ident.set_span(last);
    quote_spanned!(first=> #reference #base.#ident)
}

/// `field: value`, where the value has the span of the field's type from end to end.
pub(super) fn init(property: &Property<'_>, value: &TokenStream) -> TokenStream {
    let (first, _) = ends(property.value());
    let mut ident = property.ident.clone();
    ident.set_span(first);
    quote_spanned!(first=> #ident: #value)
}

/// `function(arguments)`, with the span of the type from end to end, if the function's begins there.
pub(super) fn call(function: &TokenStream, arguments: TokenStream, ty: &Type) -> TokenStream {
    let (_, last) = ends(ty);
    let mut arguments = Group::new(Delimiter::Parenthesis, arguments);
    arguments.set_span(last);
    quote!(#function #arguments)
}

/// `function::<slot>(arguments)`, of a function or a method, with the span of the field's type from end to end.
pub(super) fn call_for(
    function: &TokenStream,
    slot: &TokenStream,
    arguments: TokenStream,
    property: &Property<'_>,
) -> TokenStream {
    let ty = property.value();
    let first = ends(ty).0;
    let function = located(function.clone(), first);
    call(&quote_spanned!(first=> #function::<#slot>), arguments, ty)
}

/// `runtime::name`, with the span of the type from end to end.
pub(super) fn path(runtime: &TokenStream, name: &TokenStream, ty: &Type) -> TokenStream {
    let (first, last) = ends(ty);
    let mut tokens: Vec<TokenTree> = located(quote!(#runtime::#name), first).into_iter().collect();
    if let Some(token) = tokens.last_mut() {
        token.set_span(last);
    }
    tokens.into_iter().collect()
}

/// The key as what is written into a path, with the span of its type: the type may have no `Display`.
pub(super) fn key(property: &Property<'_>, runtime: &TokenStream) -> TokenStream {
    call(&path(runtime, &quote!(shown_key), property.ty), borrowed(&quote!(self), property), property.ty)
}

/// Whether the type is one of the plain values, by its name.
pub(super) fn is_plain(ty: &Type) -> bool {
    const PLAIN: [&str; 6] = ["String", "bool", "i32", "i64", "f64", "DateTimeOffset"];
    matches!(ty, Type::Path(path) if PLAIN.iter().any(|name| path.path.is_ident(name)))
}

/// Whether the type is a `Vec`, by its name.
pub(super) fn is_collection(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.path.segments.last().is_some_and(|segment| segment.ident == "Vec"))
}

/// The row of the table: a literal without a suffix.
pub(super) fn row(index: usize) -> Index {
    Index::from(index)
}

/// The tokens, at the place of a span.
pub(super) fn located(tokens: TokenStream, span: Span) -> TokenStream {
    tokens
        .into_iter()
        .map(|mut token| {
            token.set_span(token.span().located_at(span));
            token
        })
        .collect()
}
