//! What the library's work on values costs, beside the same work written by hand and done by others.

#[macro_use]
mod shapes;
#[macro_use]
mod by_hand;

pub mod bodies;
pub mod derived;
pub mod growth;
pub mod hand;
pub mod memory;
pub mod ours;
pub mod sessions;
pub mod tables;

pub use bench_report::OURS;
use bench_report::{Growth, Table};

/// The baseline.
pub const BY_HAND: &str = "by hand";

/// All comparisons. That all contestants give the same result is asserted on the way.
///
/// # Panics
///
/// Where two contestants do not.
#[must_use]
pub fn tables() -> Vec<Table> {
    [
        tables::write::tables(),
        tables::read::tables(),
        tables::reading::tables(),
        tables::change::tables(),
        tables::request::tables(),
        tables::notifications::tables(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// All that grows.
///
/// # Panics
///
/// Where two contestants do not give the same result.
#[must_use]
pub fn growth() -> Vec<Growth> {
    growth::all()
}
