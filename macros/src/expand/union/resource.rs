//! What makes a union with a path a resource.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{Generics, Ident};

use super::super::resource::{parts, start};
use super::super::runtime;
use super::super::tokens::call;
use super::variant::of;
use crate::model::{Union, UnionVariant};
use crate::trees::Trees;

/// What makes it a resource: paths, and the key that the value has.
pub(super) fn resource(model: &Union<'_>, generics: &Generics) -> TokenStream {
    let runtime = runtime();
    let name = &model.input.ident;
    let (impl_generics, type_generics, clause) = generics.split_for_impl();
    let starts = model.paths.iter().enumerate().map(|(number, path)| start(path, number == 0, &runtime));
    let parts = model.paths.first().map(|path| parts(&path.template, &runtime)).unwrap_or_default();
    let this = Trees::from("Self");
    let value = quote!(__graph_value);
    let arms = |method: &str, arguments: &TokenStream, unknown: &TokenStream| -> TokenStream {
        let arm = |variant: &UnionVariant<'_>| {
            let pattern = of(&this, variant, value.clone());
            if variant.is_unknown {
                return quote!(#pattern => #unknown,);
            }
            let (first, payload) = (variant.spot.first, variant.payload);
            let (method, runtime) = (Ident::new(method, variant.spot.last), variant.spot.at_first(&runtime));
            let method = quote_spanned!(first=> <#payload as #runtime::GraphResource>::#method);
            let arguments = variant.spot.at_first(quote!(#value #arguments));
            let call = call(method, arguments, variant.spot);
            quote!(#pattern => #call,)
        };
        model.variants.iter().map(arm).collect()
    };
    let none = quote!(#runtime::Option::None);
    // Of an unknown object, the key is a member by the name that the rule gives the placeholder.
    let names = model.paths.iter().flat_map(|path| path.template.key());
    let members: Vec<_> = names
        .map(|name| {
            let wire = crate::case::Case::default().of_field(name);
            quote!(#name => #runtime::unknown_key(#value, #wire),)
        })
        .collect();
    let key = model.paths.iter().flat_map(|path| path.template.key()).next().map_or(none.clone(), |name| {
        let wire = crate::case::Case::default().of_field(name);
        quote!(#runtime::unknown_key(#value, #wire))
    });
    let methods = (!model.is_broken).then(|| {
        let keys = arms("key", &TokenStream::new(), &key);
        let unknown = quote!(match __graph_name { #(#members)* _ => #none });
        let keys_of = arms("key_of", &quote!(, __graph_name), &unknown);
        let tags = arms("etag_mut", &TokenStream::new(), &none);
        quote! {
            fn key(&self) -> #runtime::Option<&dyn #runtime::Display> {
                match self { #keys }
            }
            #[allow(unreachable_patterns)]
            fn key_of(&self, __graph_name: &str) -> #runtime::Option<&dyn #runtime::Display> {
                match self { #keys_of }
            }
            #[allow(unused_variables)]
            fn etag_mut(&mut self) -> #runtime::Option<&mut #runtime::Option<#runtime::ETag>> {
                match self { #tags }
            }
        }
    });
    quote! {
        impl #impl_generics #name #type_generics #clause {
            #(#starts)*
        }
        #[automatically_derived]
        impl #impl_generics #runtime::GraphResource for #name #type_generics #clause {
            const PATH: &'static [#runtime::PathPart] = &[#(#parts),*];
            #methods
        }
    }
}
