//! A match over the variants for each thing that is done with a union: what `GraphUnion` asks for.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Generics;

use super::super::runtime;
use super::super::sound::mention;
use super::super::tokens::row;
use super::variant::{boxed, call_of_payload, of, of_payload, unboxed};
use crate::model::{Union, UnionVariant};
use crate::trees::Trees;

#[allow(clippy::too_many_lines, reason = "one match a method: a table, read from top to bottom")]
pub(super) fn union(model: &Union<'_>, generics: &Generics) -> TokenStream {
    let runtime = runtime();
    let (name, said) = (&model.input.ident, &model.names.partial);
    let (impl_generics, type_generics, clause) = generics.split_for_impl();
    let (this, said) = (Trees::from("Self"), Trees::from(said.clone()));
    let idents: Vec<_> = model.variants.iter().map(|variant| variant.ident).collect();
    let rows: Vec<_> = (0..idents.len()).map(row).collect();
    let types = model.variants.iter().map(|variant| match &variant.odata_type {
        Some((name, _)) => quote!(#runtime::Option::Some(#name)),
        None => of_payload("ODATA_TYPE", variant, &runtime),
    });
    let tables = model.variants.iter().map(|variant| of_payload("TABLE", variant, &runtime));
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
    let reads_of = |function: &str, what: &Trees| {
        arms(&|variant, index| {
            let row = row(index);
            // The last one reads all others: an index past the end is none that this union gave.
            let pattern = if index + 1 == idents.len() { quote!(_) } else { quote!(#row) };
            let read = call_of_payload(function, variant, quote!(__graph_from, __graph_cx, __graph_etag));
            let read = boxed(variant, quote!(#read?), &runtime);
            let read = of(what, variant, quote!(#read));
            quote!(#pattern => #read,)
        })
    };
    let (reads, whole_reads) = (reads_of("read_said", &said), reads_of("read", &this));
    let writes = arms(&|variant, index| {
        let row = row(index);
        let mut name = quote!(<Self as #runtime::GraphUnion>::TYPES[#row]);
        if variant.is_base() {
            name = quote!(#runtime::Option::filter(#name, |_| __graph_named));
        }
        let write = call_of_payload("write_said", variant, quote!(#partial, #name, __graph_form, __graph_to));
        let said_partial = of(&said, variant, quote!(#partial));
        quote!(#said_partial => #write,)
    });
    let whole_writes = arms(&|variant, index| {
        let row = row(index);
        let write = call_of_payload(
            "write",
            variant,
            quote!(#value, <Self as #runtime::GraphUnion>::TYPES[#row], __graph_form, __graph_to),
        );
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
            boxed(variant, call_of_payload("diff", variant, quote!(#value, #new, __graph_scope)), &runtime);
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
    // What is said of any other type is said of it alone.
    let of_all = |variant: &&UnionVariant<'_>| variant.is_base() || variant.is_unknown;
    let restatements = model.variants.iter().filter(of_all).map(|variant| {
        let restate = call_of_payload("restate", variant, quote!(#partial, __graph_to));
        let said_partial = of(&said, variant, quote!(#partial));
        quote!(#said_partial => #restate,)
    });
    let not_restated = (!model.variants.iter().all(|variant| of_all(&variant))).then(|| quote!(_ => {}));
    let sound = mention();
    quote! {
        #[automatically_derived]
        impl #impl_generics #runtime::GraphUnion for #name #type_generics #clause {
            type Said = #said #type_generics;
            const TYPES: &'static [#runtime::Option<&'static str>] = &[#(#types),*];
            const TABLES: &'static [&'static #runtime::TypeInfo] = &[#(#tables),*];
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
                __graph_cx: #runtime::ReadContext<'_>,
                __graph_etag: #runtime::Option<&mut #runtime::Option<#runtime::ETag>>,
            ) -> #runtime::Result<Self::Said, __GraphD::Error> {
                #sound
                #runtime::Result::Ok(match __graph_place { #(#reads)* })
            }
            fn read_value<'__graph_de, __GraphD: #runtime::Deserializer<'__graph_de>>(
                __graph_place: usize,
                __graph_from: __GraphD,
                __graph_cx: #runtime::ReadContext<'_>,
                __graph_etag: #runtime::Option<&mut #runtime::Option<#runtime::ETag>>,
                __graph_room: &mut #runtime::Option<Self>,
            ) -> #runtime::Result<(), __GraphD::Error> {
                #sound
                #runtime::Result::Ok(#runtime::put(__graph_room, match __graph_place { #(#whole_reads)* }))
            }
            fn write_said<__GraphS: #runtime::Serializer>(
                __graph_said: &Self::Said,
                __graph_named: bool,
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
                __graph_scope: #runtime::Scope<'_>,
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
            fn restate_said(__graph_said: &Self::Said, __graph_to: &mut #runtime::Restating<'_>) {
                #sound
                match __graph_said {
                    #(#restatements)*
                    #not_restated
                }
            }
            fn settle_value(&mut self) {
                #sound
                match self { #(#settlements)* }
            }
        }
    }
}

/// The same where the input has a mistake: nothing in it depends on the variants.
pub(super) fn stub(model: &Union<'_>, generics: &Generics) -> TokenStream {
    let runtime = runtime();
    let (name, said) = (&model.input.ident, &model.names.partial);
    let (impl_generics, type_generics, clause) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics #runtime::GraphUnion for #name #type_generics #clause {
            type Said = #said #type_generics;
            const TYPES: &'static [#runtime::Option<&'static str>] = &[];
            const TABLES: &'static [&'static #runtime::TypeInfo] = &[];
            const BASE: #runtime::Option<usize> = #runtime::Option::None;
            const UNKNOWN: usize = 0;
            fn place(&self) -> usize { loop {} }
            fn place_of(_: &Self::Said) -> usize { loop {} }
            fn read_said<'__graph_de, __GraphD: #runtime::Deserializer<'__graph_de>>(
                _: usize,
                _: __GraphD,
                _: #runtime::ReadContext<'_>,
                _: #runtime::Option<&mut #runtime::Option<#runtime::ETag>>,
            ) -> #runtime::Result<Self::Said, __GraphD::Error> { loop {} }
            fn read_value<'__graph_de, __GraphD: #runtime::Deserializer<'__graph_de>>(
                _: usize,
                _: __GraphD,
                _: #runtime::ReadContext<'_>,
                _: #runtime::Option<&mut #runtime::Option<#runtime::ETag>>,
                _: &mut #runtime::Option<Self>,
            ) -> #runtime::Result<(), __GraphD::Error> { loop {} }
            fn write_said<__GraphS: #runtime::Serializer>(_: &Self::Said, _: bool, _: #runtime::Form, _: __GraphS)
                -> #runtime::Result<__GraphS::Ok, __GraphS::Error> { loop {} }
            fn write_value<__GraphS: #runtime::Serializer>(&self, _: #runtime::Form, _: __GraphS)
                -> #runtime::Result<__GraphS::Ok, __GraphS::Error> { loop {} }
            fn is_untyped(_: &Self::Said) -> bool { loop {} }
            fn is_nothing(_: &Self::Said) -> bool { loop {} }
            fn complete_said(_: Self::Said, _: &mut #runtime::Completion) -> #runtime::Option<Self> { loop {} }
            fn begin_said(_: Self::Said, _: #runtime::Mode) -> #runtime::Option<Self> { loop {} }
            fn diff_said(&self, _: &Self, _: #runtime::Scope<'_>) -> #runtime::Option<Self::Said> {
                loop {}
            }
            fn apply_said(&mut self, _: Self::Said, _: #runtime::Mode) -> #runtime::Result<(), Self::Said> { loop {} }
            fn compose_said(_: &mut Self::Said, _: Self::Said) -> #runtime::Result<(), Self::Said> { loop {} }
            fn restate_said(_: &Self::Said, _: &mut #runtime::Restating<'_>) { loop {} }
            fn settle_value(&mut self) { loop {} }
        }
    }
}
