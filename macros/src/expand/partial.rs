//! The partial of a struct: each property optional. Answers are read into it, and patches hold one.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Attribute, Ident, Index, Type};

use super::lints::allowed;
use super::list::TokenList;
use super::scope::StructScope;
use super::span::TypeSpan;
use super::tokens::{call, path, place};

/// The struct.
pub(super) fn item(scope: &StructScope<'_>) -> TokenStream {
    let (model, runtime, generics) = (scope.model, &scope.outside, &scope.generics);
    let (vis, name) = (&model.input.vis, &model.names.partial);
    let summary =
        format!("What an answer says of a [`{}`]: each property optional. Made by its derive.", model.input.ident);
    let (_, _, clause) = generics.split_for_impl();
    let fields = scope.slots.iter().map(|slot| {
        let (ident, state) = (slot.ident, slot.state(runtime));
        let attributes = documented(&slot.repeated, || format!("The property `{}`.", slot.wire));
        quote!(#attributes pub #ident: #state,)
    });
    let additional = model.additional().map(|additional| {
        let ident = additional.ident;
        let map = quote!(#runtime::Map<#runtime::String, #runtime::Value>);
        quote!(#[doc = "The properties that the type does not name: the field marked `additional`."] pub #ident: #map,)
    });
    let bindings = model.bindings().map(|ident| quote!(#[doc(hidden)] pub #ident: #runtime::Bindings,));
    let allowed = allowed();
    let unused = unused(scope).map(|(ident, ty)| quote!(#[doc(hidden)] pub #ident: #ty,));
    quote! {
        #[doc = #summary]
        #allowed
        #vis struct #name #generics #clause {
            #(#fields)*
            #additional
            #bindings
            #unused
        }
    }
}

/// A field that uses the generics, where no other one may: if a mistake left none, and if fields are skipped.
pub(super) fn unused(scope: &StructScope<'_>) -> Option<(Ident, TokenStream)> {
    let (model, runtime) = (scope.model, &scope.outside);
    let may_be_unused = (model.is_broken && model.properties.is_empty()) || !model.skipped.is_empty();
    let is_needed = may_be_unused && !model.input.generics.params.is_empty();
    let (name, (_, type_generics, _)) = (&model.input.ident, model.input.generics.split_for_impl());
    is_needed.then(|| (format_ident!("__graph_unused"), quote!(#runtime::PhantomData<fn() -> #name #type_generics>)))
}

/// The field's own documentation and deprecation, or a line that names it.
pub(super) fn documented(repeated: &[&Attribute], otherwise: impl FnOnce() -> String) -> TokenStream {
    if repeated.iter().any(|attribute| attribute.path().is_ident("doc")) {
        return quote!(#(#repeated)*);
    }
    let line = otherwise();
    quote!(#[doc = #line] #(#repeated)*)
}

/// What is implemented for it.
pub(super) fn impls(scope: &StructScope<'_>) -> TokenStream {
    let (model, runtime) = (scope.model, &scope.runtime);
    let (whole, name) = (scope.applied(&model.input.ident), &model.names.partial);
    let standard = standard(scope);
    let reads = scope.slots.iter().map(|slot| slot.call_for("__graph_members.read", slot.borrowed_mut("self")));
    let visits = scope.slots.iter().map(|slot| {
        let (row, place) = (&slot.row, slot.borrowed("self"));
        slot.call_for("__graph_visitor.visit", quote!(#row, #place))
    });
    let merges = scope.slots.iter().map(|slot| {
        let (place, later) = (slot.borrowed_mut("self"), slot.field("__graph_later"));
        slot.call_for("__graph::merge_slot", quote!(#place, #later))
    });
    let rows = scope.slots.iter().map(|slot| &slot.row);
    let additional = model.additional().map(|additional| accessors(additional.ident, None, runtime));
    let bindings = model.bindings().map(|ident| {
        quote! {
            #[inline]
            fn bindings(&self) -> #runtime::Option<&#runtime::Bindings> {
                #runtime::Option::Some(&self.#ident)
            }
            #[inline]
            fn bindings_mut(&mut self) -> #runtime::Option<&mut #runtime::Bindings> {
                #runtime::Option::Some(&mut self.#ident)
            }
        }
    });
    let binding = binding_setters(scope, name, &quote!(self), true);
    let etag = scope.etag().filter(|_| !model.is_broken).map(|slot| {
        let stated = slot.call("ETagField::stated", slot.borrowed("self"), runtime);
        quote! {
            #[inline]
            fn etag(&self) -> #runtime::Option<&#runtime::ETag> {
                #stated
            }
        }
    });
    let items = quote! {
            type Whole = #whole;
            #[inline]
            fn read_property<'__graph_de, __GraphAccess: #runtime::MapAccess<'__graph_de>>(
                &mut self,
                __graph_index: usize,
                __graph_members: &mut #runtime::Members<'__graph_de, __GraphAccess>,
            ) {
                match __graph_index {
                    #(#rows => #reads,)*
                    _ => {}
                }
            }
            #[inline]
            fn visit_properties<__GraphVisitor: #runtime::StateVisitor>(&self, __graph_visitor: &mut __GraphVisitor) {
                #(#visits;)*
            }
            #[inline]
            fn merge_properties(&mut self, __graph_later: Self) {
                #(#merges;)*
            }
            #additional
            #bindings
            #etag
    };
    let partial = scope.implement(&quote!(#runtime::StructuredPartial), name, &items);
    quote!(#partial #binding #standard)
}

/// `Default`: nothing is said.
pub(super) fn default(scope: &StructScope<'_>) -> TokenStream {
    let (runtime, asserted, more) = (&scope.runtime, &scope.asserted, beside_properties(scope));
    let defaults = scope.slots.iter().map(|slot| slot.init(slot.call("Default::default", TokenStream::new(), runtime)));
    let default = quote! {
        #[inline]
        fn default() -> Self {
            #asserted
            Self { #(#defaults,)* #(#more: #runtime::Default::default(),)* }
        }
    };
    scope.implement(&quote!(#runtime::Default), &scope.model.names.partial, &default)
}

/// The fields of the partial that are no properties.
fn beside_properties(scope: &StructScope<'_>) -> Vec<Ident> {
    let additional = scope.model.additional().map(|additional| additional.ident.clone());
    let unused = unused(scope).map(|(ident, _)| ident);
    additional.into_iter().chain(scope.model.bindings()).chain(unused).collect()
}

/// The traits of the standard library, and serde's. They are not derived: the compiler would report a mistake in a field's
/// type at the derive once more.
fn standard(scope: &StructScope<'_>) -> TokenStream {
    let (model, runtime, asserted) = (scope.model, &scope.runtime, &scope.asserted);
    let name = &model.names.partial;
    let shown = name.to_string();
    let clones = scope.slots.iter().map(|slot| slot.init(slot.call("Clone::clone", slot.borrowed("self"), runtime)));
    let comparisons = scope.slots.iter().map(|slot| {
        let (place, other) = (slot.borrowed("self"), slot.borrowed("__graph_other"));
        slot.call("PartialEq::eq", quote!(#place, #other), runtime)
    });
    let more = &beside_properties(scope);
    let clone = quote! {
        #[inline]
        fn clone(&self) -> Self {
            Self { #(#clones,)* #(#more: #runtime::Clone::clone(&self.#more),)* }
        }
    };
    let eq = quote! {
        #[inline]
        fn eq(&self, __graph_other: &Self) -> bool {
            true #(&& #comparisons)* #(&& #runtime::PartialEq::eq(&self.#more, &__graph_other.#more))*
        }
    };
    let debug = quote! {
        #[inline]
        fn fmt(&self, __graph_f: &mut #runtime::Formatter<'_>) -> #runtime::FmtResult {
            #runtime::debug_partial(self, #shown, __graph_f)
        }
    };
    [
        scope.implement(&quote!(#runtime::Clone), name, &clone),
        scope.implement(&quote!(#runtime::PartialEq), name, &eq),
        default(scope),
        scope.implement(&quote!(#runtime::Debug), name, &debug),
        scope.serialize(name, &quote!(#runtime::serialize_partial(self, __graph_to))),
        scope.deserialize(name, &quote!(#asserted #runtime::deserialize_partial(__graph_from))),
    ]
    .into_iter()
    .collect()
}

/// `bind_name(reference)` for each relationship, and `unbind_name()` for those that lead to one entity; of the type with
/// this name, which holds the partial in `state`.
pub(super) fn binding_setters(
    scope: &StructScope<'_>,
    name: &Ident,
    state: &TokenStream,
    must_use: bool,
) -> Option<TokenStream> {
    let (model, runtime, asserted) = (scope.model, &scope.runtime, &scope.asserted);
    let bindings = model.bindings()?;
    let must_use = must_use.then(|| quote!(#[must_use]));
    // A setter whose name is taken was reported. It is left out.
    let is_taken = |setter: &Ident| {
        model.properties.iter().any(|other| other.is_patchable() && other.ident == setter)
            || model.additional().is_some_and(|other| other.ident == setter)
    };
    let setters = model.bindable().flat_map(|(index, property)| {
        let (wire, row, (_, is_many)) = (&property.wire, Index::from(index), property.related());
        let deprecated = property.deprecated();
        let attributes = quote!(#(#deprecated)* #must_use);
        let setter = |prefix: &str| format_ident!("{prefix}_{}", property.name(), span = property.ident.span());
        let (bind, unbind) = (setter("bind"), setter("unbind"));
        let bound = if is_many {
            let line = format!("Relates these entities by `{wire}` too, a field marked `navigation`: the body says `{wire}@odata.bind`.");
            quote! {
                #[doc = #line]
                #attributes
                pub fn #bind(
                    mut self,
                    value: impl #runtime::IntoIterator<Item: #runtime::Into<#runtime::Reference>>,
                ) -> Self {
                    #asserted
                    #state.#bindings.add(#row, value);
                    self
                }
            }
        } else {
            let line = format!("Sets the relationship `{wire}`, a field marked `navigation`: the body says `{wire}@odata.bind`.");
            quote! {
                #[doc = #line]
                #attributes
                pub fn #bind(mut self, value: impl #runtime::Into<#runtime::Reference>) -> Self {
                    #asserted
                    #state.#bindings.set(#row, value);
                    self
                }
            }
        };
        let line = format!("Ends the relationship `{wire}`: the body says null for `{wire}@odata.bind`.");
        let unbound = quote! {
            #[doc = #line]
            #attributes
            pub fn #unbind(mut self) -> Self {
                #asserted
                #state.#bindings.clear(#row);
                self
            }
        };
        [(!is_taken(&bind)).then_some(bound), (!is_many && !is_taken(&unbind)).then_some(unbound)]
    });
    Some(scope.inherent(name, &setters.flatten().collect()))
}

/// `additional` and `additional_mut`, of a field of the type that the user wrote. Without a type, the field is a map.
pub(super) fn accessors(ident: &Ident, ty: Option<&Type>, runtime: &TokenList) -> TokenStream {
    let (mut shared, mut changed) = (quote!(&self.#ident).into(), quote!(&mut self.#ident).into());
    if let Some(ty) = ty {
        let span = TypeSpan::of(ty);
        let access =
            |reference, function| call(path(runtime, function, span), place(reference, "self", ident, span), span);
        shared = access("&", "AdditionalField::map");
        changed = access("&mut", "AdditionalField::map_mut");
    }
    quote! {
        #[inline]
        fn additional(&self) -> #runtime::Option<&#runtime::Map<#runtime::String, #runtime::Value>> {
            #runtime::Option::Some(#shared)
        }
        #[inline]
        fn additional_mut(&mut self) -> #runtime::Option<&mut #runtime::Map<#runtime::String, #runtime::Value>> {
            #runtime::Option::Some(#changed)
        }
    }
}
