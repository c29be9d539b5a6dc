//! The partial: the one state of a type, which answers and patches share.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Generics;

use super::tokens::{borrowed, borrowed_mut, field, row, slot, state};
use crate::model::Structured;

/// The struct.
pub(super) fn item(model: &Structured<'_>, generics: &Generics) -> TokenStream {
    let runtime = model.runtime();
    let (vis, name) = (&model.input.vis, &model.names.partial);
    let summary = format!("What an answer says of a [`{}`]: each property optional.", model.input.ident);
    let (_, _, clause) = generics.split_for_impl();
    let fields = model.properties.iter().map(|property| {
        let (ident, state) = (property.ident, state(property, &runtime));
        let attributes = documented(&property.repeated, || format!("The property `{}`.", property.wire));
        quote!(#attributes pub #ident: #state,)
    });
    let additional = model.additional.as_ref().map(|additional| {
        let (ident, ty) = (additional.ident, additional.ty);
        quote!(#[doc = "The properties that the type does not name."] pub #ident: #ty,)
    });
    quote! {
        #[doc = #summary]
        #[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
        #[allow(deprecated, private_interfaces, private_bounds)]
        #vis struct #name #generics #clause {
            #(#fields)*
            #additional
        }
    }
}

/// The field's own documentation and deprecation, or a line that names it.
pub(super) fn documented(repeated: &[&syn::Attribute], otherwise: impl FnOnce() -> String) -> TokenStream {
    if repeated.iter().any(|attribute| attribute.path().is_ident("doc")) {
        return quote!(#(#repeated)*);
    }
    let line = otherwise();
    quote!(#[doc = #line] #(#repeated)*)
}

/// What is implemented for it.
pub(super) fn impls(model: &Structured<'_>, generics: &Generics) -> TokenStream {
    let runtime = model.runtime();
    let (whole, name) = (&model.input.ident, &model.names.partial);
    let shown = name.to_string();
    let (impl_generics, type_generics, clause) = generics.split_for_impl();
    let (this, later) = (quote!(self), quote!(__graph_later));
    let reads = model.properties.iter().enumerate().map(|(index, property)| {
        let (slot, place, row) = (slot(property, index, &runtime), borrowed_mut(&this, property), row(index));
        quote!(#row => __graph_members.read::<#slot>(#row, #place),)
    });
    let visits = model.properties.iter().enumerate().map(|(index, property)| {
        let (slot, place, row) = (slot(property, index, &runtime), borrowed(&this, property), row(index));
        quote!(__graph_visitor.visit::<#slot>(#row, #place);)
    });
    let merges = model.properties.iter().enumerate().map(|(index, property)| {
        let (slot, place) = (slot(property, index, &runtime), borrowed_mut(&this, property));
        let later = field(&later, property);
        quote!(<#slot as #runtime::Slot>::merge(#place, #later);)
    });
    let defaults = model.properties.iter().map(|property| {
        let ident = property.ident;
        if property.nullable.is_some() {
            quote!(#ident: #runtime::Field::Absent,)
        } else {
            quote!(#ident: #runtime::Option::None,)
        }
    });
    let additional = model.additional.as_ref().map(|additional| accessors(additional.ident, &runtime));
    let no_additional = model.additional.as_ref().map(|additional| {
        let ident = additional.ident;
        quote!(#ident: #runtime::Default::default(),)
    });
    let etag = model.etag().map(|property| {
        let ident = property.ident;
        quote! {
            #[inline]
            fn etag(&self) -> #runtime::Option<&#runtime::ETag> {
                self.#ident.as_ref().value()
            }
        }
    });
    quote! {
        #[automatically_derived]
        impl #impl_generics #runtime::Partial for #name #type_generics #clause {
            type Whole = #whole #type_generics;
            #[inline]
            fn read_property<'__graph_de, __GraphAccess: #runtime::MapAccess<'__graph_de>>(
                &mut self,
                __graph_index: usize,
                __graph_members: &mut #runtime::Members<'_, __GraphAccess>,
            ) -> #runtime::Result<(), __GraphAccess::Error> {
                match __graph_index {
                    #(#reads)*
                    _ => #runtime::Result::Ok(()),
                }
            }
            #[inline]
            fn visit_properties<__GraphVisitor: #runtime::StateVisitor>(&self, __graph_visitor: &mut __GraphVisitor) {
                #(#visits)*
            }
            #[inline]
            fn merge_properties(&mut self, __graph_later: Self) {
                #(#merges)*
            }
            #additional
            #etag
        }
        #[automatically_derived]
        impl #impl_generics #runtime::Default for #name #type_generics #clause {
            #[inline]
            fn default() -> Self {
                Self { #(#defaults)* #no_additional }
            }
        }
        #[automatically_derived]
        impl #impl_generics #runtime::Debug for #name #type_generics #clause {
            #[inline]
            fn fmt(&self, __graph_f: &mut #runtime::Formatter<'_>) -> #runtime::FmtResult {
                #runtime::debug_partial(self, #shown, __graph_f)
            }
        }
        #[automatically_derived]
        impl #impl_generics #runtime::Serialize for #name #type_generics #clause {
            #[inline]
            fn serialize<__GraphS: #runtime::Serializer>(&self, __graph_to: __GraphS)
                -> #runtime::Result<__GraphS::Ok, __GraphS::Error>
            {
                #runtime::serialize_partial(self, __graph_to)
            }
        }
    }
    .into_iter()
    .chain(deserialize(generics, &quote!(#name), &quote!(deserialize_partial), &runtime))
    .collect()
}

/// `additional` and `additional_mut`, of a whole and of a partial alike.
pub(super) fn accessors(ident: &syn::Ident, runtime: &TokenStream) -> TokenStream {
    quote! {
        #[inline]
        fn additional(&self) -> #runtime::Option<&#runtime::Map<#runtime::String, #runtime::Value>> {
            #runtime::Option::Some(&self.#ident)
        }
        #[inline]
        fn additional_mut(&mut self) -> #runtime::Option<&mut #runtime::Map<#runtime::String, #runtime::Value>> {
            #runtime::Option::Some(&mut self.#ident)
        }
    }
}

/// `Deserialize`, by a function of the runtime.
pub(super) fn deserialize(
    generics: &Generics,
    name: &TokenStream,
    function: &TokenStream,
    runtime: &TokenStream,
) -> TokenStream {
    let (_, type_generics, clause) = generics.split_for_impl();
    let mut with_lifetime = generics.clone();
    with_lifetime.params.insert(0, syn::parse_quote!('__graph_de));
    let (impl_generics, ..) = with_lifetime.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics #runtime::Deserialize<'__graph_de> for #name #type_generics #clause {
            #[inline]
            fn deserialize<__GraphD: #runtime::Deserializer<'__graph_de>>(__graph_from: __GraphD)
                -> #runtime::Result<Self, __GraphD::Error>
            {
                #runtime::#function(__graph_from)
            }
        }
    }
}
