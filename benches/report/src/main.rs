//! Draws the results that are kept in a folder, and fills a page with them:
//! `cargo run -p bench-report --release -- ../docs/performance ../docs/performance.md`.

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
    if let Some(file) = env::args_os().nth(2).map(PathBuf::from) {
        // In the order in which a page tells of them.
        all.sort_by_key(|(bench, _)| (!bench.starts_with("runtime"), bench.starts_with("compile"), bench.clone()));
        let folder = folder.file_name().unwrap_or_default().to_string_lossy();
        fs::write(&file, page::fill(&fs::read_to_string(&file)?, &all, &folder)?)?;
        println!("{}", file.display());
    }
    Ok(())
}
