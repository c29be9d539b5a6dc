//! The tokens that name a property's slot, placed so that what the compiler says of a field's type is said once.
//!
//! A type that is no Graph value is refused by the compiler wherever the expansion names its codec. All those places
//! carry the span of the type, from its first token to its last, so that the refusals are the same to the letter, and
//! the compiler shows one.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::{format_ident, quote, quote_spanned};
use syn::{Ident, Index, Type};

use crate::model::{Codec, Property};
use crate::spot::{Spot, is_primitive};

/// `…::CodecOf<T>`, or the codec that an option names.
pub(super) fn codec(property: &Property<'_>, index: usize, runtime: &TokenStream) -> TokenStream {
    match &property.codec {
        Codec::Native if property.is_relationship() => of_type(&quote!(RelatedCodec), property, runtime),
        Codec::Native => of_type(&quote!(CodecOf), property, runtime),
        Codec::Opaque => of_type(&quote!(Opaque), property, runtime),
        Codec::With(_) => {
            let module = with_module(index);
            quote!(#runtime::With<#module>)
        }
    }
}

/// `…::name<T>`, with the span of `T` from end to end.
pub(super) fn of_type(name: &TokenStream, property: &Property<'_>, runtime: &TokenStream) -> TokenStream {
    let (ty, Spot { first, last, .. }) = (property.value(), property.spot);
    let (runtime, name) = (property.spot.at_first(runtime.clone()), property.spot.at_first(name.clone()));
    let close = quote_spanned!(last=> >);
    quote_spanned!(first=> #runtime::#name<#ty #close)
}

/// The unit struct that stands for the module of a field marked `with`.
pub(super) fn with_module(index: usize) -> Ident {
    format_ident!("__GraphWith{index}")
}

/// The slot: `Required<…>`, `Nullable<…>`, `Defaulted<Required<…>>`.
pub(super) fn slot(property: &Property<'_>, index: usize, runtime: &TokenStream) -> TokenStream {
    let Spot { first, last, .. } = property.spot;
    let codec = codec(property, index, runtime);
    let runtime = property.spot.at_first(runtime.clone());
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
        Codec::Native if property.is_relationship() => of_type(&quote!(RelatedState), property, runtime),
        // A primitive is its own state: the compiler need not find that out anew wherever the field is used.
        Codec::Native if is_primitive(ty) => quote!(#ty),
        Codec::Native => of_type(&quote!(State), property, runtime),
        Codec::Opaque | Codec::With(_) => quote!(#ty),
    };
    let Spot { first, last, .. } = property.spot;
    let runtime = property.spot.at_first(runtime.clone());
    let close = quote_spanned!(last=> >);
    if property.nullable.is_some() {
        quote_spanned!(first=> #runtime::Field<#state #close)
    } else {
        quote_spanned!(first=> #runtime::Option<#state #close)
    }
}

/// `base.field`, with the span of the field's type from end to end.
pub(super) fn field(base: &TokenStream, property: &Property<'_>) -> TokenStream {
    place(&TokenStream::new(), base, property.ident, property.spot)
}

/// `&base.field`.
pub(super) fn borrowed(base: &TokenStream, property: &Property<'_>) -> TokenStream {
    place(&quote!(&), base, property.ident, property.spot)
}

/// `&mut base.field`.
pub(super) fn borrowed_mut(base: &TokenStream, property: &Property<'_>) -> TokenStream {
    place(&quote!(&mut), base, property.ident, property.spot)
}

/// `& base.field`, with the span of the type from end to end.
pub(super) fn place(reference: &TokenStream, base: &TokenStream, ident: &Ident, spot: Spot) -> TokenStream {
    let Spot { first, last, .. } = spot;
    let (reference, base) = (spot.at_first(reference.clone()), spot.at_first(base.clone()));
    let mut ident = ident.clone();
    // Of the derive as the base is: the compiler joins spans of one origin only. Names of fields know no hygiene.
    ident.set_span(last);
    quote_spanned!(first=> #reference #base.#ident)
}

/// `field: value`, where the value has the span of the field's type from end to end.
pub(super) fn init(property: &Property<'_>, value: &TokenStream) -> TokenStream {
    let first = property.spot.first;
    let mut ident = property.ident.clone();
    ident.set_span(first);
    quote_spanned!(first=> #ident: #value)
}

/// `function(arguments)`, with the span of the type from end to end, if the function's begins there.
pub(super) fn call(function: &TokenStream, arguments: TokenStream, spot: Spot) -> TokenStream {
    let mut arguments = Group::new(Delimiter::Parenthesis, arguments);
    arguments.set_span(spot.last);
    quote!(#function #arguments)
}

/// `function::<slot>(arguments)`, of a function or a method, with the span of the field's type from end to end.
pub(super) fn call_for(
    function: &TokenStream,
    slot: &TokenStream,
    arguments: TokenStream,
    property: &Property<'_>,
) -> TokenStream {
    let first = property.spot.first;
    let function = property.spot.at_first(function.clone());
    call(&quote_spanned!(first=> #function::<#slot>), arguments, property.spot)
}

/// `runtime::name`, with the span of the type from end to end.
pub(super) fn path(runtime: &TokenStream, name: &TokenStream, spot: Spot) -> TokenStream {
    if !spot.is_asked {
        return quote!(#runtime::#name);
    }
    let mut tokens: Vec<TokenTree> = spot.at_first(quote!(#runtime::#name)).into_iter().collect();
    if let Some(token) = tokens.last_mut() {
        token.set_span(spot.last);
    }
    tokens.into_iter().collect()
}

/// The key as what is written into a path, with the span of its type: the type may have no `Display`.
pub(super) fn key(property: &Property<'_>, runtime: &TokenStream) -> TokenStream {
    call(&path(runtime, &quote!(shown_key), property.spot), borrowed(&quote!(self), property), property.spot)
}

/// The same of a nullable property that is a part of a key.
pub(super) fn nullable_key(property: &Property<'_>, runtime: &TokenStream) -> TokenStream {
    call(&path(runtime, &quote!(shown_nullable_key), property.spot), borrowed(&quote!(self), property), property.spot)
}

/// Whether the type is a `Vec`, by its name.
pub(super) fn is_collection(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.path.segments.last().is_some_and(|segment| segment.ident == "Vec"))
}

/// The row of the table: a literal without a suffix.
pub(super) fn row(index: usize) -> Index {
    Index::from(index)
}
