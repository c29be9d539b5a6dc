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
use std::io;
use std::process::ExitCode;

use bench_report::results::{Results, Table, folder};
use bench_report::{draw, print};

use crate::contestants::Level;
use crate::workspace::Workspace;

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

impl Options {
    /// Names the file of the results.
    fn bench(&self) -> &'static str {
        if self.count { "compile-instructions" } else { "compile" }
    }

    /// Whether what has this name is measured.
    fn chosen(&self, name: &str) -> bool {
        self.only.as_ref().is_none_or(|only| name.contains(only.as_str()))
    }
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    if let Some(played) = wrapper::play() {
        return Ok(played?);
    }
    let options = options()?;
    let workspace = Workspace::create()?;
    let results = Results::begin(&folder(), options.bench(), options.only.is_some())?;
    println!("{}, {}", results.machine, results.rustc);

    let are_structs = |options: &Options| {
        options.count || options.chosen("growth") || structs::comparisons().iter().any(|it| options.chosen(&it.name))
    };
    if are_structs(&options) {
        eprintln!("… whether all contestants say the same");
        same::check(&workspace)?;
    }
    let mut kept = Kept { results, options: &options, is_empty: true };
    if options.count {
        for level in [Level::Types, Level::ReadersAndWriters] {
            let name = structs::counted(level);
            if options.chosen(&name) {
                kept.table(structs::count(&workspace, &name, level)?, Some(1.3))?;
            }
        }
    } else {
        measure(&workspace, &mut kept)?;
    }
    if kept.is_empty {
        return Err(format!("nothing here has `{}` in its name", options.only.unwrap_or_default()).into());
    }
    workspace.keep_lock()?;
    if !options.quick {
        draw::results(&kept.results, &folder(), options.bench())?;
        println!("\nwritten to {}", folder().join(options.bench()).with_extension("json").display());
    }
    Ok(ExitCode::SUCCESS)
}

fn measure(workspace: &Workspace, kept: &mut Kept<'_>) -> Result<(), Box<dyn Error>> {
    let options = kept.options;
    for comparison in structs::comparisons().iter().filter(|comparison| options.chosen(&comparison.name)) {
        eprintln!("… {}", comparison.name);
        kept.table(structs::compare(workspace, comparison, options.rounds)?, comparison.reach)?;
    }
    if options.chosen("growth") {
        eprintln!("… growth");
        for growth in structs::growth(workspace, options.rounds.min(3))? {
            print!("{}", print::growth(&growth));
            kept.results.put_growth(growth);
        }
        kept.save()?;
    }
    for comparison in &programs::COMPARISONS {
        if !options.chosen(&format!("program{}", comparison.of)) {
            continue;
        }
        eprintln!("… whether all programs say the same");
        comparison.check(workspace)?;
        eprintln!("… clean builds of a program{}", comparison.of);
        comparison.tables(workspace, options.rounds.min(3), &mut |table| {
            let reach = table.name.starts_with("clean build").then_some(comparison.reach);
            kept.table(table, reach)
        })?;
        println!("\ncrates that the library adds: {}", comparison.added(workspace)?.join(", "));
    }
    Ok(())
}

/// The results, written whenever there is one more: a run of an hour that is stopped has lost nothing of what it measured.
/// Where all is measured, its first table takes the place of all that an earlier run kept.
struct Kept<'a> {
    results: Results,
    options: &'a Options,
    /// Whether nothing was measured yet.
    is_empty: bool,
}

impl Kept<'_> {
    fn table(&mut self, table: Table, reach: Option<f64>) -> io::Result<()> {
        let table = Table { reach, ..table };
        print!("{}", print::table(&table));
        self.results.put_table(table);
        self.save()
    }

    fn save(&mut self) -> io::Result<()> {
        self.is_empty = false;
        if self.options.quick { Ok(()) } else { self.results.save(&folder(), self.options.bench()) }
    }
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
