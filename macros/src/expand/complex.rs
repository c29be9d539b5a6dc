//! What makes a struct the value of a property: a complex type of any, an entity of a navigation property alone.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Generics;

use super::runtime;
use super::sound::mention;
use crate::model::{Kind, Structured};

/// What is implemented for it.
pub(super) fn impls(model: &Structured<'_>, generics: &Generics) -> TokenStream {
    let runtime = runtime();
    let (name, patch) = (&model.input.ident, &model.names.patch);
    let sound = mention();
    let (impl_generics, type_generics, clause) = generics.split_for_impl();
    let complex = (model.kind == Kind::Complex).then(|| {
        quote! {
            #[automatically_derived]
            impl #impl_generics #runtime::GraphValue for #name #type_generics #clause {
                type Codec = #runtime::Complex<Self>;
            }
            #[automatically_derived]
            impl #impl_generics #runtime::GraphComplex for #name #type_generics #clause {}
        }
    });
    quote! {
        #complex
        #[automatically_derived]
        impl #impl_generics #runtime::Related for #name #type_generics #clause {
            type Codec = #runtime::Complex<Self>;
        }
        #[automatically_derived]
        impl #impl_generics #runtime::From<#patch #type_generics> for #runtime::Change<#name #type_generics> #clause {
            #[inline]
            fn from(__graph_patch: #patch #type_generics) -> Self {
                #sound
                #runtime::Change::Members(__graph_patch.0)
            }
        }
    }
}
