//! Reading, as users do it: queries, pages, changes, content.

mod asks;
mod content;
mod deltas;
mod filters;
mod grammar;
mod named;
mod pages;
mod queries;
mod support;
mod unions;
