//! `GraphUnion`: the partial and the patch of a union, and a match over the variants for each thing that is done.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::Generics;
use syn::ext::IdentExt;

use super::partial::deserialize;
use super::patch::{Newtype, newtype};
use super::tokens::row;
use super::{allowed, complex, runtime, with_values};
use crate::model::{Kind, Union, UnionVariant};

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

/// The partial of the payload, as a type.
fn partial_of(variant: &UnionVariant<'_>, runtime: &TokenStream) -> TokenStream {
    let (first, last) = (variant.spot.first, variant.spot.last);
    let (payload, runtime) = (variant.payload, variant.spot.at_first(runtime.clone()));
    let partial = quote_spanned!(last=> Partial);
    quote_spanned!(first=> <#payload as #runtime::Structured>::#partial)
}

/// `runtime::function::<Payload>`, or with a `_` after the payload: the reader or the writer.
fn of_payload(function: &TokenStream, variant: &UnionVariant<'_>, runtime: &TokenStream) -> TokenStream {
    of_payload_and(function, variant, runtime, &TokenStream::new())
}

fn of_payload_and(
    function: &TokenStream,
    variant: &UnionVariant<'_>,
    runtime: &TokenStream,
    more: &TokenStream,
) -> TokenStream {
    let (first, last) = (variant.spot.first, variant.spot.last);
    let (payload, runtime) = (variant.payload, variant.spot.at_first(runtime.clone()));
    let (function, close) = (variant.spot.at_first(function.clone()), quote_spanned!(last=> >));
    quote_spanned!(first=> #runtime::#function::<#payload #more #close)
}

/// The enum of what is said of each type.
fn partial(model: &Union<'_>, generics: &Generics) -> TokenStream {
    let runtime = model.runtime();
    let (vis, whole, name) = (&model.input.vis, &model.input.ident, &model.names.partial);
    let (_, type_generics, clause) = generics.split_for_impl();
    let summary = format!("What an answer says of a [`{whole}`] of one type.");
    let allowed = allowed();
    let variants = model.variants.iter().filter(|_| !model.is_broken).map(|variant| {
        let (ident, partial) = (variant.ident, partial_of(variant, &runtime));
        let line = format!("What is said of a `{}`.", ident.unraw());
        let partial = if variant.is_boxed { quote!(#runtime::Box<#partial>) } else { partial };
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
        sound: TokenStream::new(),
    });
    let value = complex::impls(name, Kind::Complex, generics);
    let deserialize =
        deserialize(generics, &quote!(#name), &quote!(#runtime::deserialize_whole(__graph_from)), &runtime);
    let union = if model.is_broken { stub(model, generics) } else { union(model, generics) };
    let standard = standard(model, generics);
    let compound = compound(model, generics);
    let conversions = conversions(model, generics);
    quote! {
        #union
        #compound
        #value
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
                #runtime::Default::default()
            }
            #[doc = "Whether the patch says nothing."]
            #[must_use]
            pub fn is_empty(&self) -> bool {
                #runtime::GraphPatch::is_empty(self)
            }
            #[doc = "Composes this patch with a later one, which wins where both name a property."]
            pub fn merge(&mut self, __graph_later: Self) {
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
        let secrets = of_payload(&quote!(has_secrets), variant, &runtime);
        quote!(|| #secrets())
    });
    quote! {
        #[automatically_derived]
        impl #impl_generics #runtime::Compound for #name #type_generics #clause {
            type Partial = #runtime::UnionPartial<Self>;
            type Patch = #patch_name #type_generics;
            const NAME: &'static str = #shown;
            fn has_secrets() -> bool {
                false #(#secrets)*
            }
            fn complete(
                __graph_partial: Self::Partial,
                __graph_completion: &mut #runtime::Completion,
            ) -> #runtime::Option<Self> {
                #runtime::complete_union(__graph_partial, __graph_completion)
            }
            fn write_to<__GraphS: #runtime::Serializer>(&self, __graph_form: #runtime::Form, __graph_to: __GraphS)
                -> #runtime::Result<__GraphS::Ok, __GraphS::Error>
            {
                #runtime::GraphUnion::write_value(self, __graph_form, __graph_to)
            }
            fn difference(&self, __graph_new: &Self, __graph_aspect: #runtime::Option<#runtime::Aspect>)
                -> Self::Partial
            {
                #runtime::diff_union(self, __graph_new, __graph_aspect)
            }
            fn fold(&mut self, __graph_partial: Self::Partial, __graph_mode: #runtime::Mode) {
                #runtime::fold_union(self, __graph_partial, __graph_mode)
            }
            fn begin(__graph_partial: Self::Partial, __graph_mode: #runtime::Mode) -> #runtime::Option<Self> {
                #runtime::begin_union(__graph_partial, __graph_mode)
            }
            fn settle(&mut self) {
                #runtime::GraphUnion::settle_value(self)
            }
        }
    }
}

/// What turns the patch of one of the types into the patch of the union.
fn conversions(model: &Union<'_>, generics: &Generics) -> TokenStream {
    let runtime = runtime();
    let (name, said, patch_name) = (&model.input.ident, &model.names.partial, &model.names.patch);
    let (impl_generics, type_generics, clause) = generics.split_for_impl();
    let conversions = model.with_own_payload().filter(|_| !model.is_broken).map(|variant| {
        let (ident, payload) = (variant.ident, variant.payload);
        let value = boxed(variant, quote!(__graph_said), &runtime);
        quote! {
            #[automatically_derived]
            impl #impl_generics #runtime::UnionOf<#payload> for #name #type_generics #clause {
                fn of_variant(__graph_said: <#payload as #runtime::Structured>::Partial) -> Self::Said {
                    #said::#ident(#value)
                }
            }
        }
    });
    let of_a_variant = {
        let mut generics = generics.clone();
        generics.params.push(syn::parse_quote!(__GraphPatch: #runtime::GraphPatch));
        let clause = generics.make_where_clause();
        clause
            .predicates
            .push(syn::parse_quote!(__GraphPatch::Whole: #runtime::Structured<Partial = __GraphPatch::Partial>));
        clause.predicates.push(syn::parse_quote!(#name #type_generics: #runtime::UnionOf<__GraphPatch::Whole>));
        let (impl_generics, _, clause) = generics.split_for_impl();
        quote! {
            #[automatically_derived]
            impl #impl_generics #runtime::From<__GraphPatch> for #patch_name #type_generics #clause {
                fn from(__graph_patch: __GraphPatch) -> Self {
                    let __graph_partial = #runtime::GraphPatch::into_partial(__graph_patch);
                    Self(#runtime::UnionPartial::of(<#name #type_generics as #runtime::UnionOf<__GraphPatch::Whole>>::of_variant(__graph_partial)))
                }
            }
        }
    };
    quote!(#(#conversions)* #of_a_variant)
}

/// A value for a variant, in the `Box` that the user wrote.
fn boxed(variant: &UnionVariant<'_>, value: TokenStream, runtime: &TokenStream) -> TokenStream {
    if variant.is_boxed { quote!(#runtime::Box::new(#value)) } else { value }
}

/// What a variant holds, taken out of the `Box` that the user wrote.
fn unboxed(variant: &UnionVariant<'_>, value: &TokenStream) -> TokenStream {
    if variant.is_boxed { quote!(*#value) } else { quote!(#value) }
}

#[allow(clippy::too_many_lines, reason = "one match a method: a table, read from top to bottom")]
fn union(model: &Union<'_>, generics: &Generics) -> TokenStream {
    let runtime = runtime();
    let (name, said) = (&model.input.ident, &model.names.partial);
    let (impl_generics, type_generics, clause) = generics.split_for_impl();
    let idents: Vec<_> = model.variants.iter().map(|variant| variant.ident).collect();
    let rows: Vec<_> = (0..idents.len()).map(row).collect();
    let types = model.variants.iter().map(|variant| {
        let given = match &variant.odata_type {
            Some((name, _)) => quote!(#runtime::Option::Some(#name)),
            None => quote!(#runtime::Option::None),
        };
        let function = of_payload(&quote!(variant_type), variant, &runtime);
        quote!(#function(#given))
    });
    let base = match model.base() {
        Some(base) => {
            let base = row(base);
            quote!(#runtime::Option::Some(#base))
        }
        None => quote!(#runtime::Option::None),
    };
    let unknown = row(model.unknown().unwrap_or_default());
    let unknown_ident = model.unknown().map(|unknown| idents[unknown]);
    let arms = |of: &dyn Fn(&UnionVariant<'_>, usize) -> TokenStream| -> Vec<TokenStream> {
        model.variants.iter().enumerate().map(|(index, variant)| of(variant, index)).collect()
    };
    let (value, partial) = (quote!(__graph_value), quote!(__graph_said));
    let reads = arms(&|variant, index| {
        let (ident, row) = (variant.ident, row(index));
        // The last one reads all others: an index past the end is none that this union gave.
        let pattern = if index + 1 == idents.len() { quote!(_) } else { quote!(#row) };
        let function = of_payload_and(&quote!(read_variant), variant, &runtime, &quote!(, _));
        let read = boxed(variant, quote!(#function(__graph_from, __graph_cx, __graph_etag)?), &runtime);
        quote!(#pattern => #said::#ident(#read),)
    });
    let writes = arms(&|variant, index| {
        let (ident, row) = (variant.ident, row(index));
        let function = of_payload_and(&quote!(write_said_variant), variant, &runtime, &quote!(, _));
        quote!(#said::#ident(#partial) => #function(#partial, Self::TYPES[#row], __graph_form, __graph_to),)
    });
    let whole_writes = arms(&|variant, index| {
        let (ident, row) = (variant.ident, row(index));
        let function = of_payload_and(&quote!(write_variant), variant, &runtime, &quote!(, _));
        quote!(Self::#ident(#value) => #function(#value, Self::TYPES[#row], __graph_form, __graph_to),)
    });
    let nothings = arms(&|variant, _| {
        let ident = variant.ident;
        let function = of_payload(&quote!(is_nothing), variant, &runtime);
        quote!(#said::#ident(#partial) => #function(#partial),)
    });
    let completions = arms(&|variant, _| {
        let (ident, taken) = (variant.ident, unboxed(variant, &partial));
        let function = of_payload(&quote!(complete_variant), variant, &runtime);
        let whole = boxed(variant, quote!(#function(#taken, __graph_completion)?), &runtime);
        quote!(#said::#ident(#partial) => Self::#ident(#whole),)
    });
    let beginnings = arms(&|variant, _| {
        let (ident, taken) = (variant.ident, unboxed(variant, &partial));
        let function = of_payload(&quote!(begin_variant), variant, &runtime);
        let whole = boxed(variant, quote!(#function(#taken, __graph_mode)?), &runtime);
        quote!(#said::#ident(#partial) => Self::#ident(#whole),)
    });
    let same = |variant: &UnionVariant<'_>, one: &TokenStream, other: &TokenStream| {
        variant.is_unknown.then(|| quote!(if #runtime::same_unknown(&*#one, &*#other)))
    };
    let (new, later) = (quote!(__graph_new), quote!(__graph_later));
    let differences = arms(&|variant, _| {
        let ident = variant.ident;
        let function = of_payload(&quote!(diff_variant), variant, &runtime);
        let same = same(variant, &value, &new);
        let difference = boxed(variant, quote!(#function(#value, #new, __graph_aspect)), &runtime);
        quote!((Self::#ident(#value), Self::#ident(#new)) #same => #runtime::Option::Some(#said::#ident(#difference)),)
    });
    let applications = arms(&|variant, _| {
        let (ident, taken) = (variant.ident, unboxed(variant, &partial));
        let function = of_payload(&quote!(apply_variant), variant, &runtime);
        let same = same(variant, &value, &if variant.is_boxed { quote!(#partial) } else { quote!((&#partial)) });
        quote!((Self::#ident(#value), #said::#ident(#partial)) #same => #function(#value, #taken, __graph_mode),)
    });
    let compositions = arms(&|variant, _| {
        let (ident, taken) = (variant.ident, unboxed(variant, &later));
        let function = of_payload(&quote!(compose_variant), variant, &runtime);
        let same = same(variant, &partial, &if variant.is_boxed { quote!(#later) } else { quote!((&#later)) });
        quote!((#said::#ident(#partial), #said::#ident(#later)) #same => #function(#partial, #taken),)
    });
    let settlements = arms(&|variant, _| {
        let ident = variant.ident;
        let function = of_payload(&quote!(settle_variant), variant, &runtime);
        quote!(Self::#ident(#value) => #function(#value),)
    });
    quote! {
        #[automatically_derived]
        impl #impl_generics #runtime::GraphUnion for #name #type_generics #clause {
            type Said = #said #type_generics;
            const TYPES: &'static [#runtime::Option<&'static str>] = &[#(#types),*];
            const BASE: #runtime::Option<usize> = #base;
            const UNKNOWN: usize = #unknown;
            fn place(&self) -> usize {
                match self {
                    #(Self::#idents(_) => #rows,)*
                }
            }
            fn place_of(__graph_said: &Self::Said) -> usize {
                match __graph_said {
                    #(#said::#idents(_) => #rows,)*
                }
            }
            fn read_said<'__graph_de, __GraphD: #runtime::Deserializer<'__graph_de>>(
                __graph_place: usize,
                __graph_from: __GraphD,
                __graph_cx: #runtime::ReadContext,
                __graph_etag: #runtime::Option<&mut #runtime::Option<#runtime::ETag>>,
            ) -> #runtime::Result<Self::Said, __GraphD::Error> {
                #runtime::Result::Ok(match __graph_place { #(#reads)* })
            }
            fn write_said<__GraphS: #runtime::Serializer>(
                __graph_said: &Self::Said,
                __graph_form: #runtime::Form,
                __graph_to: __GraphS,
            ) -> #runtime::Result<__GraphS::Ok, __GraphS::Error> {
                match __graph_said { #(#writes)* }
            }
            fn write_value<__GraphS: #runtime::Serializer>(
                &self,
                __graph_form: #runtime::Form,
                __graph_to: __GraphS,
            ) -> #runtime::Result<__GraphS::Ok, __GraphS::Error> {
                match self { #(#whole_writes)* }
            }
            fn is_untyped(__graph_said: &Self::Said) -> bool {
                match __graph_said {
                    #said::#unknown_ident(__graph_said) => #runtime::is_untyped(__graph_said),
                    _ => false,
                }
            }
            fn is_nothing(__graph_said: &Self::Said) -> bool {
                match __graph_said { #(#nothings)* }
            }
            fn complete_said(
                __graph_said: Self::Said,
                __graph_completion: &mut #runtime::Completion,
            ) -> #runtime::Option<Self> {
                #runtime::Option::Some(match __graph_said { #(#completions)* })
            }
            fn begin_said(__graph_said: Self::Said, __graph_mode: #runtime::Mode) -> #runtime::Option<Self> {
                #runtime::Option::Some(match __graph_said { #(#beginnings)* })
            }
            fn diff_said(
                &self,
                __graph_new: &Self,
                __graph_aspect: #runtime::Option<#runtime::Aspect>,
            ) -> #runtime::Option<Self::Said> {
                match (self, __graph_new) {
                    #(#differences)*
                    _ => #runtime::Option::None,
                }
            }
            fn apply_said(
                &mut self,
                __graph_said: Self::Said,
                __graph_mode: #runtime::Mode,
            ) -> #runtime::Result<(), Self::Said> {
                match (self, __graph_said) {
                    #(#applications)*
                    (_, __graph_said) => return #runtime::Result::Err(__graph_said),
                }
                #runtime::Result::Ok(())
            }
            fn compose_said(
                __graph_said: &mut Self::Said,
                __graph_later: Self::Said,
            ) -> #runtime::Result<(), Self::Said> {
                match (__graph_said, __graph_later) {
                    #(#compositions)*
                    (_, __graph_later) => return #runtime::Result::Err(__graph_later),
                }
                #runtime::Result::Ok(())
            }
            fn settle_value(&mut self) {
                match self { #(#settlements)* }
            }
        }
    }
}

/// The same where the input has a mistake: nothing in it depends on the variants.
fn stub(model: &Union<'_>, generics: &Generics) -> TokenStream {
    let runtime = runtime();
    let (name, said) = (&model.input.ident, &model.names.partial);
    let (impl_generics, type_generics, clause) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics #runtime::GraphUnion for #name #type_generics #clause {
            type Said = #said #type_generics;
            const TYPES: &'static [#runtime::Option<&'static str>] = &[];
            const BASE: #runtime::Option<usize> = #runtime::Option::None;
            const UNKNOWN: usize = 0;
            fn place(&self) -> usize { loop {} }
            fn place_of(_: &Self::Said) -> usize { loop {} }
            fn read_said<'__graph_de, __GraphD: #runtime::Deserializer<'__graph_de>>(
                _: usize,
                _: __GraphD,
                _: #runtime::ReadContext,
                _: #runtime::Option<&mut #runtime::Option<#runtime::ETag>>,
            ) -> #runtime::Result<Self::Said, __GraphD::Error> { loop {} }
            fn write_said<__GraphS: #runtime::Serializer>(_: &Self::Said, _: #runtime::Form, _: __GraphS)
                -> #runtime::Result<__GraphS::Ok, __GraphS::Error> { loop {} }
            fn write_value<__GraphS: #runtime::Serializer>(&self, _: #runtime::Form, _: __GraphS)
                -> #runtime::Result<__GraphS::Ok, __GraphS::Error> { loop {} }
            fn is_untyped(_: &Self::Said) -> bool { loop {} }
            fn is_nothing(_: &Self::Said) -> bool { loop {} }
            fn complete_said(_: Self::Said, _: &mut #runtime::Completion) -> #runtime::Option<Self> { loop {} }
            fn begin_said(_: Self::Said, _: #runtime::Mode) -> #runtime::Option<Self> { loop {} }
            fn diff_said(&self, _: &Self, _: #runtime::Option<#runtime::Aspect>) -> #runtime::Option<Self::Said> {
                loop {}
            }
            fn apply_said(&mut self, _: Self::Said, _: #runtime::Mode) -> #runtime::Result<(), Self::Said> { loop {} }
            fn compose_said(_: &mut Self::Said, _: Self::Said) -> #runtime::Result<(), Self::Said> { loop {} }
            fn settle_value(&mut self) { loop {} }
        }
    }
}

/// The traits of the standard library, of the partial.
fn standard(model: &Union<'_>, generics: &Generics) -> TokenStream {
    let runtime = runtime();
    let said = &model.names.partial;
    let (impl_generics, type_generics, clause) = generics.split_for_impl();
    let idents: Vec<_> = model.variants.iter().filter(|_| !model.is_broken).map(|variant| variant.ident).collect();
    let shown: Vec<_> = idents.iter().map(|ident| ident.unraw().to_string()).collect();
    let broken = model.is_broken.then(|| quote!(_ => loop {}));
    quote! {
        #[automatically_derived]
        impl #impl_generics #runtime::Clone for #said #type_generics #clause {
            fn clone(&self) -> Self {
                match self {
                    #(Self::#idents(__graph_said) => Self::#idents(#runtime::Clone::clone(__graph_said)),)*
                    #broken
                }
            }
        }
        #[automatically_derived]
        impl #impl_generics #runtime::PartialEq for #said #type_generics #clause {
            fn eq(&self, __graph_other: &Self) -> bool {
                match (self, __graph_other) {
                    #((Self::#idents(__graph_said), Self::#idents(__graph_other)) => {
                        #runtime::PartialEq::eq(__graph_said, __graph_other)
                    })*
                    _ => false,
                }
            }
        }
        #[automatically_derived]
        impl #impl_generics #runtime::Debug for #said #type_generics #clause {
            fn fmt(&self, __graph_f: &mut #runtime::Formatter<'_>) -> #runtime::FmtResult {
                match self {
                    #(Self::#idents(__graph_said) => {
                        __graph_f.debug_tuple(#shown).field(__graph_said).finish()
                    })*
                    #broken
                }
            }
        }
    }
}
