//! What only a resource has: paths, and a key.

use std::collections::BTreeSet;

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};

use super::list::TokenList;
use super::scope::StructScope;
use crate::input::Route;
use crate::input::path::{Piece, Segment, Template};

/// The functions of all routes.
pub(super) fn starts(routes: &[Route], runtime: &TokenList) -> TokenStream {
    routes.iter().enumerate().map(|(number, route)| start(route, number == 0, runtime)).collect()
}

/// `at` and `collection` of one route.
fn start(route: &Route, is_primary: bool, runtime: &TokenList) -> TokenStream {
    let Route { template, at, collection, .. } = route;
    let keys: Vec<_> = template.placeholders().map(|name| format_ident!("{name}_", span = Span::call_site())).collect();
    let at_line = format!("The resource at `{template}`, as the option `path` says. Requests for one start here.");
    // The primary path is known as `GraphResource::PATH`.
    let further = (!is_primary).then(|| {
        let parts = parts(template, runtime);
        quote!(&[#(#parts),*],)
    });
    let new = if is_primary { quote!(new) } else { quote!(on) };
    let in_collection = route.has_key().then(|| {
        let parents = &keys[..keys.len() - template.key().count()];
        let line = format!("The collection that the resources at `{template}` are in, as the option `path` says.");
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

/// The values of all placeholders in keys, if there are others than the key itself.
fn key_of(scope: &StructScope<'_>) -> Option<TokenStream> {
    let (model, runtime) = (scope.model, &scope.runtime);
    let key = model.key()?.name();
    let names: BTreeSet<&str> = model.routes.iter().flat_map(|route| route.template.key()).collect();
    let arms: Vec<_> = names
        .into_iter()
        .filter(|name| *name != key)
        .filter_map(|name| {
            let slot = scope.named(name)?;
            let shown = if slot.nullable.is_some() {
                slot.shown_nullable_key(runtime)
            } else {
                let key = slot.shown_key(runtime);
                quote!(#runtime::Option::Some(#key)).into()
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
pub(super) fn impls(scope: &StructScope<'_>) -> TokenStream {
    let (model, runtime) = (scope.model, &scope.runtime);
    let (name, partial) = (&model.input.ident, &model.names.partial);
    let parts = path(&model.routes, runtime);
    let key = scope.key().filter(|_| !model.is_broken).map(|slot| {
        let key = slot.shown_key(runtime);
        quote! {
            #[inline]
            fn key(&self) -> #runtime::Option<&dyn #runtime::Display> {
                #runtime::Option::Some(#key)
            }
        }
    });
    let key_of = (!model.is_broken).then(|| key_of(scope));
    let etag = scope.etag().filter(|_| !model.is_broken).map(|slot| {
        let held = slot.call("ETagField::held_mut", slot.borrowed_mut("self"), runtime);
        quote! {
            #[inline]
            fn etag_mut(&mut self) -> #runtime::Option<&mut #runtime::Option<#runtime::ETag>> {
                #runtime::Option::Some(#held)
            }
        }
    });
    let items = quote! {
        const PATH: &'static [#runtime::PathPart] = &[#(#parts),*];
        #key
        #key_of
        #etag
    };
    let write_new = quote! {
        #[inline]
        fn write_new<__GraphS: #runtime::Serializer>(&self, __graph_to: __GraphS)
            -> #runtime::Result<__GraphS::Ok, __GraphS::Error>
        {
            #runtime::serialize_new(self, __graph_to)
        }
    };
    let whole = scope.applied(name);
    let resource = scope.implement(&quote!(#runtime::GraphResource), name, &items);
    let new = scope.implement(&quote!(#runtime::NewResource<#whole>), partial, &write_new);
    quote!(#resource #new)
}

/// The primary path.
pub(super) fn path(routes: &[Route], runtime: &TokenList) -> Vec<TokenStream> {
    routes.first().map(|route| parts(&route.template, runtime)).unwrap_or_default()
}

/// The parts of a template. Neighbouring literals are joined.
fn parts(template: &Template, runtime: &TokenList) -> Vec<TokenStream> {
    let mut parts = Vec::new();
    let mut text = String::new();
    for segment in &template.segments {
        let part = match segment {
            Segment::Literal(name) => {
                text.push('/');
                text.push_str(name);
                continue;
            }
            Segment::Placeholder(name) | Segment::Opening(name) => quote!(Key(#name)),
            Segment::Rest(name, _) => quote!(Rest(#name)),
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
        if matches!(segment, Segment::Opening(_) | Segment::Rest(_, true)) {
            text.push(':');
        }
    }
    if !text.is_empty() {
        parts.push(quote!(#runtime::PathPart::Literal(#text)));
    }
    parts
}
