//! Counts queries of the compiler for crates of resources that all lead to each other, one twice as large as the other.
//!
//! For each function the compiler walks the types that its variables may drop. Where such a walk goes through all linked
//! resources, twice the resources take four times the work. No clock tells that as surely as the number of queries.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

use analyzeme::ProfilingData;

/// The queries of such walks, and how many of each are allowed for the larger crate: what rustc 1.95 runs, and a little.
const QUERIES: [(&str, u64); 2] = [("dropck_outlives", 5_600), ("normalize_canonicalized_projection", 7_600)];
const SIZES: [usize; 2] = [40, 80];

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let mut counted = Vec::new();
    for size in SIZES {
        counted.push(count(size)?);
    }
    let mut is_bounded = true;
    for (query, allowed) in QUERIES {
        let [fewer, more] = [0, 1].map(|index| counted[index].get(query).copied().unwrap_or_default());
        let growth = more as f64 / fewer as f64;
        println!(
            "{query}: {fewer} for {} resources, {more} for {}: {growth:.2} times; {allowed} allowed",
            SIZES[0], SIZES[1]
        );
        // A compiler without such a query tells nothing.
        is_bounded &= fewer > 0 && more <= allowed;
    }
    Ok(if is_bounded { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// How often the compiler ran each query for so many resources.
fn count(resources: usize) -> Result<BTreeMap<String, u64>, Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/queries");
    let (folder, profile) = (root.join(format!("linked-{resources}")), root.join(format!("profile-{resources}")));
    if profile.exists() {
        fs::remove_dir_all(&profile)?;
    }
    fs::create_dir_all(folder.join("src"))?;
    fs::create_dir_all(&profile)?;
    let runtime = fs::canonicalize(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../runtime"))?;
    let manifest = format!(
        "[package]\nname = \"linked-{resources}\"\nedition = \"2024\"\n\n[dependencies]\n\
         graph-resource = {{ path = {runtime:?} }}\n\n[workspace]\n"
    );
    fs::write(folder.join("Cargo.toml"), manifest)?;
    fs::write(folder.join("src/lib.rs"), source(resources))?;
    fs::copy(runtime.join("../Cargo.lock"), folder.join("Cargo.lock"))?;
    let status = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["rustc", "--quiet", "--lib", "--profile", "check", "--"])
        .arg(format!("-Zself-profile={}", profile.display()))
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", root.join("target"))
        .env("CARGO_INCREMENTAL", "0")
        // The profile of queries is for nightly compilers alone, unless it is asked for so.
        .env("RUSTC_BOOTSTRAP", "1")
        .status()?;
    if !status.success() {
        return Err("the crate does not compile".into());
    }
    queries(&profile)
}

fn queries(profile: &Path) -> Result<BTreeMap<String, u64>, Box<dyn Error>> {
    let files =
        fs::read_dir(profile)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<PathBuf>, std::io::Error>>()?;
    let file = files.iter().find(|file| file.extension().is_some_and(|end| end == "mm_profdata"));
    let stem = file.ok_or("the compiler wrote no profile")?.with_extension("");
    let data = ProfilingData::new(&stem).map_err(|error| error.to_string())?;
    let mut counted = BTreeMap::new();
    for event in data.iter_full().filter(|event| event.event_kind == "Query") {
        *counted.entry(event.label.into_owned()).or_default() += 1;
    }
    Ok(counted)
}

/// Resources that all lead to each other over few steps, and complex values that do.
fn source(resources: usize) -> String {
    let mut text = "use graph_resource::{DateTimeOffset, GraphComplex, GraphResource};\n".to_owned();
    for number in 0..resources {
        let (next, after) = ((2 * number + 1) % resources, (2 * number + 2) % resources);
        let _ = write!(
            text,
            "#[derive(Clone, Debug, PartialEq, GraphComplex)]\n\
             pub struct Value{number} {{\n    pub text: Option<String>,\n    pub next: Option<Box<Value{next}>>,\n}}\n\
             #[derive(Clone, Debug, PartialEq, GraphResource)]\n\
             #[graph_resource(path = \"/resources{number}/<id>\")]\n\
             pub struct Resource{number} {{\n    pub id: String,\n    pub name: Option<String>,\n    pub count: i64,\n    \
             pub at: Option<DateTimeOffset>,\n    pub value: Option<Value{number}>,\n    \
             #[graph_resource(navigation)]\n    pub next: Option<Box<Resource{next}>>,\n    \
             #[graph_resource(navigation)]\n    pub others: Option<Vec<Resource{after}>>,\n}}\n"
        );
    }
    text
}
