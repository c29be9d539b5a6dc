//! Draws the results that are kept in a folder: `cargo run -p bench-report --release -- results`.

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

use bench_report::draw;
use bench_report::results::{Results, folder};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args_os().nth(1).map_or_else(folder, PathBuf::from);
    for entry in fs::read_dir(&folder)? {
        let file = entry?.path();
        if file.extension().is_some_and(|extension| extension == "json") {
            let bench = file.file_stem().unwrap_or_default().to_string_lossy();
            for drawn in draw::results(&Results::load(&file)?, &folder, &bench)? {
                println!("{}", drawn.display());
            }
        }
    }
    Ok(())
}
