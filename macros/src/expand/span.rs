//! Where a field's type stands in the source. What is generated of the field is put there, so that the compiler reports a
//! mistake in the type once, at the type.

use proc_macro2::{Span, TokenTree};
use quote::ToTokens;
use syn::Type;

use super::list::TokenList;

/// The first and the last token of a field's type, resolved where the derive was called.
#[derive(Clone, Copy)]
pub(super) struct TypeSpan {
    pub(super) first: Span,
    pub(super) last: Span,
    /// Whether the compiler may refuse the type. It never refuses most types, and placing tokens costs more than making
    /// them.
    pub(super) is_asked: bool,
}

impl TypeSpan {
    /// The span of a type that the compiler never refuses.
    pub(super) fn unasked() -> Self {
        Self { first: Span::call_site(), last: Span::call_site(), is_asked: false }
    }

    pub(super) fn of(ty: &Type) -> Self {
        let here = Self::unasked();
        let mut tokens = ty.to_token_stream().into_iter();
        let Some(first) = tokens.next() else { return here };
        let last = tokens.last().unwrap_or_else(|| first.clone());
        let (first, last) = (here.first.located_at(open(&first)), here.first.located_at(close(&last)));
        Self { first, last, is_asked: true }
    }

    /// The tokens, at the type's first one.
    pub(super) fn at_first(self, tokens: impl Into<TokenList>) -> TokenList {
        let tokens = tokens.into();
        if self.is_asked { tokens.located(self.first) } else { tokens }
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
