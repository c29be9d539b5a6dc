//! The patch of a struct: a partial behind setters for the properties that may be changed.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::{Ident, Visibility};

use super::lints::allowed;
use super::list::TokenList;
use super::partial::{binding_setters, documented};
use super::scope::{Scope, Slot, StructScope};
use super::span::TypeSpan;
use super::tokens::call;
use crate::input::types::{is_collection, is_primitive};
use crate::input::{Codec, Kind};

/// The struct.
pub(super) fn item(scope: &StructScope<'_>) -> TokenStream {
    let model = scope.model;
    let partial = scope.applied(&model.names.partial);
    let unset = scope.slots.iter().filter_map(|slot| Some(format!("`{}`, {}", slot.name(), slot.unset(model.kind)?.1)));
    let mut unset = unset.collect::<Vec<_>>().join("; ");
    if !unset.is_empty() {
        unset.insert_str(0, "\n\nWithout setters: ");
        unset.push('.');
    }
    let summary = format!(
        "What a `PATCH` may say of a [`{}`]: the properties that it names, and no others. Made by its derive.\n\n\
         Has serde's `Deserialize`: absent and null stay apart, and what the setters cannot say is refused.{unset}",
        model.input.ident
    );
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
    let (generics, outside) = (&scope.generics, &scope.outside);
    let (_, _, clause) = generics.split_for_impl();
    let allowed = allowed();
    quote! {
        #[doc = #summary]
        #allowed
        #[must_use = "a patch changes nothing until it is sent or applied"]
        #vis struct #name #generics (#outside::Held<#partial>) #clause;
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
            #[doc = "Sets a property that the type does not name: there is a field marked `additional`."]
            #[inline]
            pub fn #ident(
                mut self,
                name: impl #runtime::Into<#runtime::String>,
                value: impl #runtime::Into<#runtime::Value>,
            ) -> Self {
                #asserted
                self.0.#ident.insert(name.into(), value.into());
                self
            }
            #[doc = "Removes a property that the type does not name: there is a field marked `additional`."]
            #[inline]
            pub fn #clear(mut self, name: impl #runtime::Into<#runtime::String>) -> Self {
                #asserted
                self.0.#ident.insert(name.into(), #runtime::Value::Null);
                self
            }
        }
    });
    // The methods of `GraphPatch`, so that users need not import the trait. A setter of the same name hides the method.
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
            pub fn merge(&mut self, later_: Self) {
                #asserted
                #runtime::GraphPatch::merge(self, later_);
            }
        }
    });
    let names = is_free("names").then(|| {
        quote! {
            #[doc = "The wire names of what the patch says."]
            #[inline]
            pub fn names(&self) -> #runtime::IntoIter<&str> {
                #asserted
                #runtime::GraphPatch::names(self)
            }
        }
    });
    taken.extend(["is_empty", "merge", "names"].map(str::to_owned));
    taken.extend(model.additional().map(|additional| format!("clear_{}", additional.ident.unraw())));
    taken.extend(
        model.bindable().flat_map(|(_, bound)| ["bind", "unbind"].map(|prefix| format!("{prefix}_{}", bound.name()))),
    );
    let refusals =
        scope.slots.iter().filter_map(|slot| refusal(slot, model.kind, runtime, &taken)).collect::<TokenStream>();
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
        #names
        #merge
        #refusals
    };
    scope.inherent(&model.names.patch, &items)
}

/// `name(value)`, and where the property is nullable, `set_name(value)` and `clear_name()`. A setter whose name is taken was
/// reported, and is left out.
fn setters_of(slot: &Slot<'_>, scope: &StructScope<'_>, taken: &mut Vec<String>) -> TokenStream {
    let (runtime, asserted) = (&scope.runtime, &scope.asserted);
    let wire = &slot.wire;
    let deprecated = slot.deprecated();
    let deprecated = quote!(#(#deprecated)*);
    let TypeSpan { first, last, .. } = slot.span;
    let place = slot.field("self.0");
    // The function as a whole has the span of the type from end to end.
    let result = quote_spanned!(last=> Self);
    let function = |ident: &Ident, attributes: &TokenStream, parameter: Option<TokenList>, statement: TokenStream| {
        let parameter = parameter.map(|ty| quote_spanned!(first=> , value: #ty));
        let signature = quote_spanned!(first=> pub fn #ident(mut self #parameter) -> #result);
        let body = quote_spanned!(last=> { #asserted #statement; self });
        quote!(#attributes #[inline] #signature #body)
    };
    let mut free = |name: String| {
        let is_free = !taken.contains(&name);
        taken.push(name);
        is_free
    };
    let set = free(slot.name()).then(|| {
        let attributes = documented(&slot.repeated, || format!("Sets `{wire}`."));
        let (ty, statement) = setting(slot, runtime);
        function(slot.ident, &attributes, Some(ty), statement)
    });
    if !slot.is_clearable() {
        return quote!(#set);
    }
    let derived = |prefix: &str| format_ident!("{prefix}_{}", slot.name(), span = slot.ident.span());
    let set_field = free(format!("set_{}", slot.name())).then(|| {
        let line = format!("Sets `{wire}` from an `Option` or a `Field`: `None` says null, `Absent` says nothing.");
        let place = slot.borrowed_mut("self.0");
        let (ty, statement) = match slot.codec {
            Codec::Native => (anything(slot, "::IntoField<", runtime), convert(slot, "set", Some(place), runtime)),
            Codec::Opaque | Codec::With(_) => {
                let set = TokenList::of("value.set", first);
                (anything(slot, "::IntoForeignField<", runtime), call(set, place, slot.span))
            }
        };
        let attributes = quote!(#[doc = #line] #deprecated);
        function(&derived("set"), &attributes, Some(ty), statement.into())
    });
    let clear = free(format!("clear_{}", slot.name())).then(|| {
        let line = format!("Clears `{wire}`: the body says null. There since its field is an `Option`.");
        let null = slot.span.at_first(runtime.clone().then("::Field::Null"));
        let attributes = quote!(#[doc = #line] #deprecated);
        function(&derived("clear"), &attributes, None, quote_spanned!(last=> #place = #null))
    });
    quote!(#set #set_field #clear)
}

/// A method that cannot be called, named as the setter that a property has not: the compiler then says why. Methods of
/// this name that traits give the patch itself by value or by shared reference are found before it.
fn refusal(slot: &Slot<'_>, kind: Kind, runtime: &TokenList, taken: &[String]) -> Option<TokenStream> {
    let (ident, reason) = (slot.ident, format_ident!("{}", slot.unset(kind)?.0));
    let is_free = !taken.contains(&slot.name());
    is_free.then(|| quote!(#[doc(hidden)] pub fn #ident(&mut self, _: impl #runtime::#reason) -> Self { loop {} }))
}

/// The type of a setter's parameter `value`, and the statement that sets the property to it. Where only one type can be
/// taken, it is the type as the user wrote it: the compiler then infers the type of an argument such as `Vec::new()`.
fn setting(slot: &Slot<'_>, runtime: &TokenList) -> (TokenList, TokenStream) {
    let ty: TokenList = slot.value().to_token_stream().into();
    let put = || convert(slot, "put", Some(slot.borrowed_mut("self.0")), runtime).into();
    let set = |state: TokenList| {
        let state = slot.call(if slot.has_null() { "Field::Value" } else { "Option::Some" }, state, runtime);
        let place = slot.field("self.0");
        quote_spanned!(slot.span.last=> #place = #state)
    };
    match slot.codec {
        Codec::Native if slot.is_inline() => (ty, set(convert(slot, "inline_state", None, runtime))),
        Codec::Native if is_collection(slot.value()) => (ty, put()),
        Codec::Native if !is_primitive(slot.value()) => (anything(slot, "::IntoValue<", runtime), put()),
        Codec::Native | Codec::Opaque | Codec::With(_) => (ty, set(TokenList::of("value", slot.span.first))),
    }
}

/// `impl …::Name<T>`
fn anything(slot: &Slot<'_>, name: &str, runtime: &TokenList) -> TokenList {
    TokenList::of("impl ", slot.span.first).then(slot.of_type(name, runtime))
}

/// `value.method(more)`. If the compiler may refuse the type, the call is `…::method::<CodecOf<T>>(value, more)`: a bound on
/// the method would be refused in other words, and the error for the type would be shown twice.
fn convert(slot: &Slot<'_>, method: &str, more: Option<TokenList>, runtime: &TokenList) -> TokenList {
    let of = |text| TokenList::of(text, slot.span.first);
    if !slot.span.is_asked {
        return call(of("value.").then(of(method)), more.unwrap_or_default(), slot.span);
    }
    let function = slot.span.at_first(runtime).then(of("::")).then(of(method)).then(of("::<"));
    let function = function.then(slot.codec(runtime)).then(TokenList::of(">", slot.span.last));
    let arguments = match more {
        Some(more) => of("value,").then(more),
        None => of("value"),
    };
    call(function, arguments, slot.span)
}

/// What is implemented for it.
pub(super) fn impls(scope: &StructScope<'_>) -> TokenStream {
    let (model, runtime) = (scope.model, &scope.runtime);
    let name = &model.names.patch;
    let shown = name.to_string();
    // A user's `const value` would turn the parameter `value` of a setter into a pattern. A function of that name hides the
    // constant, and a function is never a pattern.
    let hiding_name = model.additional().map(|_| {
        quote!(
            fn name() {}
        )
    });
    let hiding = quote!(fn value() {} #hiding_name);
    let setters = setters(scope);
    let binding = binding_setters(scope, name, &quote!(self.0), false);
    let (whole, partial) = (scope.applied(&model.input.ident), scope.applied(&model.names.partial));
    // An entity that binds is said by its partial where it is created along with another one.
    let of_partial = binding.is_some().then(|| said(scope, &model.names.partial, "OfPartial"));
    let newtype = impls_of_newtype(
        scope,
        &Newtype { name, whole, partial, debug: quote!(#runtime::debug_partial(&*self.0, #shown, __graph_f)) },
    );
    quote!(#hiding #setters #binding #of_partial #newtype)
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
        fn from_partial(__graph_partial: #partial) -> Self {
            #asserted
            Self(#runtime::Held::new(__graph_partial))
        }
        #[inline]
        fn into_partial(self) -> #partial {
            #asserted
            #runtime::Held::into_inner(self.0)
        }
        #[inline]
        fn partial_mut(&mut self) -> &mut #partial {
            &mut self.0
        }
    };
    let deref = quote! {
        type Target = #partial;
        #[inline]
        fn deref(&self) -> &#partial {
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
            Self::new()
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
        scope.serialize(name, &quote!(#runtime::serialize_patch(&*self.0, __graph_to))),
        scope.deserialize(name, &quote!(#asserted #runtime::deserialize_patch(__graph_from))),
        said(scope, name, "OfPatch"),
    ]
    .into_iter()
    .collect()
}

/// Says which form the patch, or a partial, has: the runtime makes a change of a property of it.
fn said<M, S>(scope: &Scope<'_, M, S>, name: &Ident, form: &str) -> TokenStream {
    let (runtime, form) = (&scope.runtime, format_ident!("{form}"));
    scope.implement(&quote!(#runtime::Said), name, &quote!(type Form = #runtime::#form;))
}
