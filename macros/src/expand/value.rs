//! Makes a type the value of properties: a complex type of all properties, an entity of navigation properties, and of the
//! members of complex types, by value.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Ident;

use super::scope::Scope;
use crate::input::Kind;

/// What is implemented for it.
pub(super) fn impls<M, S>(scope: &Scope<'_, M, S>, name: &Ident, kind: Kind) -> TokenStream {
    let runtime = &scope.runtime;
    let codec = quote!(type Codec = #runtime::ComplexCodec<Self>;);
    let value = scope.implement(
        &quote!(#runtime::GraphValue),
        name,
        &match kind {
            Kind::Complex => codec.clone(),
            Kind::Resource => quote!(#codec const IS_ENTITY: #runtime::bool = true;),
        },
    );
    let complex =
        (kind == Kind::Complex).then(|| scope.implement(&quote!(#runtime::GraphComplex), name, &TokenStream::new()));
    let related = scope.implement(&quote!(#runtime::Related), name, &codec);
    quote!(#value #complex #related)
}
