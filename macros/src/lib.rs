//! The derives of `graph-resource`. Use them through that crate, which re-exports them and documents the traits that
//! they implement.

mod attr;
mod case;
mod check;
mod diagnostic;
mod errors;
mod expand;
mod model;
mod path;
mod suggest;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Derives `GraphResource` for a struct: an OData entity type and the path where it is served.
///
/// See the crate `graph-resource`.
#[proc_macro_derive(GraphResource, attributes(graph_resource))]
pub fn derive_graph_resource(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    expand::structured(&input, model::Kind::Resource).into()
}

/// Derives `GraphComplex` for a struct: an OData complex type.
///
/// See the crate `graph-resource`.
#[proc_macro_derive(GraphComplex, attributes(graph_resource))]
pub fn derive_graph_complex(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    expand::structured(&input, model::Kind::Complex).into()
}

/// Derives `GraphEnum` for an enum: an OData enumeration type.
///
/// See the crate `graph-resource`.
#[proc_macro_derive(GraphEnum, attributes(graph_resource))]
pub fn derive_graph_enum(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    expand::enumeration(&input).into()
}
