//! `GraphUnion`: the partial and the patch of a union, and a match over the variants for each thing that is done.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;
use syn::{Generics, Ident};

use super::partial::deserialize;
use super::patch::{Newtype, newtype};
use super::resource::{parts, start};
use super::sound::{mention, mentions};
use super::tokens::{call, path, row};
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

/// `<RelatedCodec<Payload> as Variant>::item`, with the span of the payload's type from end to end: where that is refused, the compiler
/// says it once.
fn of_payload(item: &str, variant: &UnionVariant<'_>, runtime: &TokenStream) -> TokenStream {
    let (first, last) = (variant.spot.first, variant.spot.last);
    let (payload, runtime) = (variant.payload, variant.spot.at_first(runtime.clone()));
    let item = Ident::new(item, last);
    let close = quote_spanned!(first=> >);
    quote_spanned!(first=> <#runtime::RelatedCodec<#payload #close as #runtime::Variant>::#item)
}

/// The same, called.
fn call_of_payload(item: &str, variant: &UnionVariant<'_>, arguments: TokenStream) -> TokenStream {
    call(&of_payload(item, variant, &runtime()), variant.spot.at_first(arguments), variant.spot)
}

/// A constant that cannot be evaluated where a payload was refused, as for structs: see `sound`.
fn sound(model: &Union<'_>, runtime: &TokenStream) -> TokenStream {
    let parameters: Vec<_> = model.input.generics.type_params().map(|parameter| parameter.ident.to_string()).collect();
    let variants = model.variants.iter().filter(|variant| !mentions(variant.payload, &parameters));
    let questions = variants.filter(|_| !model.is_broken).map(|variant| {
        let (first, said) = (variant.spot.first, of_payload("Said", variant, runtime));
        let runtime = variant.spot.at_first(runtime.clone());
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
        let (boxed, close) = (path(&runtime, &quote!(Box), variant.spot), quote_spanned!(last=> >));
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
            fn difference(&self, __graph_new: &Self, __graph_aspect: #runtime::Option<#runtime::Aspect>)
                -> Self::Partial
            {
                #sound
                #runtime::diff_union(self, __graph_new, __graph_aspect)
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

/// What makes it a resource: paths, and the key that the value has.
fn resource(model: &Union<'_>, generics: &Generics) -> TokenStream {
    let runtime = runtime();
    let name = &model.input.ident;
    let (impl_generics, type_generics, clause) = generics.split_for_impl();
    let starts = model.paths.iter().enumerate().map(|(number, path)| start(path, number == 0, &runtime));
    let parts = model.paths.first().map(|path| parts(&path.template, &runtime)).unwrap_or_default();
    let this = quote!(Self);
    let value = quote!(__graph_value);
    let arms = |method: &str, arguments: &TokenStream, unknown: &TokenStream| -> TokenStream {
        let arm = |variant: &UnionVariant<'_>| {
            let pattern = of(&this, variant, value.clone());
            if variant.is_unknown {
                return quote!(#pattern => #unknown,);
            }
            let (first, payload) = (variant.spot.first, variant.payload);
            let (method, runtime) = (Ident::new(method, variant.spot.last), variant.spot.at_first(runtime.clone()));
            let method = quote_spanned!(first=> <#payload as #runtime::GraphResource>::#method);
            let arguments = variant.spot.at_first(quote!(#value #arguments));
            let call = call(&method, arguments, variant.spot);
            quote!(#pattern => #call,)
        };
        model.variants.iter().map(arm).collect()
    };
    let none = quote!(#runtime::Option::None);
    // Of an unknown object, the key is a member by the name that the rule gives the placeholder.
    let names = model.paths.iter().flat_map(|path| path.template.key());
    let members: Vec<_> = names
        .map(|name| {
            let wire = crate::case::Case::default().of_field(name);
            quote!(#name => #runtime::unknown_key(#value, #wire),)
        })
        .collect();
    let key = model.paths.iter().flat_map(|path| path.template.key()).next().map_or(none.clone(), |name| {
        let wire = crate::case::Case::default().of_field(name);
        quote!(#runtime::unknown_key(#value, #wire))
    });
    let methods = (!model.is_broken).then(|| {
        let keys = arms("key", &TokenStream::new(), &key);
        let unknown = quote!(match __graph_name { #(#members)* _ => #none });
        let keys_of = arms("key_of", &quote!(, __graph_name), &unknown);
        let tags = arms("etag_mut", &TokenStream::new(), &none);
        quote! {
            fn key(&self) -> #runtime::Option<&dyn #runtime::Display> {
                match self { #keys }
            }
            #[allow(unreachable_patterns)]
            fn key_of(&self, __graph_name: &str) -> #runtime::Option<&dyn #runtime::Display> {
                match self { #keys_of }
            }
            #[allow(unused_variables)]
            fn etag_mut(&mut self) -> #runtime::Option<&mut #runtime::Option<#runtime::ETag>> {
                match self { #tags }
            }
        }
    });
    quote! {
        impl #impl_generics #name #type_generics #clause {
            #(#starts)*
        }
        #[automatically_derived]
        impl #impl_generics #runtime::GraphResource for #name #type_generics #clause {
            const PATH: &'static [#runtime::PathPart] = &[#(#parts),*];
            #methods
        }
    }
}

/// What turns the patch of one of the types into the patch of the union.
fn conversions(model: &Union<'_>, generics: &Generics) -> TokenStream {
    let runtime = runtime();
    let (name, said, patch_name) = (&model.input.ident, &model.names.partial, &model.names.patch);
    let said = quote!(#said);
    let sound = mention();
    let (impl_generics, type_generics, clause) = generics.split_for_impl();
    let conversions = model.with_own_payload().filter(|_| !model.is_broken).map(|variant| {
        let payload = variant.payload;
        let value = of(&said, variant, boxed(variant, quote!(__graph_said), &runtime));
        let of = of_payload("Said", variant, &runtime);
        // The function as a whole has the span of the type from end to end.
        let (first, last) = (variant.spot.first, variant.spot.last);
        let signature = quote_spanned!(first=> fn of_variant(__graph_said: #of) -> Self::Said);
        let body = quote_spanned!(last=> { #sound #value });
        let function = quote!(#signature #body);
        quote! {
            #[automatically_derived]
            impl #impl_generics #runtime::UnionOf<#payload> for #name #type_generics #clause {
                type Of = #of;
                #function
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
        clause.predicates.push(
            syn::parse_quote!(#name #type_generics: #runtime::UnionOf<__GraphPatch::Whole, Of = __GraphPatch::Partial>),
        );
        let (impl_generics, _, clause) = generics.split_for_impl();
        quote! {
            #[automatically_derived]
            impl #impl_generics #runtime::From<__GraphPatch> for #patch_name #type_generics #clause {
                fn from(__graph_patch: __GraphPatch) -> Self {
                    #sound
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

/// `Enum::Variant(inner)`, with the span of the payload's type from end to end.
fn of(union: &TokenStream, variant: &UnionVariant<'_>, inner: TokenStream) -> TokenStream {
    let ident = variant.ident;
    call(&path(union, &quote!(#ident), variant.spot), variant.spot.at_first(inner), variant.spot)
}

#[allow(clippy::too_many_lines, reason = "one match a method: a table, read from top to bottom")]
fn union(model: &Union<'_>, generics: &Generics) -> TokenStream {
    let runtime = runtime();
    let (name, said) = (&model.input.ident, &model.names.partial);
    let (impl_generics, type_generics, clause) = generics.split_for_impl();
    let (this, said) = (quote!(Self), quote!(#said));
    let idents: Vec<_> = model.variants.iter().map(|variant| variant.ident).collect();
    let rows: Vec<_> = (0..idents.len()).map(row).collect();
    let types = model.variants.iter().map(|variant| match &variant.odata_type {
        Some((name, _)) => quote!(#runtime::Option::Some(#name)),
        None => of_payload("ODATA_TYPE", variant, &runtime),
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
        let row = row(index);
        // The last one reads all others: an index past the end is none that this union gave.
        let pattern = if index + 1 == idents.len() { quote!(_) } else { quote!(#row) };
        let read = call_of_payload("read", variant, quote!(__graph_from, __graph_cx, __graph_etag));
        let read = boxed(variant, quote!(#read?), &runtime);
        let said_read = of(&said, variant, quote!(#read));
        quote!(#pattern => #said_read,)
    });
    let writes = arms(&|variant, index| {
        let row = row(index);
        let write =
            call_of_payload("write_said", variant, quote!(#partial, Self::TYPES[#row], __graph_form, __graph_to));
        let said_partial = of(&said, variant, quote!(#partial));
        quote!(#said_partial => #write,)
    });
    let whole_writes = arms(&|variant, index| {
        let row = row(index);
        let write = call_of_payload("write", variant, quote!(#value, Self::TYPES[#row], __graph_form, __graph_to));
        let whole_value = of(&this, variant, quote!(#value));
        quote!(#whole_value => #write,)
    });
    let nothings = arms(&|variant, _| {
        let is_nothing = call_of_payload("is_nothing", variant, quote!(#partial));
        let said_partial = of(&said, variant, quote!(#partial));
        quote!(#said_partial => #is_nothing,)
    });
    let completions = arms(&|variant, _| {
        let taken = unboxed(variant, &partial);
        let whole = call_of_payload("complete", variant, quote!(#taken, __graph_completion));
        let whole = boxed(variant, quote!(#whole?), &runtime);
        let said_partial = of(&said, variant, quote!(#partial));
        let whole_whole = of(&this, variant, quote!(#whole));
        quote!(#said_partial => #whole_whole,)
    });
    let beginnings = arms(&|variant, _| {
        let taken = unboxed(variant, &partial);
        let whole = call_of_payload("begin", variant, quote!(#taken, __graph_mode));
        let whole = boxed(variant, quote!(#whole?), &runtime);
        let said_partial = of(&said, variant, quote!(#partial));
        let whole_whole = of(&this, variant, quote!(#whole));
        quote!(#said_partial => #whole_whole,)
    });
    let same = |variant: &UnionVariant<'_>, one: &TokenStream, other: &TokenStream| {
        variant.is_unknown.then(|| quote!(if #runtime::same_unknown(&*#one, &*#other)))
    };
    let (new, later) = (quote!(__graph_new), quote!(__graph_later));
    let differences = arms(&|variant, _| {
        let same = same(variant, &value, &new);
        let difference =
            boxed(variant, call_of_payload("diff", variant, quote!(#value, #new, __graph_aspect)), &runtime);
        let whole_value = of(&this, variant, quote!(#value));
        let whole_new = of(&this, variant, quote!(#new));
        let said_difference = of(&said, variant, quote!(#difference));
        quote!((#whole_value, #whole_new) #same => #runtime::Option::Some(#said_difference),)
    });
    let applications = arms(&|variant, _| {
        let taken = unboxed(variant, &partial);
        let same = same(variant, &value, &if variant.is_boxed { quote!(#partial) } else { quote!((&#partial)) });
        let apply = call_of_payload("apply", variant, quote!(#value, #taken, __graph_mode));
        let whole_value = of(&this, variant, quote!(#value));
        let said_partial = of(&said, variant, quote!(#partial));
        quote!((#whole_value, #said_partial) #same => #apply,)
    });
    let compositions = arms(&|variant, _| {
        let taken = unboxed(variant, &later);
        let same = same(variant, &partial, &if variant.is_boxed { quote!(#later) } else { quote!((&#later)) });
        let compose = call_of_payload("compose", variant, quote!(#partial, #taken));
        let said_partial = of(&said, variant, quote!(#partial));
        let said_later = of(&said, variant, quote!(#later));
        quote!((#said_partial, #said_later) #same => #compose,)
    });
    let settlements = arms(&|variant, _| {
        let settle = call_of_payload("settle", variant, quote!(#value));
        let whole_value = of(&this, variant, quote!(#value));
        quote!(#whole_value => #settle,)
    });
    let sound = mention();
    quote! {
        #[automatically_derived]
        impl #impl_generics #runtime::GraphUnion for #name #type_generics #clause {
            type Said = #said #type_generics;
            const TYPES: &'static [#runtime::Option<&'static str>] = &[#(#types),*];
            const BASE: #runtime::Option<usize> = #base;
            const UNKNOWN: usize = #unknown;
            fn place(&self) -> usize {
                match self {
                    #(Self::#idents { .. } => #rows,)*
                }
            }
            fn place_of(__graph_said: &Self::Said) -> usize {
                match __graph_said {
                    #(#said::#idents { .. } => #rows,)*
                }
            }
            fn read_said<'__graph_de, __GraphD: #runtime::Deserializer<'__graph_de>>(
                __graph_place: usize,
                __graph_from: __GraphD,
                __graph_cx: #runtime::ReadContext,
                __graph_etag: #runtime::Option<&mut #runtime::Option<#runtime::ETag>>,
            ) -> #runtime::Result<Self::Said, __GraphD::Error> {
                #sound
                #runtime::Result::Ok(match __graph_place { #(#reads)* })
            }
            fn write_said<__GraphS: #runtime::Serializer>(
                __graph_said: &Self::Said,
                __graph_form: #runtime::Form,
                __graph_to: __GraphS,
            ) -> #runtime::Result<__GraphS::Ok, __GraphS::Error> {
                #sound
                match __graph_said { #(#writes)* }
            }
            fn write_value<__GraphS: #runtime::Serializer>(
                &self,
                __graph_form: #runtime::Form,
                __graph_to: __GraphS,
            ) -> #runtime::Result<__GraphS::Ok, __GraphS::Error> {
                #sound
                match self { #(#whole_writes)* }
            }
            fn is_untyped(__graph_said: &Self::Said) -> bool {
                match __graph_said {
                    #said::#unknown_ident(__graph_said) => #runtime::is_untyped(__graph_said),
                    _ => false,
                }
            }
            fn is_nothing(__graph_said: &Self::Said) -> bool {
                #sound
                match __graph_said { #(#nothings)* }
            }
            fn complete_said(
                __graph_said: Self::Said,
                __graph_completion: &mut #runtime::Completion,
            ) -> #runtime::Option<Self> {
                #sound
                #runtime::Option::Some(match __graph_said { #(#completions)* })
            }
            fn begin_said(__graph_said: Self::Said, __graph_mode: #runtime::Mode) -> #runtime::Option<Self> {
                #sound
                #runtime::Option::Some(match __graph_said { #(#beginnings)* })
            }
            fn diff_said(
                &self,
                __graph_new: &Self,
                __graph_aspect: #runtime::Option<#runtime::Aspect>,
            ) -> #runtime::Option<Self::Said> {
                #sound
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
                #sound
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
                #sound
                match (__graph_said, __graph_later) {
                    #(#compositions)*
                    (_, __graph_later) => return #runtime::Result::Err(__graph_later),
                }
                #runtime::Result::Ok(())
            }
            fn settle_value(&mut self) {
                #sound
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
    let this = quote!(Self);
    let variants = || model.variants.iter().filter(|_| !model.is_broken);
    let (value, other) = (quote!(__graph_said), quote!(__graph_other));
    let clones = variants().map(|variant| {
        let pattern = of(&this, variant, value.clone());
        let clone = call(
            &path(&runtime, &quote!(Clone::clone), variant.spot),
            variant.spot.at_first(value.clone()),
            variant.spot,
        );
        let clone = of(&this, variant, clone);
        quote!(#pattern => #clone,)
    });
    let comparisons = variants().map(|variant| {
        let (pattern, other_pattern) = (of(&this, variant, value.clone()), of(&this, variant, other.clone()));
        let equal = path(&runtime, &quote!(PartialEq::eq), variant.spot);
        let equal = call(&equal, variant.spot.at_first(quote!(#value, #other)), variant.spot);
        quote!((#pattern, #other_pattern) => #equal,)
    });
    let shown = variants().map(|variant| {
        let (pattern, name) = (of(&this, variant, value.clone()), variant.ident.unraw().to_string());
        let shown =
            call(&path(&runtime, &quote!(shown), variant.spot), variant.spot.at_first(value.clone()), variant.spot);
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
