//! What makes a type the value of a property: a complex type of any, an entity of a navigation property alone.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Generics, Ident};

use super::runtime;
use crate::model::Kind;

/// What is implemented for it.
pub(super) fn impls(name: &Ident, kind: Kind, generics: &Generics) -> TokenStream {
    let runtime = runtime();
    let (impl_generics, type_generics, clause) = generics.split_for_impl();
    let complex = (kind == Kind::Complex).then(|| {
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
    }
}
