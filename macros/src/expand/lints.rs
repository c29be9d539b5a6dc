//! The lints that generated code is free of.

use proc_macro2::TokenStream;
use quote::quote;

/// Lints that the user's own code can cause in generated code, where there is nothing to mend.
pub(super) fn allowed() -> TokenStream {
    quote! {
        #[allow(
            // Few users need all generated items.
            dead_code,
            // Generated code names the user's deprecated items. The lint still holds for the user's own code.
            deprecated,
            // Generated items have the struct's visibility, and name the types of private fields.
            private_interfaces,
            private_bounds,
            // Generated names are made of the user's names.
            non_camel_case_types,
            non_snake_case,
            // `Eq` would be a promise: a later field may hold a floating-point number.
            clippy::derive_partial_eq_without_eq,
        )]
    }
}
