//! `cargo bench -p bench-loopback`: the processor time that the client spends on a `PATCH` over loopback.

use std::time::Duration;

use bench_loopback::{Server, tables};
use bench_report::run::{Bench, run};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let server = Server::start(env!("CARGO_BIN_EXE_server"));
    run(&Bench { slot: Duration::from_millis(10), ..Bench::new("loopback", || tables(&server)) })
}
