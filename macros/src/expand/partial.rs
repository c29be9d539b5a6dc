//! The partial: the one state of a type, which answers and patches share.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Generics, Ident, Type};

use super::sound::mention;
use super::tokens::{borrowed, borrowed_mut, call, call_for, field, init, path, place, row, state};
use super::{allowed, runtime};
use crate::model::Structured;
use crate::spot::Spot;
use crate::trees::Trees;

/// The struct.
pub(super) fn item(model: &Structured<'_>, generics: &Generics) -> TokenStream {
    let runtime = model.runtime();
    let (vis, name) = (&model.input.vis, &model.names.partial);
    let summary = format!("What an answer says of a [`{}`]: each property optional.", model.input.ident);
    let (_, _, clause) = generics.split_for_impl();
    let fields: Vec<_> = model
        .properties
        .iter()
        .map(|property| {
            let (ident, state) = (property.ident, state(property, &runtime));
            let attributes = documented(&property.repeated, || format!("The property `{}`.", property.wire));
            quote!(#attributes pub #ident: #state,)
        })
        .collect();
    let additional = model.additional.as_ref().map(|additional| {
        let ident = additional.ident;
        let map = quote!(#runtime::Map<#runtime::String, #runtime::Value>);
        quote!(#[doc = "The properties that the type does not name."] pub #ident: #map,)
    });
    let bindings = model.bindings().map(|ident| quote!(#[doc(hidden)] pub #ident: #runtime::Bindings,));
    let allowed = allowed();
    let unused = unused(model, &runtime).map(|(ident, ty)| quote!(#[doc(hidden)] pub #ident: #ty,));
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

/// A field that uses the generics, where a mistake left none that does.
pub(super) fn unused(model: &Structured<'_>, runtime: &Trees) -> Option<(Ident, TokenStream)> {
    let is_needed = model.is_broken && model.properties.is_empty() && !model.input.generics.params.is_empty();
    let (name, (_, type_generics, _)) = (&model.input.ident, model.input.generics.split_for_impl());
    is_needed.then(|| (format_ident!("__graph_unused"), quote!(#runtime::PhantomData<fn() -> #name #type_generics>)))
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
pub(super) fn impls(model: &Structured<'_>, generics: &Generics, slots: &[Trees]) -> TokenStream {
    let runtime = runtime();
    let (whole, name) = (&model.input.ident, &model.names.partial);
    let (impl_generics, type_generics, clause) = generics.split_for_impl();
    let standard = standard(model, generics);
    let properties = || model.properties.iter().zip(slots);
    let reads = properties()
        .map(|(property, slot)| call_for("__graph_members.read", slot, borrowed_mut("self", property), property));
    let visits = properties().enumerate().map(|(index, (property, slot))| {
        let (row, place) = (row(index), borrowed("self", property));
        call_for("__graph_visitor.visit", slot, quote!(#row, #place), property)
    });
    let merges = properties().map(|(property, slot)| {
        let (place, later) = (borrowed_mut("self", property), field("__graph_later", property));
        call_for("__graph::merge_slot", slot, quote!(#place, #later), property)
    });
    let rows = (0..slots.len()).map(row);
    let additional = model.additional.as_ref().map(|additional| accessors(additional.ident, None, &runtime));
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
    let binding = binding_setters(model, generics, false);
    let etag = model.etag().filter(|_| !model.is_broken).map(|property| {
        let stated =
            call(path(&runtime, "ETagField::stated", property.spot), borrowed("self", property), property.spot);
        quote! {
            #[inline]
            fn etag(&self) -> #runtime::Option<&#runtime::ETag> {
                #stated
            }
        }
    });
    quote! {
        #[automatically_derived]
        impl #impl_generics #runtime::StructuredPartial for #name #type_generics #clause {
            type Whole = #whole #type_generics;
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
        }
        #binding
        #standard
    }
}

/// The traits of the standard library, and serde's. Written out, and not derived: a derive would name the types of fields
/// at places of its own, and what the compiler says of one would be said there once more.
fn standard(model: &Structured<'_>, generics: &Generics) -> TokenStream {
    let runtime = runtime();
    let name = &model.names.partial;
    let shown = name.to_string();
    let (impl_generics, type_generics, clause) = generics.split_for_impl();
    let sound = mention();
    let clones = model.properties.iter().map(|property| {
        init(property, call(path(&runtime, "Clone::clone", property.spot), borrowed("self", property), property.spot))
    });
    let comparisons = model.properties.iter().map(|property| {
        let (place, other) = (borrowed("self", property), borrowed("__graph_other", property));
        call(path(&runtime, "PartialEq::eq", property.spot), quote!(#place, #other), property.spot)
    });
    let defaults = model.properties.iter().map(|property| {
        init(property, call(path(&runtime, "Default::default", property.spot), TokenStream::new(), property.spot))
    });
    let (bindings, unused) = (model.bindings(), unused(model, &runtime).map(|(ident, _)| ident));
    let additional = model.additional.iter().map(|additional| additional.ident);
    let more: Vec<_> = additional.chain(&bindings).chain(&unused).collect();
    quote! {
        #[automatically_derived]
        impl #impl_generics #runtime::Clone for #name #type_generics #clause {
            #[inline]
            fn clone(&self) -> Self {
                Self { #(#clones,)* #(#more: #runtime::Clone::clone(&self.#more),)* }
            }
        }
        #[automatically_derived]
        impl #impl_generics #runtime::PartialEq for #name #type_generics #clause {
            #[inline]
            fn eq(&self, __graph_other: &Self) -> bool {
                true #(&& #comparisons)* #(&& #runtime::PartialEq::eq(&self.#more, &__graph_other.#more))*
            }
        }
        #[automatically_derived]
        impl #impl_generics #runtime::Default for #name #type_generics #clause {
            #[inline]
            fn default() -> Self {
                #sound
                Self { #(#defaults,)* #(#more: #runtime::Default::default(),)* }
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
    .chain(deserialize(generics, &quote!(#name), &quote!(#sound #runtime::deserialize_partial(__graph_from)), &runtime))
    .collect()
}

/// `bind_name(reference)` for each relationship, and `unbind_name()` for those that lead to one entity.
pub(super) fn binding_setters(model: &Structured<'_>, generics: &Generics, is_patch: bool) -> Option<TokenStream> {
    let (runtime, sound) = (runtime(), mention());
    let (impl_generics, type_generics, clause) = generics.split_for_impl();
    let bindings = model.bindings()?;
    let (name, state, must_use) = if is_patch {
        (&model.names.patch, quote!(self.0), None)
    } else {
        (&model.names.partial, quote!(self), Some(quote!(#[must_use])))
    };
    // A name that is taken was reported, and is left out.
    let is_taken = |setter: &Ident| {
        model.properties.iter().any(|other| other.is_patchable() && other.ident == setter)
            || model.additional.as_ref().is_some_and(|other| other.ident == setter)
    };
    let setters = model.bindable().flat_map(|(index, property)| {
        let (wire, row, (_, is_many)) = (&property.wire, row(index), property.related());
        let deprecated = property.repeated.iter().filter(|attribute| attribute.path().is_ident("deprecated"));
        let deprecated = quote!(#(#deprecated)* #must_use);
        let setter = |prefix: &str| format_ident!("{prefix}_{}", property.name(), span = property.ident.span());
        let (bind, unbind) = (setter("bind"), setter("unbind"));
        let bound = if is_many {
            let line = format!("Relates these entities by `{wire}` too: the body says `{wire}@odata.bind`.");
            quote! {
                #[doc = #line]
                #deprecated
                pub fn #bind(
                    mut self,
                    __graph_references: impl #runtime::IntoIterator<Item: #runtime::Into<#runtime::Reference>>,
                ) -> Self {
                    #sound
                    #state.#bindings.add(#row, __graph_references);
                    self
                }
            }
        } else {
            let line = format!("Sets the relationship `{wire}` to this entity: the body says `{wire}@odata.bind`.");
            quote! {
                #[doc = #line]
                #deprecated
                pub fn #bind(mut self, __graph_reference: impl #runtime::Into<#runtime::Reference>) -> Self {
                    #sound
                    #state.#bindings.set(#row, __graph_reference);
                    self
                }
            }
        };
        let line = format!("Ends the relationship `{wire}`: the body says null for `{wire}@odata.bind`.");
        let unbound = quote! {
            #[doc = #line]
            #deprecated
            pub fn #unbind(mut self) -> Self {
                #sound
                #state.#bindings.clear(#row);
                self
            }
        };
        [(!is_taken(&bind)).then_some(bound), (!is_many && !is_taken(&unbind)).then_some(unbound)]
    });
    let setters: TokenStream = setters.flatten().collect();
    Some(quote!(impl #impl_generics #name #type_generics #clause { #setters }))
}

/// `additional` and `additional_mut`. The partial's field is a map for sure, the whole's is of the type that is written.
pub(super) fn accessors(ident: &Ident, ty: Option<&Type>, runtime: &Trees) -> TokenStream {
    let (mut shared, mut changed) = (quote!(&self.#ident).into(), quote!(&mut self.#ident).into());
    if let Some(ty) = ty {
        let spot = Spot::of(ty);
        let access =
            |reference, function| call(path(runtime, function, spot), place(reference, "self", ident, spot), spot);
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

/// `Deserialize`, by a function of the runtime that reads `__graph_from`.
pub(super) fn deserialize(generics: &Generics, name: &TokenStream, body: &TokenStream, runtime: &Trees) -> TokenStream {
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
                #body
            }
        }
    }
}
