//! What is emitted where nothing can be made of the input: the generated names, so that their uses are no errors.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::DeriveInput;
use syn::ext::IdentExt;

/// Empty items under the default names.
pub(super) fn structured(input: &DeriveInput) -> TokenStream {
    let vis = &input.vis;
    let names = ["Partial", "Patch"].map(|suffix| format_ident!("{}{suffix}", input.ident.unraw()));
    quote!(#(#[doc(hidden)] #vis struct #names;)*)
}
