//! Counts the allocations of each contestant, for the bench.

use bench_report::allocations::{Counting, INSTRUMENTED_SYSTEM, print_counts};

#[global_allocator]
static ALLOCATOR: &Counting = &INSTRUMENTED_SYSTEM;

fn main() {
    print_counts(bench_runtime::tables(), ALLOCATOR);
}
