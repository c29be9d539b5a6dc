//! Counts the allocations of each contestant for the bench; with `--hold <contestant>`, what records take in memory.

use bench_report::allocations::{Counting, INSTRUMENTED_SYSTEM, print_counts};
use bench_runtime::memory::print_held;

#[global_allocator]
static ALLOCATOR: &Counting = &INSTRUMENTED_SYSTEM;

fn main() {
    let mut arguments = std::env::args().skip(1);
    match arguments.next().as_deref() {
        Some("--hold") => print_held(&arguments.next().expect("a contestant"), ALLOCATOR),
        _ => print_counts(bench_runtime::tables(), ALLOCATOR),
    }
}
