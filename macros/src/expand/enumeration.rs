//! `GraphEnum`: two tables and the conversions over them.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Index;

use super::scope::EnumScope;

/// What is implemented for the enum.
pub(super) fn impls(scope: &EnumScope<'_>) -> TokenStream {
    let (model, runtime) = (scope.model, &scope.runtime);
    let name = &model.input.ident;
    let wires = scope.slots.iter().map(|member| &member.wire);
    let idents: Vec<_> = scope.slots.iter().map(|member| member.ident).collect();
    let rows: Vec<_> = (0..idents.len()).map(Index::from).collect();
    // The shape of the variant may be the mistake.
    let unknown = model.unknown().filter(|_| !model.is_broken);
    let (from_unknown, unknown_arm) = match unknown {
        Some(unknown) => (
            quote!(Self::#unknown(__graph_name)),
            quote!(Self::#unknown(__graph_name) => #runtime::Result::Err(__graph_name),),
        ),
        None => (quote!(loop {}), quote!(_ => #runtime::Result::Err(""),)),
    };
    let odata_type = model.options.odata_type.as_ref().map(|name| {
        let name = name.trim_start_matches('#');
        quote!(const ODATA_TYPE: #runtime::Option<&'static str> = #runtime::Option::Some(#name);)
    });
    let graph_enum = quote! {
        const MEMBERS: &'static [&'static str] = &[#(#wires),*];
        const ALL: &'static [Self] = &[#(Self::#idents),*];
        #odata_type
        type Flags = #runtime::FlagsEnumeration<Self>;
        #[inline]
        fn unknown(__graph_name: #runtime::String) -> Self {
            #from_unknown
        }
        #[inline]
        fn variant_index(&self) -> #runtime::Result<usize, &str> {
            match self {
                #(Self::#idents => #runtime::Result::Ok(#rows),)*
                #unknown_arm
            }
        }
    };
    let display = quote! {
        #[inline]
        fn fmt(&self, __graph_f: &mut #runtime::Formatter<'_>) -> #runtime::FmtResult {
            __graph_f.pad(#runtime::GraphEnum::as_str(self))
        }
    };
    let from_str = quote! {
        type Err = #runtime::Infallible;
        #[inline]
        fn from_str(__graph_name: &str) -> #runtime::Result<Self, #runtime::Infallible> {
            #runtime::Result::Ok(#runtime::GraphEnum::from_name(__graph_name))
        }
    };
    [
        scope.implement(&quote!(#runtime::GraphEnum), name, &graph_enum),
        scope.implement(&quote!(#runtime::GraphValue), name, &quote!(type Codec = #runtime::EnumCodec<Self>;)),
        scope.implement(&quote!(#runtime::Display), name, &display),
        scope.implement(&quote!(#runtime::FromStr), name, &from_str),
        scope.serde(scope.model.input, scope.model.is_broken, "serialize_member", "deserialize_member"),
    ]
    .into_iter()
    .collect()
}
