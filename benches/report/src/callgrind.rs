//! Counting instructions with valgrind's callgrind: a figure that no other load on the machine moves.

use std::process::Command;
use std::{env, io};

use crate::results;
use crate::table::{Gauge, Table};

/// How many instructions are enough for one contestant: what comes beside them is then below a thousandth.
const ENOUGH: u64 = 2_000_000;

/// The name that callgrind is told to count inside of.
const COUNTED: &str = "*counted_by_callgrind*";

struct Callgrind;

impl Gauge for Callgrind {
    fn around(&mut self, work: &mut dyn FnMut()) {
        counted_by_callgrind(work);
    }
}

#[inline(never)]
fn counted_by_callgrind(work: &mut dyn FnMut()) {
    work();
    std::hint::black_box(());
}

struct Uncounted;

impl Gauge for Uncounted {
    fn around(&mut self, work: &mut dyn FnMut()) {
        work();
    }
}

/// What the counted program does: one contestant's work, so many times; before that once, uncounted.
///
/// # Panics
///
/// There is no such contestant.
pub fn work(tables: Vec<Table>, table: &str, contestant: &str, times: usize) {
    let table = tables.into_iter().find(|known| known.name == table).expect("a table of this bench");
    let mut contestants = table.contestants.into_iter();
    let mut contestant = contestants.find(|known| known.name == contestant).expect("a contestant of the table");
    (contestant.work)(&mut Uncounted, 1);
    (contestant.work)(&mut Callgrind, times);
}

/// Counts the contestants of a table: this program runs itself under callgrind, once for each.
///
/// # Errors
///
/// There is no valgrind, or it did not count.
pub fn count(table: &Table) -> io::Result<results::Table> {
    let mut rows: Vec<results::Row> = Vec::new();
    for contestant in &table.contestants {
        let once = count_times(&table.name, &contestant.name, 1)?;
        let times = usize::try_from(ENOUGH / once).unwrap_or(1).max(2);
        // What surrounds the work, above all the first batch, is in both counts.
        let many = count_times(&table.name, &contestant.name, times)?;
        let value = (many - once) as f64 / (times - 1) as f64;
        let ratio = rows.first().map_or(1.0, |baseline| value / baseline.value);
        let contestant = contestant.name.clone();
        rows.push(results::Row { contestant, value, ratio, low: ratio, high: ratio, allocations: None });
    }
    Ok(results::Table {
        name: table.name.clone(),
        unit: "instructions".to_owned(),
        baseline: table.contestants[0].name.clone(),
        reach: table.reach,
        rows,
    })
}

fn count_times(table: &str, contestant: &str, times: usize) -> io::Result<u64> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(format!("--toggle-collect={COUNTED}"))
        .arg(env::current_exe()?)
        .args(["--work", table, contestant, &times.to_string()])
        .output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    let counted = said.lines().find_map(|line| line.split_once("Collected : ")?.1.trim().parse().ok());
    counted
        .filter(|&counted| counted > 0)
        .ok_or_else(|| io::Error::other(format!("callgrind counted nothing:\n{said}")))
}
