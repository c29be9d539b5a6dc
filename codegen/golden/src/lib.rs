//! What `cargo graph-resource add` writes, compiled as its users compile it.

pub mod graph;
