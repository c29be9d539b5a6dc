//! Tokens that stand at a field's type.
//!
//! The compiler refuses a type that is no Graph value wherever the expansion names its codec. All those places carry the
//! span of the type, from its first token to its last. The errors are then the same to the letter, and the compiler shows
//! one of them.

use proc_macro2::{Delimiter, Group, TokenStream};
use quote::{ToTokens, format_ident};
use syn::Ident;

use super::list::TokenList;
use super::scope::Slot;
use super::span::TypeSpan;
use crate::input::types::is_primitive;
use crate::input::{Codec, Property};

/// `…::CodecOf<T>`, or the codec that an option names.
fn codec(property: &Property<'_>, index: usize, span: TypeSpan, runtime: &TokenList) -> TokenList {
    let of_value = |name| applied(runtime, name, property.value().to_token_stream().into(), span);
    match &property.codec {
        Codec::Native if property.is_relationship() => of_value("::RelatedCodec<"),
        Codec::Native => of_value("::CodecOf<"),
        Codec::Opaque => of_value("::OpaqueCodec<"),
        Codec::With(_) => runtime.clone().then("::WithCodec<").then(with_module(index)).then(">"),
    }
}

/// The slot of a property: `Required<…>`, `Nullable<…>` or `Defaulted<Required<…>>`.
pub(super) fn slot_type(property: &Property<'_>, index: usize, span: TypeSpan, runtime: &TokenList) -> TokenList {
    let codec = codec(property, index, span, runtime);
    let applied = |name, argument| applied(runtime, name, argument, span);
    match property.nullable {
        Some(_) => applied("::Nullable<", codec),
        None if property.has_default() => applied("::Defaulted<", applied("::Required<", codec)),
        None => applied("::Required<", codec),
    }
}

/// The unit struct that stands for the module of a field marked `with`.
pub(super) fn with_module(index: usize) -> Ident {
    format_ident!("__GraphWith{index}")
}

/// `…::Name<argument>`, with the span of the type from end to end; the name as `"::Name<"`.
pub(super) fn applied(runtime: &TokenList, name: &str, argument: TokenList, span: TypeSpan) -> TokenList {
    let open = span.at_first(runtime).then(TokenList::of(name, span.first));
    open.then(argument).then(TokenList::of(">", span.last))
}

/// `& base.field`, with the span of the type from end to end.
pub(super) fn place(reference: &str, base: &str, ident: &Ident, span: TypeSpan) -> TokenList {
    let mut ident = ident.clone();
    // The compiler joins spans of one origin only, and the base is the derive's. Names of fields have no hygiene.
    ident.set_span(span.last);
    let of = |text| TokenList::of(text, span.first);
    of(reference).then(of(base)).then(of(".")).then(ident)
}

/// `function(arguments)`, with the span of the type from end to end, if the function's begins there.
pub(super) fn call(function: impl Into<TokenList>, arguments: impl Into<TokenStream>, span: TypeSpan) -> TokenList {
    let mut arguments = Group::new(Delimiter::Parenthesis, arguments.into());
    arguments.set_span(span.last);
    function.into().then(arguments)
}

/// `runtime::name`, with the span of the type from end to end.
pub(super) fn path(runtime: &TokenList, name: &str, span: TypeSpan) -> TokenList {
    let of = |text| TokenList::of(text, span.first);
    span.at_first(runtime).then(of("::")).then(of(name)).ending(span.last)
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

    /// What the partial holds: `Option<State<T>>`, or `Field<State<T>>` for a nullable property.
    pub(super) fn state(&self, runtime: &TokenList) -> TokenList {
        let ty = self.value();
        let state = match self.property.codec {
            Codec::Native if self.is_relationship() => self.of_type("::RelatedState<", runtime),
            // A primitive is its own state: the compiler need not find that out wherever the field is used.
            Codec::Native if !is_primitive(ty) => self.of_type("::State<", runtime),
            Codec::Native | Codec::Opaque | Codec::With(_) => ty.to_token_stream().into(),
        };
        applied(runtime, if self.nullable.is_some() { "::Field<" } else { "::Option<" }, state, self.span)
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
        self.call("shown_key", self.borrowed("self"), runtime)
    }
}
