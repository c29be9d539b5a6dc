//! Reading, as users do it: queries, pages, changes, content.

mod content;
mod deltas;
mod filters;
mod named;
mod pages;
mod queries;
mod support;
mod unions;
