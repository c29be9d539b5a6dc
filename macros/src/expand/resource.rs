//! What a resource has and a complex value has not: a path, a key, and handles of its properties.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use syn::Generics;

use super::partial::unused;
use super::tokens::{borrowed_mut, call, key, path, row};
use super::{allowed, runtime};
use crate::model::Structured;
use crate::path::Segment;

/// The struct of handles.
pub(super) fn props(model: &Structured<'_>, generics: &Generics) -> TokenStream {
    let runtime = model.runtime();
    let (vis, name, props) = (&model.input.vis, &model.input.ident, &model.names.props);
    let (_, type_generics, clause) = generics.split_for_impl();
    let summary = format!("The properties of [`{name}`], by name and type.");
    let fields = model.properties.iter().map(|property| {
        let (ident, ty, wire) = (property.ident, property.ty, &property.wire);
        let line = format!("`{wire}`.");
        quote!(#[doc = #line] pub #ident: #runtime::Property<#name #type_generics, #ty>,)
    });
    let allowed = allowed();
    let unused = unused(model, &runtime).map(|(ident, ty)| quote!(#[doc(hidden)] pub #ident: #ty,));
    quote! {
        #[doc = #summary]
        #allowed
        #vis struct #props #generics #clause {
            #(#fields)*
            #unused
        }
    }
}

/// `at`, `collection` and `props` on the user's struct.
fn functions(model: &Structured<'_>, generics: &Generics) -> TokenStream {
    let runtime = runtime();
    let (name, props) = (&model.input.ident, &model.names.props);
    let (at, collection) = (&model.names.at, &model.names.collection);
    let (impl_generics, type_generics, clause) = generics.split_for_impl();
    let keys: Vec<_> =
        model.placeholders().map(|name| format_ident!("__graph_{name}", span = Span::call_site())).collect();
    let path = template(model);
    let at_line = format!("The resource at `{path}`.");
    let in_collection = model.has_key().then(|| {
        let parents = &keys[..keys.len() - 1];
        let line = format!("The collection that the resources at `{path}` are in.");
        quote! {
            #[doc = #line]
            #[must_use]
            pub fn #collection(#(#parents: impl #runtime::Display),*) -> #runtime::Collection<Self> {
                #runtime::Collection::new(&[#(&#parents),*])
            }
        }
    });
    let unused = unused(model, &runtime).map(|(ident, _)| ident).into_iter();
    let handles = model.properties.iter().enumerate().map(|(index, property)| {
        let (ident, row) = (property.ident, row(index));
        quote!(#ident: #runtime::Property::new(#row),)
    });
    quote! {
        impl #impl_generics #name #type_generics #clause {
            #[doc = #at_line]
            #[must_use]
            pub fn #at(#(#keys: impl #runtime::Display),*) -> #runtime::At<Self> {
                #runtime::At::new(&[#(&#keys),*])
            }
            #in_collection
            #[doc = "The properties, by name and type."]
            #[must_use]
            pub fn props() -> #props #type_generics {
                #props { #(#handles)* #(#unused: #runtime::PhantomData,)* }
            }
        }
    }
}

fn template(model: &Structured<'_>) -> String {
    let segments = model.path.iter().map(|segment| match segment {
        Segment::Literal(text) => format!("/{text}"),
        Segment::Placeholder(name) => format!("/<{name}>"),
    });
    segments.collect()
}

/// What is implemented for it.
pub(super) fn impls(model: &Structured<'_>, generics: &Generics) -> TokenStream {
    let runtime = runtime();
    let (name, partial) = (&model.input.ident, &model.names.partial);
    let (impl_generics, type_generics, clause) = generics.split_for_impl();
    let parts = parts(model, &runtime);
    let functions = functions(model, generics);
    let key = model.key().filter(|_| !model.is_broken).map(|property| {
        let key = key(property, &runtime);
        quote! {
            #[inline]
            fn key(&self) -> #runtime::Option<&dyn #runtime::Display> {
                #runtime::Option::Some(#key)
            }
        }
    });
    let etag = model.etag().filter(|_| !model.is_broken).map(|property| {
        let field = borrowed_mut(&quote!(self), property);
        let held = call(&path(&runtime, &quote!(ETagField::held), property.spot), field, property.spot);
        quote! {
            #[inline]
            fn etag_mut(&mut self) -> #runtime::Option<&mut #runtime::Option<#runtime::ETag>> {
                #runtime::Option::Some(#held)
            }
        }
    });
    quote! {
        #functions
        #[automatically_derived]
        impl #impl_generics #runtime::GraphResource for #name #type_generics #clause {
            const PATH: &'static [#runtime::PathPart] = &[#(#parts),*];
            #key
            #etag
        }
        #[automatically_derived]
        impl #impl_generics #runtime::NewResource<#name #type_generics> for #partial #type_generics #clause {
            #[inline]
            fn write_new<__GraphS: #runtime::Serializer>(&self, __graph_to: __GraphS)
                -> #runtime::Result<__GraphS::Ok, __GraphS::Error>
            {
                #runtime::serialize_new(self, __graph_to)
            }
        }
    }
}

/// The template, neighbouring literals joined.
fn parts(model: &Structured<'_>, runtime: &TokenStream) -> Vec<TokenStream> {
    let mut parts = Vec::new();
    let mut literal = String::new();
    for segment in &model.path {
        match segment {
            Segment::Literal(text) => {
                literal.push('/');
                literal.push_str(text);
            }
            Segment::Placeholder(name) => {
                if !literal.is_empty() {
                    parts.push(quote!(#runtime::PathPart::Literal(#literal)));
                    literal = String::new();
                }
                parts.push(quote!(#runtime::PathPart::Key(#name)));
            }
        }
    }
    if !literal.is_empty() {
        parts.push(quote!(#runtime::PathPart::Literal(#literal)));
    }
    parts
}
