//! `$filter` and the expressions of `$orderby`: read from the text of the URL, checked, and applied to stored JSON.
//!
//! It is written against OData's grammar and shares nothing with the code that builds filters for a client.
//!
//! Source: OData URL Conventions 4.01, section 5.1.1 (common expressions) and its ABNF.

mod check;
mod compare;
mod eval;
mod lexer;
mod literal;
mod moment;
mod number;
mod parser;
mod tree;

pub(crate) use self::check::check;
pub(crate) use self::compare::{Sorting, sort_key};
pub(crate) use self::eval::{holds, is_of_type, value_of};
pub(crate) use self::literal::literal;
pub(crate) use self::moment::instant;
pub(crate) use self::parser::{parse, parse_keys};
pub(crate) use self::tree::{Comparison, Expression, Function, Key};
