//! What a derived resource costs to compile, beside what people would pick instead: crates are generated, built and
//! measured. The README of the benches says how it is run.

mod contestants;
mod paths;
mod programs;
mod rounds;
mod same;
mod service;
mod shapes;
mod structs;
mod workspace;
mod wrapper;

use std::error::Error;
use std::process::ExitCode;

use bench_report::results::{Results, Table, folder};
use bench_report::{draw, print};

use crate::contestants::Level;
use crate::workspace::Workspace;

/// Whose ratio is judged.
const LIBRARY: &str = "graph-resource";

/// What the command line chooses.
struct Options {
    /// Only tables and plots with this in their names.
    only: Option<String>,
    rounds: usize,
    /// Instructions in place of time.
    count: bool,
    /// Nothing is written.
    quick: bool,
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    if let Some(played) = wrapper::play() {
        return Ok(played?);
    }
    let options = options()?;
    let workspace = Workspace::create()?;
    let mut results = Results::here();
    println!("{}, {}", results.machine, results.rustc);

    eprintln!("… whether all contestants say the same");
    same::check(&workspace)?;
    if options.count {
        for level in [Level::Types, Level::ReadersAndWriters] {
            show(&mut results, structs::count(&workspace, level)?, Some(1.3));
        }
    } else {
        measure(&workspace, &options, &mut results)?;
    }
    workspace.keep_lock()?;
    if options.only.is_none() && !options.quick {
        let name = if options.count { "compile-instructions" } else { "compile" };
        results.save(&folder(), name)?;
        draw::results(&results, &folder(), name)?;
        println!("\nwritten to {}", folder().join(name).with_extension("json").display());
    }
    Ok(ExitCode::SUCCESS)
}

fn measure(workspace: &Workspace, options: &Options, results: &mut Results) -> Result<(), Box<dyn Error>> {
    let chosen = |name: &str| options.only.as_ref().is_none_or(|only| name.contains(only.as_str()));
    for comparison in structs::comparisons().iter().filter(|comparison| chosen(&comparison.name)) {
        eprintln!("… {}", comparison.name);
        show(results, structs::compare(workspace, comparison, options.rounds)?, comparison.reach);
    }
    if chosen("growth") {
        eprintln!("… growth");
        results.growth = structs::growth(workspace, options.rounds.min(3))?;
        for growth in &results.growth {
            print!("{}", print::growth(growth));
        }
    }
    if chosen("program") {
        eprintln!("… whether all programs say the same");
        programs::check(workspace)?;
        eprintln!("… clean builds of a program");
        for table in programs::tables(workspace, options.rounds.min(3))? {
            let reach = table.name.starts_with("clean build").then_some(1.1);
            show(results, table, reach);
        }
        println!("\ncrates that the library adds: {}", programs::added(workspace)?.join(", "));
    }
    Ok(())
}

fn show(results: &mut Results, table: Table, reach: Option<f64>) {
    let reach = reach.map(|at_most| (LIBRARY.to_owned(), at_most));
    print!("{}", print::table(&table, reach.as_ref()));
    results.tables.push(table);
}

fn options() -> Result<Options, Box<dyn Error>> {
    let mut options = Options { only: None, rounds: 7, count: false, quick: false };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match &*argument {
            "--count" => options.count = true,
            "--only" => options.only = Some(arguments.next().ok_or("--only needs a text")?),
            "--quick" => (options.quick, options.rounds) = (true, 1),
            "--rounds" => options.rounds = arguments.next().ok_or("--rounds needs a number")?.parse()?,
            _ => return Err(format!("unknown option `{argument}`").into()),
        }
    }
    Ok(options)
}
