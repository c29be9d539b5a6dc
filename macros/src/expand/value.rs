//! Makes a type the value of properties: a complex type of all properties, an entity of navigation properties only.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Ident;

use super::scope::Scope;
use crate::input::Kind;

/// What is implemented for it.
pub(super) fn impls<M, S>(scope: &Scope<'_, M, S>, name: &Ident, kind: Kind) -> TokenStream {
    let runtime = &scope.runtime;
    let codec = quote!(type Codec = #runtime::ComplexCodec<Self>;);
    let complex = (kind == Kind::Complex).then(|| {
        let value = scope.implement(&quote!(#runtime::GraphValue), name, &codec);
        let complex = scope.implement(&quote!(#runtime::GraphComplex), name, &TokenStream::new());
        quote!(#value #complex)
    });
    let related = scope.implement(&quote!(#runtime::Related), name, &codec);
    quote!(#complex #related)
}
