//! `GraphEnum`: two tables and the conversions over them.

use proc_macro2::TokenStream;
use quote::quote;
use syn::parse_quote;

use super::partial::deserialize;
use super::tokens::row;
use super::{allowed, runtime};
use crate::model::Enumeration;

/// What is implemented for the enum.
pub(super) fn impls(model: &Enumeration<'_>) -> TokenStream {
    let runtime = runtime();
    let name = &model.input.ident;
    let mut generics = model.input.generics.clone();
    // A mistake that was told, and not to be told again: members are constants, which borrow nothing.
    for parameter in generics.lifetimes_mut() {
        parameter.bounds.push(parse_quote!('static));
    }
    let (impl_generics, type_generics, clause) = generics.split_for_impl();
    let wires = model.members.iter().map(|member| &member.wire);
    let idents: Vec<_> = model.members.iter().map(|member| member.ident).collect();
    let rows: Vec<_> = (0..idents.len()).map(row).collect();
    let deserialize =
        deserialize(&generics, &quote!(#name), &quote!(#runtime::deserialize_member(__graph_from)), &runtime);
    // Where there was a mistake, what is emitted only has to be free of others.
    let unknown = model.unknown.filter(|_| !model.is_broken);
    let (from_unknown, unknown_arm) = match unknown {
        Some(unknown) => (
            quote!(Self::#unknown(__graph_name)),
            quote!(Self::#unknown(__graph_name) => #runtime::Result::Err(__graph_name),),
        ),
        None => (quote!(loop {}), quote!(_ => #runtime::Result::Err(""),)),
    };
    let (allowed, path) = (allowed(), model.runtime());
    quote! {
        #allowed
        const _: () = {
            use #path as __graph;
            #[automatically_derived]
            impl #impl_generics #runtime::GraphEnum for #name #type_generics #clause {
                const MEMBERS: &'static [&'static str] = &[#(#wires),*];
                const ALL: &'static [Self] = &[#(Self::#idents),*];
                type Flags = #runtime::FlagsEnumeration<Self>;
                #[inline]
                fn unknown(__graph_name: #runtime::String) -> Self {
                    #from_unknown
                }
                #[inline]
                fn place(&self) -> #runtime::Result<usize, &str> {
                    match self {
                        #(Self::#idents => #runtime::Result::Ok(#rows),)*
                        #unknown_arm
                    }
                }
            }
            #[automatically_derived]
            impl #impl_generics #runtime::GraphValue for #name #type_generics #clause {
                type Codec = #runtime::Enumeration<Self>;
            }
            #[automatically_derived]
            impl #impl_generics #runtime::Display for #name #type_generics #clause {
                #[inline]
                fn fmt(&self, __graph_f: &mut #runtime::Formatter<'_>) -> #runtime::FmtResult {
                    __graph_f.pad(#runtime::GraphEnum::as_str(self))
                }
            }
            #[automatically_derived]
            impl #impl_generics #runtime::FromStr for #name #type_generics #clause {
                type Err = #runtime::Infallible;
                #[inline]
                fn from_str(__graph_name: &str) -> #runtime::Result<Self, #runtime::Infallible> {
                    #runtime::Result::Ok(#runtime::GraphEnum::from_name(__graph_name))
                }
            }
            #[automatically_derived]
            impl #impl_generics #runtime::Serialize for #name #type_generics #clause {
                #[inline]
                fn serialize<__GraphS: #runtime::Serializer>(&self, __graph_to: __GraphS)
                    -> #runtime::Result<__GraphS::Ok, __GraphS::Error>
                {
                    #runtime::Serializer::serialize_str(__graph_to, #runtime::GraphEnum::as_str(self))
                }
            }
            #deserialize
        };
    }
}
