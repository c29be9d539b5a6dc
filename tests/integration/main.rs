//! The library used as its users do.

mod laws;
mod page;
mod strategies;
mod support;
