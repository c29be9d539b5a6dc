//! The patch: the partial behind setters for what may be changed.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::{Generics, Ident, parse_quote};

use super::partial::{binding_setters, deserialize, documented};
use super::sound::mention;
use super::tokens::{applied, call, codec, field, is_collection, of_type, path};
use super::{allowed, runtime};
use crate::model::{Codec, Property, Structured};
use crate::spot::Spot;
use crate::trees::Trees;

/// The struct.
pub(super) fn item(model: &Structured<'_>, generics: &Generics) -> TokenStream {
    let (vis, name, partial) = (&model.input.vis, &model.names.patch, &model.names.partial);
    let summary =
        format!("What a `PATCH` may say of a [`{}`]: the properties that it names, and no others.", model.input.ident);
    let (_, type_generics, clause) = generics.split_for_impl();
    let allowed = allowed();
    quote! {
        #[doc = #summary]
        #allowed
        #[must_use = "a patch changes nothing until it is sent or applied"]
        #vis struct #name #generics (#partial #type_generics) #clause;
    }
}

/// The constructor and the setters.
fn setters(model: &Structured<'_>, generics: &Generics) -> TokenStream {
    let sound = mention();
    let runtime = runtime();
    let name = &model.names.patch;
    let (impl_generics, type_generics, clause) = generics.split_for_impl();
    let mut taken = vec!["new".to_owned()];
    let setters = model.properties.iter().enumerate().filter(|(_, property)| property.is_patchable());
    let setters =
        setters.map(|(index, property)| setters_of(property, index, &runtime, &mut taken)).collect::<TokenStream>();
    let additional = model.additional.as_ref().map(|additional| {
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
                #sound
                self.0.#ident.insert(__graph_name.into(), __graph_value.into());
                self
            }
            #[doc = "Removes a property that the type does not name."]
            #[inline]
            pub fn #clear(mut self, __graph_name: impl #runtime::Into<#runtime::String>) -> Self {
                #sound
                self.0.#ident.insert(__graph_name.into(), #runtime::Value::Null);
                self
            }
        }
    });
    // So that no trait has to be imported; where a setter has the name, the trait's method is still there.
    taken.extend(model.additional.iter().map(|additional| additional.ident.unraw().to_string()));
    let is_free = |method: &str| !taken.iter().any(|name| name == method);
    let is_empty = is_free("is_empty").then(|| {
        quote! {
            #[doc = "Whether the patch says nothing."]
            #[must_use]
            #[inline]
            pub fn is_empty(&self) -> bool {
                #sound
                #runtime::GraphPatch::is_empty(self)
            }
        }
    });
    let merge = is_free("merge").then(|| {
        quote! {
            #[doc = "Composes this patch with a later one, which wins where both name a property."]
            #[inline]
            pub fn merge(&mut self, __graph_later: Self) {
                #sound
                #runtime::GraphPatch::merge(self, __graph_later);
            }
        }
    });
    quote! {
        impl #impl_generics #name #type_generics #clause {
            #[doc = "A patch that says nothing yet."]
            #[inline]
            pub fn new() -> Self {
                #sound
                Self(#runtime::Default::default())
            }
            #setters
            #additional
            #is_empty
            #merge
        }
    }
}

/// `name(value)`, and `clear_name()` where the property is nullable. A name that is taken was reported, and is left out.
fn setters_of(property: &Property<'_>, index: usize, runtime: &Trees, taken: &mut Vec<String>) -> TokenStream {
    let sound = mention();
    let (ident, wire) = (property.ident, &property.wire);
    let mut free = |name: String| {
        let is_free = !taken.contains(&name);
        taken.push(name);
        is_free
    };
    let stated = if property.nullable.is_some() { "Field::Value" } else { "Option::Some" };
    let deprecated = property.repeated.iter().filter(|attribute| attribute.path().is_ident("deprecated"));
    let deprecated = quote!(#(#deprecated)*);
    let Spot { first, last, .. } = property.spot;
    let place = field("self.0", property);
    // The function as a whole has the span of the type from end to end.
    let result = quote_spanned!(last=> Self);
    let set = free(property.name()).then(|| {
        let attributes = documented(&property.repeated, || format!("Sets `{wire}`."));
        let (ty, value) = match property.codec {
            // A collection is taken as it is: the compiler then infers the type of an argument such as `Vec::new()`.
            Codec::Native if is_collection(property.value()) => {
                (of_type("::State<", property, runtime), "__graph_value".into())
            }
            Codec::Native => {
                let codec = codec(property, index, runtime);
                let spot = property.spot;
                let argument = Trees::of("impl ", first).then(applied(runtime, "::IntoState<", codec.clone(), spot));
                let convert = spot.at_first(runtime).then(Trees::of("::IntoState::<", first)).then(codec);
                let convert = convert.then(Trees::of(">::", first)).then(Trees::of("into_state", last));
                (argument, call(convert, Trees::from("__graph_value"), spot))
            }
            Codec::Opaque | Codec::With(_) => (property.value().to_token_stream().into(), "__graph_value".into()),
        };
        let signature = quote_spanned!(first=> pub fn #ident(mut self, __graph_value: #ty) -> #result);
        let value = call(path(runtime, stated, property.spot), value, property.spot);
        let body = quote_spanned!(last=> { #sound #place = #value; self });
        quote! {
            #attributes
            #[inline]
            #signature #body
        }
    });
    let clear = (property.nullable.is_some() && free(format!("clear_{}", property.name()))).then(|| {
        let clear = format_ident!("clear_{}", property.name(), span = ident.span());
        let line = format!("Clears `{wire}`: the body says null.");
        let signature = quote_spanned!(first=> pub fn #clear(mut self) -> #result);
        let null = property.spot.at_first(runtime.clone().then("::Field::Null"));
        let body = quote_spanned!(last=> { #sound #place = #null; self });
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
pub(super) fn impls(model: &Structured<'_>, generics: &Generics) -> TokenStream {
    let runtime = runtime();
    let (whole, partial, name) = (&model.input.ident, &model.names.partial, &model.names.patch);
    let shown = name.to_string();
    let (_, type_generics, _) = generics.split_for_impl();
    let setters = setters(model, generics);
    let binding = binding_setters(model, generics, true);
    let newtype = newtype(&Newtype {
        name,
        generics,
        whole: quote!(#whole #type_generics),
        partial: quote!(#partial #type_generics),
        debug: quote!(#runtime::debug_partial(&self.0, #shown, __graph_f)),
        sound: mention(),
    });
    quote!(#setters #binding #newtype)
}

/// A patch: a partial in a tuple struct of this name.
pub(super) struct Newtype<'n> {
    pub(super) name: &'n Ident,
    pub(super) generics: &'n Generics,
    /// With their generics.
    pub(super) whole: TokenStream,
    pub(super) partial: TokenStream,
    /// What formats `self` into `__graph_f`.
    pub(super) debug: TokenStream,
    /// Stands in each function that moves a partial.
    pub(super) sound: Trees,
}

/// What is implemented for every patch.
pub(super) fn newtype(patch: &Newtype<'_>) -> TokenStream {
    let runtime = runtime();
    let Newtype { name, generics, whole, partial, debug, sound } = patch;
    let (impl_generics, type_generics, clause) = generics.split_for_impl();
    let deserialize =
        deserialize(generics, &quote!(#name), &quote!(#sound #runtime::deserialize_patch(__graph_from)), &runtime);
    // Whatever holds the value is changed by the patch: a property of the type itself, or of a union with a variant for it.
    // `Into`, since the compiler compares all `From` of one type with each other: with the square of the number of structs.
    let mut of_holders = (*generics).clone();
    of_holders.params.push(parse_quote!(__GraphHolder: #runtime::Holds<#whole, Said = #partial>));
    let (holder_generics, _, holder_clause) = of_holders.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics #runtime::GraphPatch for #name #type_generics #clause {
            type Partial = #partial;
            type Whole = #whole;
            #[inline]
            fn from_partial(__graph_partial: Self::Partial) -> Self {
                #sound
                Self(__graph_partial)
            }
            #[inline]
            fn into_partial(self) -> Self::Partial {
                #sound
                self.0
            }
            #[inline]
            fn partial_mut(&mut self) -> &mut Self::Partial {
                &mut self.0
            }
        }
        #[automatically_derived]
        impl #impl_generics #runtime::Deref for #name #type_generics #clause {
            type Target = #partial;
            #[inline]
            fn deref(&self) -> &Self::Target {
                &self.0
            }
        }
        #[automatically_derived]
        impl #impl_generics #runtime::Clone for #name #type_generics #clause {
            #[inline]
            fn clone(&self) -> Self {
                #sound
                Self(#runtime::Clone::clone(&self.0))
            }
        }
        #[automatically_derived]
        impl #impl_generics #runtime::PartialEq for #name #type_generics #clause {
            #[inline]
            fn eq(&self, __graph_other: &Self) -> bool {
                #runtime::PartialEq::eq(&self.0, &__graph_other.0)
            }
        }
        #[automatically_derived]
        impl #impl_generics #runtime::Default for #name #type_generics #clause {
            #[inline]
            fn default() -> Self {
                #sound
                Self(#runtime::Default::default())
            }
        }
        #[automatically_derived]
        impl #impl_generics #runtime::Debug for #name #type_generics #clause {
            #[inline]
            fn fmt(&self, __graph_f: &mut #runtime::Formatter<'_>) -> #runtime::FmtResult {
                #debug
            }
        }
        #[automatically_derived]
        impl #impl_generics #runtime::Serialize for #name #type_generics #clause {
            #[inline]
            fn serialize<__GraphS: #runtime::Serializer>(&self, __graph_to: __GraphS)
                -> #runtime::Result<__GraphS::Ok, __GraphS::Error>
            {
                #runtime::serialize_patch(&self.0, __graph_to)
            }
        }
        #deserialize
        #[automatically_derived]
        impl #holder_generics #runtime::Into<#runtime::Change<__GraphHolder>> for #name #type_generics #holder_clause {
            #[inline]
            fn into(self) -> #runtime::Change<__GraphHolder> {
                #sound
                #runtime::Change::Members(<__GraphHolder as #runtime::Holds<#whole>>::hold(self.0))
            }
        }
    }
}
