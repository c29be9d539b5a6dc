//! The patch of a struct: a partial behind setters for the properties that may be changed.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::{Ident, Visibility, parse_quote};

use super::allowed;
use super::list::TokenList;
use super::partial::{binding_setters, documented};
use super::scope::{Scope, Slot, StructScope};
use super::span::TypeSpan;
use super::tokens::{applied, call};
use crate::input::Codec;
use crate::input::types::is_collection;

/// The struct.
pub(super) fn item(scope: &StructScope<'_>) -> TokenStream {
    let model = scope.model;
    let partial = scope.applied(&model.names.partial);
    let summary =
        format!("What a `PATCH` may say of a [`{}`]: the properties that it names, and no others.", model.input.ident);
    newtype(scope, &model.input.vis, &model.names.patch, &summary, &partial)
}

/// The struct of a patch.
pub(super) fn newtype<M, S>(
    scope: &Scope<'_, M, S>,
    vis: &Visibility,
    name: &Ident,
    summary: &str,
    partial: &TokenStream,
) -> TokenStream {
    let generics = &scope.generics;
    let (_, _, clause) = generics.split_for_impl();
    let allowed = allowed();
    quote! {
        #[doc = #summary]
        #allowed
        #[must_use = "a patch changes nothing until it is sent or applied"]
        #vis struct #name #generics (#partial) #clause;
    }
}

/// The constructor and the setters.
fn setters(scope: &StructScope<'_>) -> TokenStream {
    let (model, runtime, asserted) = (scope.model, &scope.runtime, &scope.asserted);
    let mut taken = vec!["new".to_owned()];
    let patchable = scope.slots.iter().filter(|slot| slot.is_patchable());
    let setters = patchable.map(|slot| setters_of(slot, scope, &mut taken)).collect::<TokenStream>();
    let additional = model.additional().map(|additional| {
        let ident = additional.ident;
        let clear = format_ident!("clear_{}", ident);
        quote! {
            #[doc = "Sets a property that the type does not name."]
            #[inline]
            pub fn #ident(
                mut self,
                __graph_name: impl #runtime::Into<#runtime::String>,
                __graph_value: impl #runtime::Into<#runtime::Value>,
            ) -> Self {
                #asserted
                self.0.#ident.insert(__graph_name.into(), __graph_value.into());
                self
            }
            #[doc = "Removes a property that the type does not name."]
            #[inline]
            pub fn #clear(mut self, __graph_name: impl #runtime::Into<#runtime::String>) -> Self {
                #asserted
                self.0.#ident.insert(__graph_name.into(), #runtime::Value::Null);
                self
            }
        }
    });
    // The methods of `GraphPatch`, so that it need not be imported. Where a setter has the name, the trait's is left.
    taken.extend(model.additional().map(|additional| additional.ident.unraw().to_string()));
    let is_free = |method: &str| !taken.iter().any(|name| name == method);
    let is_empty = is_free("is_empty").then(|| {
        quote! {
            #[doc = "Whether the patch says nothing."]
            #[must_use]
            #[inline]
            pub fn is_empty(&self) -> bool {
                #asserted
                #runtime::GraphPatch::is_empty(self)
            }
        }
    });
    let merge = is_free("merge").then(|| {
        quote! {
            #[doc = "Composes this patch with a later one, which wins where both name a property."]
            #[inline]
            pub fn merge(&mut self, __graph_later: Self) {
                #asserted
                #runtime::GraphPatch::merge(self, __graph_later);
            }
        }
    });
    let items = quote! {
        #[doc = "A patch that says nothing yet."]
        #[inline]
        pub fn new() -> Self {
            #asserted
            Self(#runtime::Default::default())
        }
        #setters
        #additional
        #is_empty
        #merge
    };
    scope.inherent(&model.names.patch, &items)
}

/// `name(value)`, and `clear_name()` where the property is nullable. A setter whose name is taken was reported, and is left
/// out.
fn setters_of(slot: &Slot<'_>, scope: &StructScope<'_>, taken: &mut Vec<String>) -> TokenStream {
    let (runtime, asserted) = (&scope.runtime, &scope.asserted);
    let (ident, wire) = (slot.ident, &slot.wire);
    let mut free = |name: String| {
        let is_free = !taken.contains(&name);
        taken.push(name);
        is_free
    };
    let stated = if slot.nullable.is_some() { "Field::Value" } else { "Option::Some" };
    let deprecated = slot.deprecated();
    let deprecated = quote!(#(#deprecated)*);
    let span @ TypeSpan { first, last, .. } = slot.span;
    let place = slot.field("self.0");
    // The function as a whole has the span of the type from end to end.
    let result = quote_spanned!(last=> Self);
    let set = free(slot.name()).then(|| {
        let attributes = documented(&slot.repeated, || format!("Sets `{wire}`."));
        let (ty, value) = match slot.codec {
            // A collection is taken as it is: the compiler then infers the type of an argument such as `Vec::new()`.
            Codec::Native if is_collection(slot.value()) => (slot.of_type("::State<", runtime), "__graph_value".into()),
            Codec::Native => {
                let codec = slot.codec(runtime);
                let argument =
                    TokenList::of("impl ", first).then(applied(runtime, "::IntoState<", codec.clone(), span));
                let convert = span.at_first(runtime).then(TokenList::of("::IntoState::<", first)).then(codec);
                let convert = convert.then(TokenList::of(">::", first)).then(TokenList::of("into_state", last));
                (argument, call(convert, TokenList::from("__graph_value"), span))
            }
            Codec::Opaque | Codec::With(_) => (slot.value().to_token_stream().into(), "__graph_value".into()),
        };
        let signature = quote_spanned!(first=> pub fn #ident(mut self, __graph_value: #ty) -> #result);
        let value = slot.call(stated, value, runtime);
        let body = quote_spanned!(last=> { #asserted #place = #value; self });
        quote! {
            #attributes
            #[inline]
            #signature #body
        }
    });
    let clear = (slot.nullable.is_some() && free(format!("clear_{}", slot.name()))).then(|| {
        let clear = format_ident!("clear_{}", slot.name(), span = ident.span());
        let line = format!("Clears `{wire}`: the body says null.");
        let signature = quote_spanned!(first=> pub fn #clear(mut self) -> #result);
        let null = span.at_first(runtime.clone().then("::Field::Null"));
        let body = quote_spanned!(last=> { #asserted #place = #null; self });
        quote! {
            #[doc = #line]
            #deprecated
            #[inline]
            #signature #body
        }
    });
    quote!(#set #clear)
}

/// What is implemented for it.
pub(super) fn impls(scope: &StructScope<'_>) -> TokenStream {
    let (model, runtime) = (scope.model, &scope.runtime);
    let name = &model.names.patch;
    let shown = name.to_string();
    let setters = setters(scope);
    let binding = binding_setters(scope, name, &quote!(self.0), false);
    let newtype = impls_of_newtype(
        scope,
        &Newtype {
            name,
            whole: scope.applied(&model.input.ident),
            partial: scope.applied(&model.names.partial),
            debug: quote!(#runtime::debug_partial(&self.0, #shown, __graph_f)),
        },
    );
    quote!(#setters #binding #newtype)
}

/// A patch: a partial in a tuple struct.
pub(super) struct Newtype<'n> {
    pub(super) name: &'n Ident,
    /// With their generics.
    pub(super) whole: TokenStream,
    pub(super) partial: TokenStream,
    /// What formats `self` into `__graph_f`.
    pub(super) debug: TokenStream,
}

/// What is implemented for every patch.
pub(super) fn impls_of_newtype<M, S>(scope: &Scope<'_, M, S>, patch: &Newtype<'_>) -> TokenStream {
    let (runtime, asserted) = (&scope.runtime, &scope.asserted);
    let Newtype { name, whole, partial, debug } = patch;
    let patch = quote! {
        type Partial = #partial;
        type Whole = #whole;
        #[inline]
        fn from_partial(__graph_partial: Self::Partial) -> Self {
            #asserted
            Self(__graph_partial)
        }
        #[inline]
        fn into_partial(self) -> Self::Partial {
            #asserted
            self.0
        }
        #[inline]
        fn partial_mut(&mut self) -> &mut Self::Partial {
            &mut self.0
        }
    };
    let deref = quote! {
        type Target = #partial;
        #[inline]
        fn deref(&self) -> &Self::Target {
            &self.0
        }
    };
    let clone = quote! {
        #[inline]
        fn clone(&self) -> Self {
            #asserted
            Self(#runtime::Clone::clone(&self.0))
        }
    };
    let eq = quote! {
        #[inline]
        fn eq(&self, __graph_other: &Self) -> bool {
            #runtime::PartialEq::eq(&self.0, &__graph_other.0)
        }
    };
    let default = quote! {
        #[inline]
        fn default() -> Self {
            #asserted
            Self(#runtime::Default::default())
        }
    };
    let fmt = quote! {
        #[inline]
        fn fmt(&self, __graph_f: &mut #runtime::Formatter<'_>) -> #runtime::FmtResult {
            #debug
        }
    };
    [
        scope.implement(&quote!(#runtime::GraphPatch), name, &patch),
        scope.implement(&quote!(#runtime::Deref), name, &deref),
        scope.implement(&quote!(#runtime::Clone), name, &clone),
        scope.implement(&quote!(#runtime::PartialEq), name, &eq),
        scope.implement(&quote!(#runtime::Default), name, &default),
        scope.implement(&quote!(#runtime::Debug), name, &fmt),
        scope.serialize(name, &quote!(#runtime::serialize_patch(&self.0, __graph_to))),
        scope.deserialize(name, &quote!(#asserted #runtime::deserialize_patch(__graph_from))),
        into_change(scope, name, whole, partial),
    ]
    .into_iter()
    .collect()
}

/// Converts the patch into a change of a property, whose type is the struct itself or a union with a variant for it.
///
/// This is `Into` and not `From`: the compiler compares all `From` impls for one type with each other, which would cost the
/// square of the number of structs.
fn into_change<M, S>(scope: &Scope<'_, M, S>, name: &Ident, whole: &TokenStream, partial: &TokenStream) -> TokenStream {
    let (runtime, asserted) = (&scope.runtime, &scope.asserted);
    let (_, type_generics, _) = scope.generics.split_for_impl();
    let mut of_holders = scope.generics.clone();
    of_holders.params.push(parse_quote!(__GraphHolder: #runtime::PatchedBy<#whole, State = #partial>));
    let (impl_generics, _, clause) = of_holders.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics #runtime::Into<#runtime::Change<__GraphHolder>> for #name #type_generics #clause {
            #[inline]
            fn into(self) -> #runtime::Change<__GraphHolder> {
                #asserted
                #runtime::Change::Members(<__GraphHolder as #runtime::PatchedBy<#whole>>::lift(self.0))
            }
        }
    }
}
