//! What 100,000 records take that are held in memory.

use std::collections::BTreeMap;
use std::process::Command;
use std::{fs, io};

use bench_report::allocations::Counting;
use bench_report::results::{Row, Table};
use bytes::Bytes;
use graph_resource::http::Response;
use serde_json::Value;

use crate::bodies::{Nulls, call_record};
use crate::tables::read::read;
use crate::{BY_HAND, OURS, derived, hand, ours};

const RECORDS: usize = 100_000;
/// The service's default.
const PAGE: usize = 60;

/// What holds them, the baseline first.
const HOLDERS: [&str; 6] = [
    BY_HAND,
    OURS,
    "graph-resource, as items of lists",
    "graph-resource, tracked",
    "serde's derive",
    "serde_json::Value",
];

/// Holds the records as this contestant does, and prints how many bytes they take: of the allocator, and resident.
///
/// # Panics
///
/// There is no such contestant.
pub fn print_held(holder: &str, allocator: &'static Counting) {
    let body = call_record(2, Nulls::Without);
    match holder {
        BY_HAND => print_growth(allocator, || many(|| read::<hand::CallRecord>(&body))),
        OURS => print_growth(allocator, || many(|| read::<ours::CallRecord>(&body))),
        "serde's derive" => print_growth(allocator, || many(|| read::<derived::CallRecord>(&body))),
        "serde_json::Value" => print_growth(allocator, || many(|| read::<Value>(&body))),
        "graph-resource, as items of lists" => {
            let page = Bytes::from(format!(r#"{{"value":[{}]}}"#, vec![body; PAGE].join(",")));
            print_growth(allocator, || {
                let mut records = Vec::with_capacity(RECORDS);
                while records.len() < RECORDS {
                    let page =
                        ours::CallRecord::collection().list().parse(Response::new(page.clone())).expect("a page");
                    let left = RECORDS - records.len();
                    records.extend(page.into_iter().take(left));
                }
                records
            });
        }
        "graph-resource, tracked" => {
            let body = Bytes::from(body);
            print_growth(allocator, || {
                many(|| ours::CallRecord::at("1").get().parse(Response::new(body.clone())).expect("a record").track())
            });
        }
        _ => panic!("no contestant `{holder}`"),
    }
}

fn many<T>(mut make: impl FnMut() -> T) -> Vec<T> {
    let mut records = Vec::with_capacity(RECORDS);
    records.extend((0..RECORDS).map(|_| make()));
    records
}

fn print_growth<T>(allocator: &'static Counting, hold: impl FnOnce() -> T) {
    let (before, resident) = (allocator.stats(), resident());
    let held = hold();
    let change = allocator.stats() - before;
    // What reallocations add or give back is in both.
    println!("{} {}", change.bytes_allocated - change.bytes_deallocated, self::resident() - resident);
    drop(held);
}

/// The resident memory of this process, in bytes.
fn resident() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or_default() * 1024
}

/// Runs the program that holds them once for each contestant.
///
/// # Errors
///
/// The program does not run, or prints something else.
pub fn tables(program: &str) -> io::Result<Vec<Table>> {
    let mut held: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for holder in HOLDERS {
        let output = Command::new(program).args(["--hold", holder]).output()?;
        let text = String::from_utf8_lossy(&output.stdout);
        let bytes: Vec<f64> = text.split_whitespace().filter_map(|word| word.parse().ok()).collect();
        if bytes.len() != 2 {
            return Err(io::Error::other(format!("`{holder}` printed `{text}`")));
        }
        held.insert(holder, bytes);
    }
    let table = |name: &str, index: usize| {
        let baseline = held[BY_HAND][index];
        let row = |holder: &str| {
            let (value, ratio) = (held[holder][index] / RECORDS as f64, held[holder][index] / baseline);
            Row { contestant: holder.to_owned(), value, ratio, low: ratio, high: ratio, allocations: None }
        };
        Table {
            name: name.to_owned(),
            unit: "bytes".to_owned(),
            baseline: BY_HAND.to_owned(),
            reach: Some(1.05),
            rows: HOLDERS.into_iter().map(row).collect(),
        }
    };
    Ok(vec![
        table("memory per record of 100000, as allocated", 0),
        table("memory per record of 100000, as resident", 1),
    ])
}
