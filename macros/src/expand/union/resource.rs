//! Makes a union with a path a resource.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::Ident;

use super::super::list::TokenList;
use super::super::resource::{path, starts};
use super::super::scope::{Arm, UnionScope};
use super::super::tokens::call;
use super::variant::of;
use crate::input::case::Case;

/// The functions and the impl of `GraphResource`: paths, and the key that the value has.
pub(super) fn resource(scope: &UnionScope<'_>) -> TokenStream {
    let (model, runtime) = (scope.model, &scope.runtime);
    let name = &model.input.ident;
    let starts = starts(&model.routes, runtime);
    let parts = path(&model.routes, runtime);
    let this = TokenList::from("Self");
    let value = quote!(__graph_value);
    let arms = |method: &str, arguments: &TokenStream, unknown: &TokenStream| -> TokenStream {
        let arm = |arm: &Arm<'_>| {
            let pattern = of(&this, arm, value.clone());
            if arm.is_unknown {
                return quote!(#pattern => #unknown,);
            }
            let (first, payload) = (arm.span.first, arm.payload);
            let (method, runtime) = (Ident::new(method, arm.span.last), arm.span.at_first(runtime));
            let method = quote_spanned!(first=> <#payload as #runtime::GraphResource>::#method);
            let arguments = arm.span.at_first(quote!(#value #arguments));
            let call = call(method, arguments, arm.span);
            quote!(#pattern => #call,)
        };
        scope.slots.iter().map(arm).collect()
    };
    let none = quote!(#runtime::Option::None);
    // The key of an unknown object is a member. Its name is made of the placeholder, as wire names are made of fields.
    let names = model.routes.iter().flat_map(|route| route.template.key());
    let members: Vec<_> = names
        .map(|name| {
            let wire = Case::default().of_field(name);
            quote!(#name => #runtime::unknown_key(#value, #wire),)
        })
        .collect();
    let key = model.routes.iter().flat_map(|route| route.template.key()).next().map_or(none.clone(), |name| {
        let wire = Case::default().of_field(name);
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
    let inherent = scope.inherent(name, &starts);
    let items = quote! {
        const PATH: &'static [#runtime::PathPart] = &[#(#parts),*];
        #methods
    };
    let resource = scope.implement(&quote!(#runtime::GraphResource), name, &items);
    quote!(#inherent #resource)
}
