//! Draws the results that are kept in a folder, and fills pages with them:
//! `cargo run -p bench-report --release -- ../docs/performance ../docs/performance.md ../docs/performance/README.md`.

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

use bench_report::results::{Results, folder};
use bench_report::{draw, page};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args_os().nth(1).map_or_else(folder, PathBuf::from);
    let mut all = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let file = entry?.path();
        if file.extension().is_some_and(|extension| extension == "json") {
            let bench = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let results = Results::load(&file)?;
            for drawn in draw::results(&results, &folder, &bench)? {
                println!("{}", drawn.display());
            }
            all.push((bench, results));
        }
    }
    // In the order in which a page tells of them.
    all.sort_by_key(|(bench, _)| (!bench.starts_with("runtime"), bench.starts_with("compile"), bench.clone()));
    for file in env::args_os().skip(2).map(PathBuf::from) {
        fs::write(&file, page::fill(&fs::read_to_string(&file)?, &all)?)?;
        println!("{}", file.display());
    }
    Ok(())
}
