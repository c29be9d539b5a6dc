//! Counting allocations, in a program of its own: a counting allocator is slower than the one that is timed.

use std::alloc::System;
use std::collections::BTreeMap;
use std::io;
use std::process::Command;

pub use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};

use crate::results::Results;
use crate::table::{Gauge, Table};

/// What counts in the program: `#[global_allocator] static ALLOCATOR: &Counting = &INSTRUMENTED_SYSTEM;`.
pub type Counting = StatsAlloc<System>;

/// Counts allocations and reallocations.
struct Allocations {
    of: &'static Counting,
    made: usize,
}

impl Gauge for Allocations {
    fn around(&mut self, work: &mut dyn FnMut()) {
        let before = self.of.stats();
        work();
        let change = self.of.stats() - before;
        self.made += change.allocations + change.reallocations;
    }
}

type Counts = BTreeMap<String, BTreeMap<String, u64>>;

/// Counts for each contestant of each table, and prints the counts as JSON, for [`fill_in`].
///
/// # Panics
///
/// Where standard output is closed.
pub fn print_counts(tables: Vec<Table>, of: &'static Counting) {
    let mut counts = Counts::new();
    for table in tables {
        let counts = counts.entry(table.name).or_default();
        for mut contestant in table.contestants {
            // Once before, so that nothing is counted that happens once a program.
            let mut allocations = Allocations { of, made: 0 };
            (contestant.work)(&mut allocations, 1);
            allocations.made = 0;
            (contestant.work)(&mut allocations, 1);
            counts.insert(contestant.name, allocations.made as u64);
        }
    }
    println!("{}", serde_json::to_string(&counts).expect("names and numbers are JSON"));
}

/// Runs the program that counts, and puts its counts into the rows.
///
/// # Errors
///
/// The program does not run, or prints something else.
pub fn fill_in(results: &mut Results, program: &str) -> io::Result<()> {
    let output = Command::new(program).output()?;
    let counts: Counts = serde_json::from_slice(&output.stdout)?;
    for table in &mut results.tables {
        let Some(counts) = counts.get(&table.name) else { continue };
        for row in &mut table.rows {
            row.allocations = counts.get(&row.contestant).copied();
        }
    }
    Ok(())
}
