//! Handles of the properties, by name and type.

use proc_macro2::TokenStream;
use quote::quote;

use super::lints::allowed;
use super::list::TokenList;
use super::partial::unused;
use super::resource::starts;
use super::scope::StructScope;

/// The struct of handles.
pub(super) fn item(scope: &StructScope<'_>) -> TokenStream {
    let (model, runtime, generics) = (scope.model, &scope.outside, &scope.generics);
    let (vis, name, props) = (&model.input.vis, &model.input.ident, &model.names.props);
    let (_, type_generics, clause) = generics.split_for_impl();
    let summary = format!(
        "The properties of [`{name}`], by name and type: for `filter`, `order_by`, `select` and `expand`. Made by its derive."
    );
    let fields = model.properties.iter().map(|property| {
        let (ident, ty, wire) = (property.ident, property.ty, &property.wire);
        let line = format!("`{wire}`.");
        if property.options.navigation.is_set() {
            let (entity, is_many) = property.related();
            let cardinality = TokenList::from(if is_many { "Many" } else { "One" });
            let handle = quote!(#runtime::NavigationProperty<#name #type_generics, #entity, #runtime::#cardinality>);
            return quote!(#[doc = #line] pub #ident: #handle,);
        }
        quote!(#[doc = #line] pub #ident: #runtime::Property<#name #type_generics, #ty>,)
    });
    let allowed = allowed();
    let unused = unused(scope).map(|(ident, ty)| quote!(#[doc(hidden)] pub #ident: #ty,));
    quote! {
        #[doc = #summary]
        #allowed
        #vis struct #props #generics #clause {
            #(#fields)*
            #unused
        }
    }
}

/// `props` on the user's struct, and the functions where requests to a resource start.
pub(super) fn functions(scope: &StructScope<'_>) -> TokenStream {
    let (model, runtime) = (scope.model, &scope.runtime);
    let (name, props) = (&model.input.ident, &model.names.props);
    let applied_props = scope.applied(props);
    let unused = unused(scope).map(|(ident, _)| ident).into_iter();
    let handles = scope.slots.iter().map(|slot| {
        let (ident, row) = (slot.ident, &slot.row);
        let name = if slot.options.navigation.is_set() { "NavigationProperty" } else { "Property" };
        let handle = TokenList::from(name);
        quote!(#ident: #runtime::#handle::new(#row),)
    });
    let starts = starts(&model.routes, runtime);
    let items = quote! {
        #starts
        #[doc = "The properties, by name and type."]
        #[must_use]
        #[inline]
        pub fn props() -> #applied_props {
            #props { #(#handles)* #(#unused: #runtime::PhantomData,)* }
        }
    };
    scope.inherent(name, &items)
}
