//! Where a field's type stands in the source: what is generated of the field is put there, so that what the compiler
//! has to say of the type, it says once, and at the type.

use proc_macro2::{Span, TokenTree};
use quote::ToTokens;
use syn::Type;

use crate::trees::Trees;

/// Where a field's type stands, from its first token to its last, resolved where the derive was called.
#[derive(Clone, Copy)]
pub(crate) struct Spot {
    pub(crate) first: Span,
    pub(crate) last: Span,
    /// Whether the compiler may have something to say of the type. Of most types it has not, and to place tokens costs
    /// more than to make them.
    pub(crate) is_asked: bool,
}

impl Spot {
    /// Of a type that the compiler has nothing to say of.
    pub(crate) fn unasked() -> Self {
        Self { first: Span::call_site(), last: Span::call_site(), is_asked: false }
    }

    pub(crate) fn of(ty: &Type) -> Self {
        let here = Self::unasked();
        let mut tokens = ty.to_token_stream().into_iter();
        let Some(first) = tokens.next() else { return here };
        let last = tokens.last().unwrap_or_else(|| first.clone());
        let (first, last) = (here.first.located_at(open(&first)), here.first.located_at(close(&last)));
        Self { first, last, is_asked: true }
    }

    /// The tokens, at the type's first.
    pub(crate) fn at_first(self, tokens: impl Into<Trees>) -> Trees {
        let trees = tokens.into();
        if self.is_asked { trees.located(self.first) } else { trees }
    }
}

fn open(token: &TokenTree) -> Span {
    match token {
        TokenTree::Group(group) => group.span_open(),
        token => token.span(),
    }
}

fn close(token: &TokenTree) -> Span {
    match token {
        TokenTree::Group(group) => group.span_close(),
        token => token.span(),
    }
}

/// Whether the type is one of the plain values, by its name.
pub(crate) fn is_plain(ty: &Type) -> bool {
    is_primitive(ty) || is_one_of(ty, &["String", "DateTimeOffset"])
}

/// Whether the type is a primitive of OData's, by its name. That of a type of the prelude may be another one's.
pub(crate) fn is_primitive(ty: &Type) -> bool {
    is_one_of(ty, &["bool", "i32", "i64", "f64"])
}

fn is_one_of(ty: &Type, names: &[&str]) -> bool {
    let Type::Path(path) = ty else { return false };
    path.path.get_ident().is_some_and(|ident| names.iter().any(|name| ident == name))
}
