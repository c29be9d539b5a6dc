//! What a resource has and a complex value has not: a path, a key, and handles of its properties.

use std::collections::BTreeSet;

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use syn::Generics;

use super::partial::unused;
use super::tokens::{borrowed_mut, call, key, nullable_key, path, row};
use super::{allowed, runtime};
use crate::model::{Served, Structured};
use crate::path::{Piece, Segment, Template};
use crate::trees::Trees;

/// The struct of handles.
pub(super) fn props(model: &Structured<'_>, generics: &Generics) -> TokenStream {
    let runtime = model.runtime();
    let (vis, name, props) = (&model.input.vis, &model.input.ident, &model.names.props);
    let (_, type_generics, clause) = generics.split_for_impl();
    let summary = format!("The properties of [`{name}`], by name and type.");
    let fields = model.properties.iter().map(|property| {
        let (ident, ty, wire) = (property.ident, property.ty, &property.wire);
        let line = format!("`{wire}`.");
        if property.options.navigation.is_set() {
            let (entity, is_many) = property.related();
            let cardinality = Trees::from(if is_many { "Many" } else { "One" });
            let handle = quote!(#runtime::NavigationProperty<#name #type_generics, #entity, #runtime::#cardinality>);
            return quote!(#[doc = #line] pub #ident: #handle,);
        }
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
    let (impl_generics, type_generics, clause) = generics.split_for_impl();
    let starts = model.paths.iter().enumerate().map(|(number, path)| start(path, number == 0, &runtime));
    let unused = unused(model, &runtime).map(|(ident, _)| ident).into_iter();
    let handles = model.properties.iter().enumerate().map(|(index, property)| {
        let (ident, row) = (property.ident, row(index));
        let name = if property.options.navigation.is_set() { "NavigationProperty" } else { "Property" };
        let handle = Trees::from(name);
        quote!(#ident: #runtime::#handle::new(#row),)
    });
    quote! {
        impl #impl_generics #name #type_generics #clause {
            #(#starts)*
            #[doc = "The properties, by name and type."]
            #[must_use]
            #[inline]
            pub fn props() -> #props #type_generics {
                #props { #(#handles)* #(#unused: #runtime::PhantomData,)* }
            }
        }
    }
}

/// `at` and `collection` of one path.
pub(super) fn start(served: &Served, is_primary: bool, runtime: &Trees) -> TokenStream {
    let Served { template, at, collection, .. } = served;
    let keys: Vec<_> =
        template.placeholders().map(|name| format_ident!("__graph_{name}", span = Span::call_site())).collect();
    let at_line = format!("The resource at `{template}`.");
    // The primary path is known as `GraphResource::PATH`.
    let further = (!is_primary).then(|| {
        let parts = parts(template, runtime);
        quote!(&[#(#parts),*],)
    });
    let new = if is_primary { quote!(new) } else { quote!(on) };
    let in_collection = served.has_key().then(|| {
        let parents = &keys[..keys.len() - template.key().count()];
        let line = format!("The collection that the resources at `{template}` are in.");
        quote! {
            #[doc = #line]
            #[must_use]
            #[inline]
            pub fn #collection(#(#parents: impl #runtime::Display),*) -> #runtime::Collection<Self> {
                #runtime::Collection::#new(#further &[#(&#parents),*])
            }
        }
    });
    quote! {
        #[doc = #at_line]
        #[must_use]
        pub fn #at(#(#keys: impl #runtime::Display),*) -> #runtime::At<Self> {
            #runtime::At::#new(#further &[#(&#keys),*])
        }
        #in_collection
    }
}

/// The values of the placeholders that keys are made of, where there is more than the key alone.
fn key_of(model: &Structured<'_>, runtime: &Trees) -> Option<TokenStream> {
    let key = model.key()?.name();
    let names: BTreeSet<&str> = model.paths.iter().flat_map(|path| path.template.key()).collect();
    let arms: Vec<_> = names
        .into_iter()
        .filter(|name| *name != key)
        .filter_map(|name| {
            let shown = match model.named(name)? {
                property if property.nullable.is_some() => nullable_key(property, runtime),
                property => {
                    let key = self::key(property, runtime);
                    quote!(#runtime::Option::Some(#key)).into()
                }
            };
            Some(quote!(#name => #shown,))
        })
        .collect();
    (!arms.is_empty()).then(|| {
        quote! {
            fn key_of(&self, __graph_name: &str) -> #runtime::Option<&dyn #runtime::Display> {
                match __graph_name {
                    #(#arms)*
                    _ => #runtime::GraphResource::key(self),
                }
            }
        }
    })
}

/// What is implemented for it.
pub(super) fn impls(model: &Structured<'_>, generics: &Generics) -> TokenStream {
    let runtime = runtime();
    let (name, partial) = (&model.input.ident, &model.names.partial);
    let (impl_generics, type_generics, clause) = generics.split_for_impl();
    let parts = model.paths.first().map(|path| parts(&path.template, &runtime)).unwrap_or_default();
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
    let key_of = (!model.is_broken).then(|| key_of(model, &runtime));
    let etag = model.etag().filter(|_| !model.is_broken).map(|property| {
        let field = borrowed_mut("self", property);
        let held = call(path(&runtime, "ETagField::held_mut", property.spot), field, property.spot);
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
            #key_of
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
pub(super) fn parts(template: &Template, runtime: &Trees) -> Vec<TokenStream> {
    let mut parts = Vec::new();
    let mut text = String::new();
    for segment in &template.segments {
        let part = match segment {
            Segment::Literal(name) => {
                text.push('/');
                text.push_str(name);
                continue;
            }
            Segment::Placeholder(name) => quote!(Key(#name)),
            Segment::Predicate(name, pieces) => {
                text.push('/');
                text.push_str(name);
                let pieces = pieces.iter().map(|piece| {
                    let piece = match piece {
                        Piece::Text(text) => quote!(Literal(#text)),
                        Piece::Quoted(name) => quote!(Quoted(#name)),
                        Piece::Bare(name) => quote!(Bare(#name)),
                    };
                    quote!(#runtime::PredicatePart::#piece)
                });
                quote!(Predicate(&[#(#pieces),*]))
            }
            Segment::Cast(name) => {
                let name = format!("/{name}");
                quote!(Cast(#name))
            }
        };
        if !text.is_empty() {
            parts.push(quote!(#runtime::PathPart::Literal(#text)));
            text.clear();
        }
        parts.push(quote!(#runtime::PathPart::#part));
    }
    if !text.is_empty() {
        parts.push(quote!(#runtime::PathPart::Literal(#text)));
    }
    parts
}
