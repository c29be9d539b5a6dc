//! `GraphUnion`: the partial and the patch of a union, and what is implemented for them and for the enum.

mod conversions;
mod dispatch;
mod resource;
mod variant;

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::Generics;
use syn::ext::IdentExt;

use self::conversions::conversions;
use self::dispatch::{stub, union};
use self::resource::resource;
use self::variant::{call_of_payload, of, of_payload};
use super::partial::deserialize;
use super::patch::{Newtype, newtype};
use super::sound::{mention, mentions, parameters};
use super::tokens::{call, path};
use super::{allowed, complex, runtime, with_values};
use crate::model::{Kind, Union};
use crate::trees::Trees;

/// All that is generated.
pub(super) fn items(model: &Union<'_>) -> TokenStream {
    let generics = with_values(model.input, &model.runtime());
    let (partial, patch, impls) = (partial(model, &generics), patch(model, &generics), impls(model, &generics));
    let (path, allowed) = (model.runtime(), allowed());
    quote! {
        #partial
        #patch
        #allowed
        const _: () = {
            use #path as __graph;
            #impls
        };
    }
}

/// A constant that cannot be evaluated where a payload was refused, as for structs: see `sound`.
fn sound(model: &Union<'_>, runtime: &Trees) -> TokenStream {
    let parameters = parameters(&model.input.generics);
    let variants = model.variants.iter().filter(|variant| !mentions(variant.payload, &parameters));
    let questions = variants.filter(|_| !model.is_broken).map(|variant| {
        let (first, said) = (variant.spot.first, of_payload("Said", variant, runtime));
        let runtime = variant.spot.at_first(runtime);
        let close = quote_spanned!(variant.spot.last=> >);
        quote_spanned!(first=> let _: #runtime::PhantomData<#said #close;)
    });
    quote! {
        const __GRAPH_SOUND: [(); {
            #(#questions)*
            0
        }] = [];
    }
}

/// The enum of what is said of each type.
fn partial(model: &Union<'_>, generics: &Generics) -> TokenStream {
    let runtime = model.runtime();
    let (vis, whole, name) = (&model.input.vis, &model.input.ident, &model.names.partial);
    let (_, type_generics, clause) = generics.split_for_impl();
    let summary = format!("What an answer says of a [`{whole}`] of one type.");
    let allowed = allowed();
    let variants = model.variants.iter().filter(|_| !model.is_broken).map(|variant| {
        let (ident, partial) = (variant.ident, of_payload("Said", variant, &runtime));
        let line = format!("What is said of a `{}`.", ident.unraw());
        let (first, last) = (variant.spot.first, variant.spot.last);
        let (boxed, close) = (path(&runtime, "Box", variant.spot), quote_spanned!(last=> >));
        let partial = if variant.is_boxed { quote_spanned!(first=> #boxed<#partial #close) } else { partial };
        quote!(#[doc = #line] #ident(#partial),)
    });
    let unused = model
        .is_broken
        .then(|| quote!(#[doc(hidden)] __GraphUnused(#runtime::PhantomData<fn() -> #whole #type_generics>),));
    quote! {
        #[doc = #summary]
        #allowed
        #vis enum #name #generics #clause {
            #(#variants)*
            #unused
        }
    }
}

/// The struct of the patch.
fn patch(model: &Union<'_>, generics: &Generics) -> TokenStream {
    let runtime = model.runtime();
    let (vis, whole, name) = (&model.input.vis, &model.input.ident, &model.names.patch);
    let (_, type_generics, clause) = generics.split_for_impl();
    let summary = format!("What a `PATCH` may say of a [`{whole}`]: made of the patch of one of its types.");
    let allowed = allowed();
    quote! {
        #[doc = #summary]
        #allowed
        #[must_use = "a patch changes nothing until it is sent or applied"]
        #vis struct #name #generics (#runtime::UnionPartial<#whole #type_generics>) #clause;
    }
}

fn impls(model: &Union<'_>, generics: &Generics) -> TokenStream {
    let runtime = runtime();
    let name = &model.input.ident;
    let (impl_generics, type_generics, clause) = generics.split_for_impl();
    let patch_name = &model.names.patch;
    let patch = newtype(&Newtype {
        name: patch_name,
        generics,
        whole: quote!(#name #type_generics),
        partial: quote!(#runtime::UnionPartial<#name #type_generics>),
        debug: quote!(#runtime::Debug::fmt(&self.0, __graph_f)),
        sound: mention(),
    });
    let value = complex::impls(name, model.kind(), generics);
    let resource = (model.kind() == Kind::Resource).then(|| resource(model, generics));
    let deserialize =
        deserialize(generics, &quote!(#name), &quote!(#runtime::deserialize_whole(__graph_from)), &runtime);
    let (check, sound) = (sound(model, &runtime), mention());
    let union = if model.is_broken { stub(model, generics) } else { union(model, generics) };
    let standard = standard(model, generics);
    let compound = compound(model, generics);
    let conversions = conversions(model, generics);
    quote! {
        #check
        #union
        #compound
        #value
        #resource
        #[automatically_derived]
        impl #impl_generics #runtime::Serialize for #name #type_generics #clause {
            fn serialize<__GraphS: #runtime::Serializer>(&self, __graph_to: __GraphS)
                -> #runtime::Result<__GraphS::Ok, __GraphS::Error>
            {
                #runtime::serialize_whole(self, __graph_to)
            }
        }
        #deserialize
        #standard
        #patch
        impl #impl_generics #patch_name #type_generics #clause {
            #[doc = "A patch that says nothing yet. To say something, convert the patch of one of the types."]
            pub fn new() -> Self {
                #sound
                #runtime::Default::default()
            }
            #[doc = "Whether the patch says nothing."]
            #[must_use]
            pub fn is_empty(&self) -> bool {
                #sound
                #runtime::GraphPatch::is_empty(self)
            }
            #[doc = "Composes this patch with a later one, which wins where both name a property."]
            pub fn merge(&mut self, __graph_later: Self) {
                #sound
                #runtime::GraphPatch::merge(self, __graph_later);
            }
        }
        #conversions
    }
}

/// A value with members: all of it is done by functions of the runtime.
fn compound(model: &Union<'_>, generics: &Generics) -> TokenStream {
    let runtime = runtime();
    let (name, patch_name) = (&model.input.ident, &model.names.patch);
    let shown = name.unraw().to_string();
    let (impl_generics, type_generics, clause) = generics.split_for_impl();
    let secrets = model.variants.iter().filter(|_| !model.is_broken).map(|variant| {
        let has_secrets = call_of_payload("has_secrets", variant, TokenStream::new());
        quote!(|| #has_secrets)
    });
    let sound = mention();
    quote! {
        #[automatically_derived]
        impl #impl_generics #runtime::Compound for #name #type_generics #clause {
            type Partial = #runtime::UnionPartial<Self>;
            type Patch = #patch_name #type_generics;
            const NAME: &'static str = #shown;
            fn has_secrets() -> bool {
                false #(#secrets)*
            }
            fn read_into<'__graph_de, __GraphD: #runtime::Deserializer<'__graph_de>>(
                __graph_from: __GraphD,
                __graph_cx: #runtime::ReadContext<'_>,
                __graph_etag: #runtime::Option<&mut #runtime::Option<#runtime::ETag>>,
                __graph_room: &mut #runtime::Option<Self>,
            ) -> #runtime::Result<(), __GraphD::Error> {
                #runtime::read_union(__graph_from, __graph_cx, __graph_etag, __graph_room)
            }
            fn complete(
                __graph_partial: Self::Partial,
                __graph_completion: &mut #runtime::Completion,
            ) -> #runtime::Option<Self> {
                #sound
                #runtime::complete_union(__graph_partial, __graph_completion)
            }
            fn write_to<__GraphS: #runtime::Serializer>(&self, __graph_form: #runtime::Form, __graph_to: __GraphS)
                -> #runtime::Result<__GraphS::Ok, __GraphS::Error>
            {
                #runtime::GraphUnion::write_value(self, __graph_form, __graph_to)
            }
            fn difference(&self, __graph_new: &Self, __graph_scope: #runtime::Scope<'_>)
                -> Self::Partial
            {
                #sound
                #runtime::diff_union(self, __graph_new, __graph_scope)
            }
            fn fold(&mut self, __graph_partial: Self::Partial, __graph_mode: #runtime::Mode) {
                #sound
                #runtime::fold_union(self, __graph_partial, __graph_mode)
            }
            fn begin(__graph_partial: Self::Partial, __graph_mode: #runtime::Mode) -> #runtime::Option<Self> {
                #sound
                #runtime::begin_union(__graph_partial, __graph_mode)
            }
            fn settle(&mut self) {
                #runtime::GraphUnion::settle_value(self)
            }
        }
    }
}

/// The traits of the standard library, of the partial.
fn standard(model: &Union<'_>, generics: &Generics) -> TokenStream {
    let runtime = runtime();
    let said = &model.names.partial;
    let (impl_generics, type_generics, clause) = generics.split_for_impl();
    let this = Trees::from("Self");
    let variants = || model.variants.iter().filter(|_| !model.is_broken);
    let (value, other) = (quote!(__graph_said), quote!(__graph_other));
    let clones = variants().map(|variant| {
        let pattern = of(&this, variant, value.clone());
        let clone =
            call(path(&runtime, "Clone::clone", variant.spot), variant.spot.at_first(value.clone()), variant.spot);
        let clone = of(&this, variant, clone);
        quote!(#pattern => #clone,)
    });
    let comparisons = variants().map(|variant| {
        let (pattern, other_pattern) = (of(&this, variant, value.clone()), of(&this, variant, other.clone()));
        let equal = path(&runtime, "PartialEq::eq", variant.spot);
        let equal = call(equal, variant.spot.at_first(quote!(#value, #other)), variant.spot);
        quote!((#pattern, #other_pattern) => #equal,)
    });
    let shown = variants().map(|variant| {
        let (pattern, name) = (of(&this, variant, value.clone()), variant.ident.unraw().to_string());
        let shown = call(path(&runtime, "shown", variant.spot), variant.spot.at_first(value.clone()), variant.spot);
        quote!(#pattern => __graph_f.debug_tuple(#name).field(#shown).finish(),)
    });
    let broken = model.is_broken.then(|| quote!(_ => loop {}));
    let sound = mention();
    quote! {
        #[automatically_derived]
        impl #impl_generics #runtime::Clone for #said #type_generics #clause {
            fn clone(&self) -> Self {
                #sound
                match self {
                    #(#clones)*
                    #broken
                }
            }
        }
        #[automatically_derived]
        impl #impl_generics #runtime::PartialEq for #said #type_generics #clause {
            fn eq(&self, __graph_other: &Self) -> bool {
                match (self, __graph_other) {
                    #(#comparisons)*
                    _ => false,
                }
            }
        }
        #[automatically_derived]
        impl #impl_generics #runtime::Debug for #said #type_generics #clause {
            fn fmt(&self, __graph_f: &mut #runtime::Formatter<'_>) -> #runtime::FmtResult {
                match self {
                    #(#shown)*
                    #broken
                }
            }
        }
    }
}
