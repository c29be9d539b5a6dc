//! Benchmarks in which contestants are measured side by side, so that their ratios hold on a machine that others load.
//!
//! A [`Table`] names contestants that do the same work, the baseline first. [`run`](run::run) lets them take turns in
//! short slots, many rounds long, and compares within each round: what slows the machine down slows all of them down.
//! Results are kept as JSON ([`results`]), printed ([`print`]) and drawn as SVG ([`draw`]).

pub mod allocations;
pub mod callgrind;
pub mod draw;
pub mod measure;
pub mod page;
pub mod print;
pub mod results;
pub mod run;
mod table;

pub use self::table::{Gauge, Growth, Table};

/// The contestant whose ratio is judged: the library.
pub const OURS: &str = "graph-resource";
