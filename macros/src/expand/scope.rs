//! What each function of an expansion gets: the input, and tokens that many functions repeat.

use core::ops::Deref;
use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::{ToTokens as _, format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::{DeriveInput, GenericParam, Generics, Ident, Index, parse_quote};

use super::list::TokenList;
use super::span::TypeSpan;
use super::tokens::{applied, call, codec, path, place, slot_type};
use crate::input::serde::has_serde_attributes;
use crate::input::types::{is_plain, is_primitive, is_string, mentions, parameters};
use crate::input::{Codec, Enumeration, Member, Property, Structure, Union, UnionVariant};

/// An input and the tokens that its expansion repeats.
pub(super) struct Scope<'m, M, S> {
    pub(super) model: &'m M,
    /// The runtime's short name, inside of the constant that holds the impls.
    pub(super) runtime: TokenList,
    /// The runtime's path, outside of that constant.
    pub(super) outside: TokenList,
    /// The input's generics, with the bounds that the expansion needs.
    pub(super) generics: Generics,
    /// The properties, variants or members, in order.
    pub(super) slots: Vec<S>,
    /// A statement that refers to the constant of `assertions`. Empty where there is no such constant.
    pub(super) asserted: TokenList,
}

pub(super) type StructScope<'m> = Scope<'m, Structure<'m>, Slot<'m>>;
pub(super) type EnumScope<'m> = Scope<'m, Enumeration<'m>, &'m Member<'m>>;
pub(super) type UnionScope<'m> = Scope<'m, Union<'m>, Arm<'m>>;

/// A property, and the tokens of it that stand in many places.
pub(super) struct Slot<'m> {
    pub(super) property: &'m Property<'m>,
    /// The property's number in the table.
    pub(super) row: Index,
    /// Where the type of the value stands.
    pub(super) span: TypeSpan,
    /// `Required<…>`, `Nullable<…>`, `NotNull<…>`, `Inline<…>` or `Defaulted<Required<…>>`, or a short name of it.
    pub(super) ty: TokenList,
    /// The short name and what it stands for, at the first property of that type.
    pub(super) named: Option<(Ident, TokenList)>,
    /// Whether the compiler is asked to confirm the type.
    pub(super) is_asked: bool,
}

impl<'m> Deref for Slot<'m> {
    type Target = Property<'m>;

    fn deref(&self) -> &Property<'m> {
        self.property
    }
}

/// A variant of a union, and where the type of its payload stands.
pub(super) struct Arm<'m> {
    pub(super) variant: &'m UnionVariant<'m>,
    pub(super) span: TypeSpan,
    /// Whether the compiler is asked to confirm the type.
    pub(super) is_asked: bool,
}

impl<'m> Deref for Arm<'m> {
    type Target = UnionVariant<'m>;

    fn deref(&self) -> &UnionVariant<'m> {
        self.variant
    }
}

impl<'m, M, S> Scope<'m, M, S> {
    fn new(model: &'m M, outside: TokenStream, generics: Generics, slots: Vec<S>, is_asked: fn(&S) -> bool) -> Self {
        let asserted = if slots.iter().any(is_asked) { "let _ = __GRAPH_VALUES;".into() } else { TokenList::default() };
        Self { model, runtime: "__graph".into(), outside: outside.into(), generics, slots, asserted }
    }

    /// `impl<…> Trait for Name<…> where … { items }`
    pub(super) fn implement(&self, of: &TokenStream, name: &Ident, items: &TokenStream) -> TokenStream {
        let (impl_generics, type_generics, clause) = self.generics.split_for_impl();
        quote! {
            #[automatically_derived]
            impl #impl_generics #of for #name #type_generics #clause {
                #items
            }
        }
    }

    /// `impl<…> Name<…> where … { items }`
    pub(super) fn inherent(&self, name: &Ident, items: &TokenStream) -> TokenStream {
        let (impl_generics, type_generics, clause) = self.generics.split_for_impl();
        quote! {
            impl #impl_generics #name #type_generics #clause {
                #items
            }
        }
    }

    /// `Name<…>`
    pub(super) fn applied(&self, name: &Ident) -> TokenStream {
        let (_, type_generics, _) = self.generics.split_for_impl();
        quote!(#name #type_generics)
    }

    /// `Deserialize`, by a function of the runtime that reads `__graph_from`.
    pub(super) fn deserialize(&self, name: &Ident, body: &TokenStream) -> TokenStream {
        let runtime = &self.runtime;
        let (_, type_generics, clause) = self.generics.split_for_impl();
        let with_lifetime = with_lifetime(&self.generics);
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

    /// serde's traits for the user's own type, by two functions of the runtime.
    ///
    /// A macro of the runtime makes the impls. If serde's derives stand beside ours, the compiler's error names that macro,
    /// and the macro's name tells the user what to do. If the input has serde's attributes, an error was reported: then
    /// there are no impls.
    pub(super) fn serde(
        &self,
        input: &DeriveInput,
        is_broken: bool,
        serialize: &str,
        deserialize: &str,
    ) -> TokenStream {
        if is_broken && has_serde_attributes(input) {
            return TokenStream::new();
        }
        let (runtime, name) = (&self.runtime, &input.ident);
        let (serialize, deserialize) = (format_ident!("{serialize}"), format_ident!("{deserialize}"));
        let (generics, type_generics, clause) = self.generics.split_for_impl();
        let with_lifetime = with_lifetime(&self.generics);
        let (with_lifetime, ..) = with_lifetime.split_for_impl();
        quote! {
            #runtime::remove_the_derives_of_serde! {
                #serialize #deserialize [#generics] [#with_lifetime] [#name #type_generics] [#clause]
            }
        }
    }

    /// `Serialize`, by a function of the runtime that writes into `__graph_to`.
    pub(super) fn serialize(&self, name: &Ident, body: &TokenStream) -> TokenStream {
        let runtime = &self.runtime;
        let items = quote! {
            #[inline]
            fn serialize<__GraphS: #runtime::Serializer>(&self, __graph_to: __GraphS)
                -> #runtime::Result<__GraphS::Ok, __GraphS::Error>
            {
                #body
            }
        };
        self.implement(&quote!(#runtime::Serialize), name, &items)
    }
}

/// The generics with the lifetime of the text that is read.
fn with_lifetime(generics: &Generics) -> Generics {
    let mut generics = generics.clone();
    generics.params.insert(0, parse_quote!('__graph_de));
    generics
}

impl<'m> StructScope<'m> {
    pub(super) fn of(model: &'m Structure<'m>) -> Self {
        let parameters = parameters(&model.input.generics);
        let runtime = TokenList::from("__graph");
        let mut short_names = BTreeMap::new();
        let slots = model.properties.iter().enumerate().map(|(index, property)| {
            let value = property.value();
            let options = &property.options;
            // Of a plain type, an option may still be wrong.
            let marks = [&options.etag, &options.merge, &options.navigation];
            let is_native = matches!(property.codec, Codec::Native);
            // A moment has no default, and where one is wanted, that is told at the type.
            let is_defaulted = !property.has_default() || is_primitive(value) || is_string(value);
            let is_sure = is_native && marks.iter().all(|mark| !mark.is_set()) && is_defaulted && is_plain(value);
            let span = if is_sure { TypeSpan::unasked() } else { TypeSpan::of(value) };
            let mut ty = slot_type(property, index, span, &runtime);
            let mut named = None;
            // A name is one token to read where the type is a dozen. It does not know the parameters of the impls.
            if is_sure && model.input.generics.params.is_empty() {
                let name = short_names.entry(ty.to_token_stream().to_string()).or_insert_with(|| {
                    let name = format_ident!("__Graph{index}");
                    named = Some((name.clone(), ty.clone()));
                    name
                });
                ty = name.clone().into();
            }
            // The constant stands outside of the impls, and does not know their parameters.
            let is_asked = !is_sure && !mentions(value, &parameters);
            Slot { property, row: Index::from(index), span, ty, named, is_asked }
        });
        let slots = slots.collect();
        Self::new(model, model.options.runtime(), struct_generics(model), slots, |slot| slot.is_asked)
    }

    /// The field that a placeholder names.
    pub(super) fn named(&self, placeholder: &str) -> Option<&Slot<'m>> {
        self.slots.iter().find(|slot| slot.ident.unraw() == placeholder)
    }

    pub(super) fn key(&self) -> Option<&Slot<'m>> {
        self.slots.iter().find(|slot| slot.is_key)
    }

    pub(super) fn etag(&self) -> Option<&Slot<'m>> {
        self.slots.iter().find(|slot| slot.options.etag.is_set())
    }
}

impl<'m> EnumScope<'m> {
    pub(super) fn of(model: &'m Enumeration<'m>) -> Self {
        let mut generics = model.input.generics.clone();
        // A lifetime is a mistake. Members are constants, so that without the bound it would be reported once more.
        for parameter in generics.lifetimes_mut() {
            parameter.bounds.push(parse_quote!('static));
        }
        Self::new(model, model.options.runtime(), generics, model.members.iter().collect(), |_| false)
    }
}

impl<'m> UnionScope<'m> {
    pub(super) fn of(model: &'m Union<'m>) -> Self {
        let parameters = parameters(&model.input.generics);
        let slots = model.variants.iter().map(|variant| Arm {
            variant,
            span: TypeSpan::of(variant.payload),
            is_asked: !model.is_broken && !mentions(variant.payload, &parameters),
        });
        let slots = slots.collect();
        Self::new(model, model.options.runtime(), union_generics(model), slots, |arm| arm.is_asked)
    }
}

/// The generics of a union. Each parameter is a property's value somewhere.
fn union_generics(model: &Union<'_>) -> Generics {
    let runtime = model.options.runtime();
    let mut generics = model.input.generics.clone();
    let types = generics.params.iter().filter_map(|parameter| match parameter {
        GenericParam::Type(parameter) => Some(parameter.ident.clone()),
        _ => None,
    });
    let types: Vec<_> = types.collect();
    if types.is_empty() {
        return generics;
    }
    let clause = generics.make_where_clause();
    for parameter in &types {
        clause.predicates.push(parse_quote!(#parameter: #runtime::GraphValue));
    }
    generics
}

/// The generics of a struct. Each parameter is a property's value somewhere, or what a relationship leads to.
fn struct_generics(model: &Structure<'_>) -> Generics {
    let runtime = model.options.runtime();
    let mut generics = model.input.generics.clone();
    let parameters: Vec<_> = generics.type_params().map(|parameter| parameter.ident.clone()).collect();
    if parameters.is_empty() {
        return generics;
    }
    let clause = generics.make_where_clause();
    for parameter in parameters {
        let is_here = |property: &&Property<'_>| mentions(property.ty, &[parameter.to_string()]);
        let (related, values): (Vec<_>, Vec<_>) =
            model.properties.iter().filter(is_here).partition(|property| property.options.navigation.is_set());
        if !related.is_empty() {
            clause.predicates.push(parse_quote!(#parameter: #runtime::Related + #runtime::Compound));
        }
        if related.is_empty() || !values.is_empty() {
            clause.predicates.push(parse_quote!(#parameter: #runtime::GraphValue));
        }
    }
    // A foreign type has serde's own bounds, which the parameters do not imply.
    for property in &model.properties {
        if matches!(property.codec, Codec::Opaque) {
            let ty = property.value();
            clause.predicates.push(parse_quote!(#ty: #runtime::ForeignValue));
        }
    }
    generics
}

impl Slot<'_> {
    /// `…::CodecOf<T>`, or the codec that an option names.
    pub(super) fn codec(&self, runtime: &TokenList) -> TokenList {
        codec(self, self.row.index as usize, self.span, runtime)
    }

    /// `…::Name<T>`, with the span of `T` from end to end; the name as `"::Name<"`.
    pub(super) fn of_type(&self, name: &str, runtime: &TokenList) -> TokenList {
        applied(runtime, name, self.value().to_token_stream().into(), self.span)
    }

    /// What the partial holds: `Option<State<T>>`, or `Field<State<T>>` where null is told from absent.
    pub(super) fn state(&self, runtime: &TokenList) -> TokenList {
        let ty = self.value();
        let state = match self.property.codec {
            Codec::Native if self.is_relationship() => self.of_type("::RelatedState<", runtime),
            // A primitive is its own state: the compiler need not find that out wherever the field is used.
            Codec::Native if !is_primitive(ty) => self.of_type("::State<", runtime),
            Codec::Native | Codec::Opaque | Codec::With(_) => ty.to_token_stream().into(),
        };
        applied(runtime, if self.has_null() { "::Field<" } else { "::Option<" }, state, self.span)
    }

    /// `base.field`
    pub(super) fn field(&self, base: &str) -> TokenList {
        place("", base, self.ident, self.span)
    }

    /// `&base.field`
    pub(super) fn borrowed(&self, base: &str) -> TokenList {
        place("&", base, self.ident, self.span)
    }

    /// `&mut base.field`
    pub(super) fn borrowed_mut(&self, base: &str) -> TokenList {
        place("&mut", base, self.ident, self.span)
    }

    /// `field: value`
    pub(super) fn init(&self, value: TokenList) -> TokenList {
        let first = self.span.first;
        let mut ident = self.ident.clone();
        ident.set_span(first);
        TokenList::from(ident).then(TokenList::of(":", first)).then(value)
    }

    /// `runtime::function(arguments)`
    pub(super) fn call(&self, function: &str, arguments: impl Into<TokenStream>, runtime: &TokenList) -> TokenList {
        call(path(runtime, function, self.span), arguments, self.span)
    }

    /// `function::<slot>(arguments)`, of a function or a method.
    pub(super) fn call_for(&self, function: &str, arguments: impl Into<TokenStream>) -> TokenList {
        let of = |text| TokenList::of(text, self.span.first);
        call(of(function).then(of("::<")).then(&self.ty).then(of(">")), arguments, self.span)
    }

    /// The key as what is written into a path, with the span of its type: the type may have no `Display`.
    pub(super) fn shown_key(&self, runtime: &TokenList) -> TokenList {
        self.shown_by("::shown_key::<", runtime)
    }

    /// The same of a nullable property.
    pub(super) fn shown_nullable_key(&self, runtime: &TokenList) -> TokenList {
        self.shown_by("::shown_nullable_key::<", runtime)
    }

    fn shown_by(&self, function: &str, runtime: &TokenList) -> TokenList {
        let function = applied(runtime, function, self.codec(runtime), self.span);
        call(function, self.borrowed("self"), self.span)
    }
}

/// `<RelatedCodec<Payload> as Variant>::item`, with the span of the payload's type from end to end.
pub(super) fn of_payload(item: &str, arm: &Arm<'_>, runtime: &TokenList) -> TokenStream {
    let (first, last) = (arm.span.first, arm.span.last);
    let (payload, runtime) = (arm.payload, arm.span.at_first(runtime));
    let item = Ident::new(item, last);
    let close = quote_spanned!(first=> >);
    quote_spanned!(first=> <#runtime::RelatedCodec<#payload #close as #runtime::Variant>::#item)
}
