//! The derives of `graph-resource`. Use them through that crate, which re-exports them and documents the traits that
//! they implement.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod check;
mod diagnostic;
mod errors;
mod expand;
mod input;
mod suggest;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

#[doc = include_str!("../docs/resource.md")]
#[proc_macro_derive(GraphResource, attributes(graph_resource, serde))]
pub fn derive_graph_resource(input: TokenStream) -> TokenStream {
    let input = input::self_type::named(parse_macro_input!(input as DeriveInput));
    expand::structure(&input, input::Kind::Resource).into()
}

#[doc = include_str!("../docs/complex.md")]
#[proc_macro_derive(GraphComplex, attributes(graph_resource, serde))]
pub fn derive_graph_complex(input: TokenStream) -> TokenStream {
    let input = input::self_type::named(parse_macro_input!(input as DeriveInput));
    expand::structure(&input, input::Kind::Complex).into()
}

#[doc = include_str!("../docs/enumeration.md")]
#[proc_macro_derive(GraphEnum, attributes(graph_resource, serde))]
pub fn derive_graph_enum(input: TokenStream) -> TokenStream {
    let input = input::self_type::named(parse_macro_input!(input as DeriveInput));
    expand::enumeration(&input).into()
}

#[doc = include_str!("../docs/union.md")]
#[proc_macro_derive(GraphUnion, attributes(graph_resource, serde))]
pub fn derive_graph_union(input: TokenStream) -> TokenStream {
    let input = input::self_type::named(parse_macro_input!(input as DeriveInput));
    expand::union(&input).into()
}
