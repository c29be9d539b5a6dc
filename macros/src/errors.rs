//! The collector of mistakes: all of them are reported, and none can be lost.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;

use crate::diagnostic::Diagnostic;

/// Collects mistakes until [`finish`](Errors::finish) is called. Dropping it unfinished is a bug.
pub(crate) struct Errors {
    found: Option<Vec<syn::Error>>,
    ticks: usize,
}

impl Errors {
    pub(crate) fn new() -> Self {
        Self { found: Some(Vec::new()), ticks: 0 }
    }

    /// The number of what is read next: options are numbered as they stand.
    pub(crate) fn tick(&mut self) -> usize {
        self.ticks += 1;
        self.ticks
    }

    /// Notes a mistake at these tokens, underlining all of them.
    pub(crate) fn push(&mut self, at: impl ToTokens, mistake: Diagnostic) {
        self.note(syn::Error::new_spanned(at, mistake));
    }

    /// Notes a mistake where there is a span alone.
    pub(crate) fn push_at(&mut self, span: Span, mistake: Diagnostic) {
        self.note(syn::Error::new(span, mistake));
    }

    /// Notes what a parser refused.
    pub(crate) fn note(&mut self, error: syn::Error) {
        if let Some(found) = &mut self.found {
            found.push(error);
        }
    }

    /// The mistakes, as the errors that the compiler shows; nothing where there were none.
    pub(crate) fn finish(mut self) -> TokenStream {
        self.found.take().unwrap_or_default().iter().map(syn::Error::to_compile_error).collect()
    }
}

impl Drop for Errors {
    fn drop(&mut self) {
        debug_assert!(self.found.is_none() || std::thread::panicking(), "mistakes were collected and not reported");
    }
}
