//! The program of a bench.

use std::error::Error;
use std::io;
use std::time::Duration;

use crate::measure::{self, Pace};
use crate::results::{self, Results, folder};
use crate::table::{Growth, Table};
use crate::{allocations, callgrind, draw, print};

/// A bench: its name, what it measures, and the program that counts its allocations.
pub struct Bench<F> {
    /// Names the files of the results.
    pub name: &'static str,
    /// Makes the tables. That all contestants give the same result was asserted when it returns.
    pub tables: F,
    /// Makes what grows.
    pub growth: fn() -> Vec<Growth>,
    /// How long a turn takes, about.
    pub slot: Duration,
    /// The program that calls [`allocations::print_counts`].
    pub allocations: Option<&'static str>,
    /// Measures what no gauge can be put around: the tables as they are.
    pub measured: fn() -> io::Result<Vec<results::Table>>,
}

impl<F: Fn() -> Vec<Table>> Bench<F> {
    /// A bench of tables alone, in turns of 2 ms.
    #[must_use]
    pub fn new(name: &'static str, tables: F) -> Self {
        let (growth, slot) = (Vec::new as fn() -> _, Duration::from_millis(2));
        Self { name, tables, growth, slot, allocations: None, measured: || Ok(Vec::new()) }
    }
}

/// Runs a bench as the command line says.
///
/// - nothing: measures all, prints it, writes `results/<name>.json` and draws it;
/// - `--count`: counts instructions under callgrind instead, and writes `results/<name>-instructions.json`;
/// - `--only <text>`: only what has the text in its name, put in its place among the results of the last run;
/// - `--quick`: a first look; nothing is written.
///
/// # Errors
///
/// An unknown option; a file that cannot be written; no valgrind where it is needed.
pub fn run<F: Fn() -> Vec<Table>>(bench: &Bench<F>) -> Result<(), Box<dyn Error>> {
    let (mut only, mut point, mut count) = (None, Pace::POINT, false);
    let mut pace = Pace { slot: bench.slot, ..Pace::FULL };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match &*argument {
            // What cargo says to every bench.
            "--bench" => {}
            "--count" => count = true,
            "--only" => only = Some(arguments.next().ok_or("--only needs a text")?),
            "--quick" => {
                pace = Pace { slot: bench.slot / 2, ..Pace::QUICK };
                point = Pace { rounds: 7, slot: Duration::from_millis(1) };
            }
            "--work" => {
                let (table, contestant) = arguments.next().zip(arguments.next()).ok_or("--work needs two names")?;
                let times = arguments.next().ok_or("--work needs how often")?.parse()?;
                callgrind::work((bench.tables)(), &table, &contestant, times);
                return Ok(());
            }
            _ => return Err(format!("unknown option `{argument}`").into()),
        }
    }
    let chosen = |name: &str| only.as_ref().is_none_or(|only| name.contains(only.as_str()));
    let name = if count { format!("{}-instructions", bench.name) } else { bench.name.to_owned() };
    let mut measured = Results::here();
    println!("{}, {}", measured.machine, measured.rustc);
    let tables = (bench.tables)().into_iter().filter(|table| chosen(&table.name));
    if count {
        for table in tables {
            let counted = callgrind::count(&table)?;
            print!("{}", print::table(&counted));
            measured.tables.push(counted);
        }
    } else {
        for mut table in tables {
            eprintln!("… {}", table.name);
            measured.tables.push(measure::table(&mut table, pace));
        }
        if let Some(program) = bench.allocations {
            allocations::fill_in(&mut measured, program)?;
        }
        for table in &measured.tables {
            print!("{}", print::table(table));
        }
        if chosen("memory") {
            for table in (bench.measured)()? {
                print!("{}", print::table(&table));
                measured.tables.push(table);
            }
        }
        for growth in (bench.growth)().into_iter().filter(|growth| chosen(&growth.name)) {
            let grown = measure::growth(growth, point);
            print!("{}", print::growth(&grown));
            measured.growth.push(grown);
        }
    }
    if measured.tables.is_empty() && measured.growth.is_empty() {
        return Err(format!("nothing here has `{}` in its name", only.unwrap_or_default()).into());
    }
    if pace.rounds == Pace::FULL.rounds {
        let mut results = Results::begin(&folder(), &name, only.is_some())?;
        for table in measured.tables {
            results.put_table(table);
        }
        for growth in measured.growth {
            results.put_growth(growth);
        }
        results.save(&folder(), &name)?;
        draw::results(&results, &folder(), &name)?;
        println!("\nwritten to {}", folder().join(name).with_extension("json").display());
    }
    Ok(())
}
