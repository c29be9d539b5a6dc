//! What grows: properties, participants, depth, patches.

use bench_report::Growth;

/// All of it.
pub(crate) fn all() -> Vec<Growth> {
    Vec::new()
}
