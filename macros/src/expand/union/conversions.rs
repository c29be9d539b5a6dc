//! What turns a value of one of the types, and the patch of one, into those of the union.
//!
//! The compiler refuses two implementations that might be of one type. Payloads that are the same to the letter have none
//! therefore, and of a payload with a parameter of the union's, which stands for many types, there is one where no other
//! payload could be among them.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::{Generics, Ident, Type};

use super::super::runtime;
use super::super::sound::{mention, mentions, parameters};
use super::variant::{boxed, of, of_payload};
use crate::model::{Union, UnionVariant};

pub(super) fn conversions(model: &Union<'_>, generics: &Generics) -> TokenStream {
    let of_payloads = with_own_payload(model).map(|variant| {
        let (payload, is_unknown) = (variant.payload, variant.is_unknown);
        let value =
            (!is_unknown && !names(payload, &model.input.ident)).then(|| from_payload(model, generics, variant));
        // What is said of a type cannot be named where there was a mistake.
        let patch = (!model.is_broken).then(|| of_payload_patch(model, generics, variant));
        quote!(#patch #value)
    });
    let (of_payloads, of_a_patch) = (of_payloads.collect::<TokenStream>(), from_patch(model, generics));
    quote!(#of_payloads #of_a_patch)
}

/// The variants whose payload is no other one's.
fn with_own_payload<'m, 'i>(model: &'m Union<'i>) -> impl Iterator<Item = &'m UnionVariant<'i>> {
    let parameters = parameters(&model.input.generics);
    model.variants.iter().enumerate().filter_map(move |(index, variant)| {
        let payload = variant.payload;
        let stands_for_many = mentions(payload, &parameters);
        let mut others = model.variants.iter().enumerate().filter(|(other, _)| *other != index);
        let is_shared = others.any(|(_, other)| {
            text(other.payload) == text(payload) || (stands_for_many && may_be(payload, other.payload, &parameters))
        });
        (!is_shared).then_some(variant)
    })
}

fn text(ty: &Type) -> String {
    ty.to_token_stream().to_string()
}

/// Whether a type with parameters may be another one: where it is a parameter, where either is no plain path, and where
/// their names are the same.
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

/// Whether the type is the union itself, by its name: it holds no union, which is told, and would convert into itself.
fn names(ty: &Type, union: &Ident) -> bool {
    let Type::Path(path) = ty else { return false };
    path.path.segments.last().is_some_and(|segment| segment.ident == *union || segment.ident == "Self")
}

/// `From` the struct, and from the `Box` of it that the variant has.
fn from_payload(model: &Union<'_>, generics: &Generics, variant: &UnionVariant<'_>) -> TokenStream {
    let runtime = runtime();
    let (name, payload, ident) = (&model.input.ident, variant.payload, variant.ident);
    let (impl_generics, type_generics, clause) = generics.split_for_impl();
    let from = |of: TokenStream, value: TokenStream| {
        quote! {
            #[automatically_derived]
            impl #impl_generics #runtime::From<#of> for #name #type_generics #clause {
                #[inline]
                fn from(__graph_value: #of) -> Self {
                    Self::#ident(#value)
                }
            }
        }
    };
    let of_payload = from(quote!(#payload), boxed(variant, quote!(__graph_value), &runtime));
    let of_box = variant.is_boxed.then(|| from(quote!(#runtime::Box<#payload>), quote!(__graph_value)));
    quote!(#of_payload #of_box)
}

/// What is said of the struct, said of the union.
fn of_payload_patch(model: &Union<'_>, generics: &Generics, variant: &UnionVariant<'_>) -> TokenStream {
    let (runtime, sound) = (runtime(), mention());
    let (name, said, payload) = (&model.input.ident, &model.names.partial, variant.payload);
    let (impl_generics, type_generics, clause) = generics.split_for_impl();
    let value = of(&said.clone().into(), variant, boxed(variant, quote!(__graph_said), &runtime));
    let of = of_payload("Said", variant, &runtime);
    // The function as a whole has the span of the type from end to end.
    let (first, last) = (variant.spot.first, variant.spot.last);
    let signature = quote_spanned!(first=> fn hold(__graph_said: #of) -> #runtime::UnionPartial<Self>);
    let body = quote_spanned!(last=> { #sound #runtime::UnionPartial::of(#value) });
    let function = quote!(#signature #body);
    quote! {
        #[automatically_derived]
        impl #impl_generics #runtime::Holds<#payload> for #name #type_generics #clause {
            type Said = #of;
            #function
        }
    }
}

/// `From` the patch of a struct.
fn from_patch(model: &Union<'_>, generics: &Generics) -> TokenStream {
    let (runtime, sound) = (runtime(), mention());
    let (name, patch_name) = (&model.input.ident, &model.names.patch);
    let (_, type_generics, _) = generics.split_for_impl();
    let mut generics = generics.clone();
    generics.params.push(syn::parse_quote!(__GraphPatch: #runtime::GraphPatch));
    let clause = generics.make_where_clause();
    clause
        .predicates
        .push(syn::parse_quote!(__GraphPatch::Whole: #runtime::Structured<Partial = __GraphPatch::Partial>));
    clause.predicates.push(
        syn::parse_quote!(#name #type_generics: #runtime::GraphUnion + #runtime::Holds<__GraphPatch::Whole, Said = __GraphPatch::Partial>),
    );
    let (impl_generics, _, clause) = generics.split_for_impl();
    let said = quote!(<#name #type_generics as #runtime::Holds<__GraphPatch::Whole>>::hold(__graph_partial));
    quote! {
        #[automatically_derived]
        impl #impl_generics #runtime::From<__GraphPatch> for #patch_name #type_generics #clause {
            fn from(__graph_patch: __GraphPatch) -> Self {
                #sound
                let __graph_partial = #runtime::GraphPatch::into_partial(__graph_patch);
                Self(#said)
            }
        }
    }
}
