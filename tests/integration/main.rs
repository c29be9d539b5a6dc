//! The library used as its users do.

mod page;
