//! `cargo bench -p bench-runtime`: writes, reads, applies, compares and builds, and measures each against what is written
//! by hand.

use bench_report::run::{Bench, run};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    run(&Bench {
        growth: bench_runtime::growth,
        allocations: Some(env!("CARGO_BIN_EXE_allocations")),
        measured: || bench_runtime::memory::tables(env!("CARGO_BIN_EXE_allocations")),
        ..Bench::new("runtime", bench_runtime::tables)
    })
}
