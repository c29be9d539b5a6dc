//! Reading, as users do it: queries, pages, changes, content.

mod queries;
mod support;
