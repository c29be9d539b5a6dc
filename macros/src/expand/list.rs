//! Tokens on their way into others.
//!
//! A stream of tokens is the compiler's, and to join two of them takes some calls into it. What an expansion joins by the
//! hundred is therefore kept as a list of trees, which is put into a stream one by one and, but for groups, costs none.

use proc_macro2::{Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens;

/// A few tokens.
#[derive(Clone)]
pub(crate) struct Trees(Vec<TokenTree>);

impl Trees {
    /// Names, a field's number, and punctuation, as they are written: `"::Required<"`. The one punctuation of two characters
    /// is `::`; there is no group, no literal and no lifetime.
    pub(crate) fn of(text: &str, span: Span) -> Self {
        // By bytes and by index: the derive is mostly run without optimization.
        let bytes = text.as_bytes();
        let is_of_name =
            |at: usize| at < bytes.len() && matches!(bytes[at], b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_');
        let mut trees = Vec::with_capacity(bytes.len() / 2);
        let mut start = 0;
        while start < bytes.len() {
            let mut end = start;
            while is_of_name(end) {
                end += 1;
            }
            if end > start {
                let name = &text[start..end];
                trees.push(match bytes[start].is_ascii_digit().then(|| name.parse()) {
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
                trees.push(punct.into());
            }
            start += 1;
        }
        Self(trees)
    }

    /// These, then others.
    pub(crate) fn then(mut self, more: impl Into<Self>) -> Self {
        self.0.extend(more.into().0);
        self
    }

    /// The same at the place of a span, each with the hygiene that it has.
    pub(crate) fn located(mut self, span: Span) -> Self {
        for tree in &mut self.0 {
            tree.set_span(tree.span().located_at(span));
        }
        self
    }

    /// The same, the last one with this span.
    pub(crate) fn ending(mut self, span: Span) -> Self {
        if let Some(tree) = self.0.last_mut() {
            tree.set_span(span);
        }
        self
    }
}

/// A number that a tuple's field has for a name.
fn number(index: usize, span: Span) -> TokenTree {
    let mut number = Literal::usize_unsuffixed(index);
    number.set_span(span);
    number.into()
}

impl ToTokens for Trees {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.0.iter().cloned());
    }
}

impl From<Trees> for TokenStream {
    fn from(trees: Trees) -> Self {
        trees.0.into_iter().collect()
    }
}

impl From<TokenStream> for Trees {
    fn from(tokens: TokenStream) -> Self {
        Self(tokens.into_iter().collect())
    }
}

impl From<Ident> for Trees {
    fn from(ident: Ident) -> Self {
        Self(vec![ident.into()])
    }
}

impl From<Group> for Trees {
    fn from(group: Group) -> Self {
        Self(vec![group.into()])
    }
}

impl From<&Trees> for Trees {
    fn from(trees: &Trees) -> Self {
        trees.clone()
    }
}

/// Code of the derive's own, as it is written.
impl From<&str> for Trees {
    fn from(text: &str) -> Self {
        Self::of(text, Span::call_site())
    }
}

#[cfg(test)]
mod tests {
    use proc_macro2::Span;
    use quote::{ToTokens, quote};

    use super::Trees;

    #[test]
    fn code_is_read_as_quote_reads_it() {
        let of = |text| Trees::of(text, Span::call_site()).into_token_stream().to_string();
        assert_eq!(of("::Defaulted<Required<"), quote!(::Defaulted<Required<).to_string());
        assert_eq!(of("&mut self.0.x1"), quote!(&mut self.0.x1).to_string());
        assert_eq!(of("let _ = __GRAPH_SOUND;"), quote!(let _ = __GRAPH_SOUND;).to_string());
        assert_eq!(of("impl "), quote!(impl).to_string());
        assert_eq!(of(">::x"), quote!(>::x).to_string());
        assert_eq!(of(""), "");
    }
}
