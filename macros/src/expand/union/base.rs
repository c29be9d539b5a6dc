//! What a union has of its base type: the handles of its properties. And what requests may name of the others.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use syn::Index;

use super::super::scope::{UnionScope, of_payload};
use super::conversions::with_own_payload;
use super::variant::call_of_payload;

/// `props` on the enum, and the types whose properties requests for it may name.
pub(super) fn queries(scope: &UnionScope<'_>) -> TokenStream {
    let (model, runtime) = (scope.model, &scope.runtime);
    let name = &model.input.ident;
    let derived = with_own_payload(scope).filter(|(_, arm)| !arm.is_unknown && !arm.is_base()).map(|(index, arm)| {
        let (payload, row) = (arm.payload, Index::from(index));
        let items = quote! {
            fn qualifier() -> #runtime::Option<&'static str> {
                <Self as #runtime::GraphUnion>::TYPES[#row]
            }
        };
        scope.implement(&quote!(#runtime::Declares<#payload>), name, &items)
    });
    let derived = (!model.is_broken).then(|| derived.collect::<TokenStream>());
    let base = with_own_payload(scope).find(|(_, arm)| arm.is_base()).map(|(_, arm)| {
        let props = of_payload("Props", arm, runtime);
        let handles = call_of_payload("handles", arm, TokenStream::new(), runtime);
        (arm.payload.to_token_stream(), quote!(#props), handles)
    });
    let base = base.or_else(|| {
        let base = model.options.base.as_ref()?;
        let structured = quote!(<#base as #runtime::Structured>);
        Some((base.to_token_stream(), quote!(#structured::Props), quote!(#structured::handles())))
    });
    let base = base.filter(|_| !model.is_broken).map(|(base, props, handles)| {
        let function = quote! {
            #[doc = "The properties that the base type declares, by name and type."]
            #[must_use]
            #[inline]
            pub fn props() -> #props {
                #handles
            }
        };
        let derived = scope.implement(&quote!(#runtime::DerivedFrom<#base>), name, &TokenStream::new());
        let function = scope.inherent(name, &function);
        quote!(#derived #function)
    });
    quote!(#derived #base)
}
