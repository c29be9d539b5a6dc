//! Reading, as users do it: queries, pages, changes, content.

mod filters;
mod queries;
mod support;
