//! Lists of tokens.
//!
//! A `TokenStream` belongs to the compiler: to join two takes some calls into it. An expansion joins tokens by the
//! hundred, and keeps them as a list, which is put into a stream at the end.

use proc_macro2::{Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens;

/// A few tokens.
#[derive(Clone, Default)]
pub(super) struct TokenList(Vec<TokenTree>);

impl TokenList {
    /// Names, numbers of fields, and punctuation, as they are written: `"::Required<"`. Only `::` is punctuation of two
    /// characters. Groups, literals and lifetimes are not known here.
    pub(super) fn of(text: &str, span: Span) -> Self {
        // By bytes and by index: the derive is mostly run without optimization.
        let bytes = text.as_bytes();
        let is_of_name =
            |at: usize| at < bytes.len() && matches!(bytes[at], b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_');
        let mut tokens = Vec::with_capacity(bytes.len() / 2);
        let mut start = 0;
        while start < bytes.len() {
            let mut end = start;
            while is_of_name(end) {
                end += 1;
            }
            if end > start {
                let name = &text[start..end];
                tokens.push(match bytes[start].is_ascii_digit().then(|| name.parse()) {
                    Some(Ok(index)) => number(index, span),
                    _ => Ident::new(name, span).into(),
                });
                start = end;
                continue;
            }
            if bytes[start] != b' ' {
                let is_joint = bytes[start] == b':' && bytes.get(start + 1) == Some(&b':');
                let spacing = if is_joint { Spacing::Joint } else { Spacing::Alone };
                let mut punct = Punct::new(char::from(bytes[start]), spacing);
                punct.set_span(span);
                tokens.push(punct.into());
            }
            start += 1;
        }
        Self(tokens)
    }

    /// These tokens, then others.
    pub(super) fn then(mut self, more: impl Into<Self>) -> Self {
        self.0.extend(more.into().0);
        self
    }

    /// The tokens at the place of a span. Each keeps its hygiene.
    pub(super) fn located(mut self, span: Span) -> Self {
        for token in &mut self.0 {
            token.set_span(token.span().located_at(span));
        }
        self
    }

    /// The tokens, the last one with this span.
    pub(super) fn ending(mut self, span: Span) -> Self {
        if let Some(token) = self.0.last_mut() {
            token.set_span(span);
        }
        self
    }
}

/// The name of a tuple's field.
fn number(index: usize, span: Span) -> TokenTree {
    let mut number = Literal::usize_unsuffixed(index);
    number.set_span(span);
    number.into()
}

impl ToTokens for TokenList {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.0.iter().cloned());
    }
}

impl From<TokenList> for TokenStream {
    fn from(list: TokenList) -> Self {
        list.0.into_iter().collect()
    }
}

impl From<TokenStream> for TokenList {
    fn from(tokens: TokenStream) -> Self {
        Self(tokens.into_iter().collect())
    }
}

impl From<Ident> for TokenList {
    fn from(ident: Ident) -> Self {
        Self(vec![ident.into()])
    }
}

impl From<Group> for TokenList {
    fn from(group: Group) -> Self {
        Self(vec![group.into()])
    }
}

impl From<&TokenList> for TokenList {
    fn from(list: &TokenList) -> Self {
        list.clone()
    }
}

/// The derive's own code, as it is written.
impl From<&str> for TokenList {
    fn from(text: &str) -> Self {
        Self::of(text, Span::call_site())
    }
}

#[cfg(test)]
mod tests {
    use proc_macro2::Span;
    use quote::{ToTokens, quote};

    use super::TokenList;

    #[test]
    fn code_is_read_as_quote_reads_it() {
        let of = |text| TokenList::of(text, Span::call_site()).into_token_stream().to_string();
        assert_eq!(of("::Defaulted<Required<"), quote!(::Defaulted<Required<).to_string());
        assert_eq!(of("&mut self.0.x1"), quote!(&mut self.0.x1).to_string());
        assert_eq!(of("let _ = __GRAPH_VALUES;"), quote!(let _ = __GRAPH_VALUES;).to_string());
        assert_eq!(of("impl "), quote!(impl).to_string());
        assert_eq!(of(">::x"), quote!(>::x).to_string());
        assert_eq!(of(""), "");
    }
}
