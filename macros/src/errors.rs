//! The collector of mistakes. It reports all of them, and loses none.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{Attribute, Ident};

use crate::diagnostic::Diagnostic;

/// Collects mistakes until [`finish`](Errors::finish) is called. Dropping it unfinished is a bug.
pub(crate) struct Errors {
    found: Option<Vec<syn::Error>>,
    warnings: Vec<TokenStream>,
    ticks: usize,
}

impl Errors {
    pub(crate) fn new() -> Self {
        Self { found: Some(Vec::new()), warnings: Vec::new(), ticks: 0 }
    }

    /// The next number. Options are numbered in the order in which they stand.
    pub(crate) fn tick(&mut self) -> usize {
        self.ticks += 1;
        self.ticks
    }

    /// Notes a mistake at these tokens, underlining all of them.
    pub(crate) fn push(&mut self, at: impl ToTokens, mistake: Diagnostic) {
        self.note(syn::Error::new_spanned(at, mistake));
    }

    /// Notes a mistake at this span, for places that have no tokens.
    pub(crate) fn push_at(&mut self, span: Span, mistake: Diagnostic) {
        self.note(syn::Error::new(span, mistake));
    }

    /// Notes a mistake between two places: the user edits the first, and the remark stands at the other.
    pub(crate) fn push_pair(&mut self, span: Span, mistake: Diagnostic, other: impl ToTokens, remark: Diagnostic) {
        let mut error = syn::Error::new(span, mistake);
        error.combine(syn::Error::new_spanned(other, remark));
        self.note(error);
    }

    /// Runs `act`, and drops the mistakes that it notes.
    pub(crate) fn quietly<T>(&mut self, act: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.found.as_ref().map_or(0, Vec::len);
        let outcome = act(self);
        if let Some(found) = &mut self.found {
            found.truncate(before);
        }
        outcome
    }

    /// Notes what may be a mistake, as a warning of the lint `deprecated`: a derive has no other way to warn. What the user
    /// says of lints at these places holds for it.
    #[cfg_attr(not(feature = "schema"), allow(dead_code))]
    pub(crate) fn warn(&mut self, span: Span, note: &str, places: [&[Attribute]; 2]) {
        let name = Ident::new("METADATA", span);
        let is_lint = |attribute: &&Attribute| {
            let levels = ["allow", "expect", "warn", "deny", "forbid"];
            levels.iter().any(|level| attribute.path().is_ident(level))
        };
        let lints = places.into_iter().flatten().filter(is_lint);
        self.warnings.push(quote! {
            const _: () = {
                #[deprecated(note = #note)]
                const METADATA: () = ();
                #(#lints)*
                const _: () = #name;
            };
        });
    }

    fn note(&mut self, error: syn::Error) {
        if let Some(found) = &mut self.found {
            found.push(error);
        }
    }

    /// Whether nothing was found so far.
    pub(crate) fn is_empty(&self) -> bool {
        self.found.as_ref().is_none_or(Vec::is_empty)
    }

    /// The mistakes in source order, as the errors that the compiler shows, and the warnings.
    pub(crate) fn finish(mut self) -> TokenStream {
        let warnings = core::mem::take(&mut self.warnings);
        self.into_sorted().iter().map(syn::Error::to_compile_error).chain(warnings).collect()
    }

    fn into_sorted(mut self) -> Vec<syn::Error> {
        let mut found = self.found.take().unwrap_or_default();
        found.sort_by_cached_key(|error| position(error.span()));
        found
    }

    /// The messages, in the order in which they were found.
    #[cfg(test)]
    pub(crate) fn messages(self) -> Vec<String> {
        self.into_sorted().into_iter().flatten().map(|error| error.to_string()).collect()
    }
}

/// Line and column. Only the compiler's own span knows them, and `unwrap` converts to that span. Unit tests have no such
/// span: there, mistakes keep the order in which they were found.
fn position(span: Span) -> (usize, usize) {
    if !proc_macro::is_available() {
        return (0, 0);
    }
    let start = span.unwrap().start();
    (start.line(), start.column())
}

impl Drop for Errors {
    fn drop(&mut self) {
        debug_assert!(self.found.is_none() || std::thread::panicking(), "mistakes were collected and not reported");
    }
}
