//! Results in the form in which they are kept: JSON, one file a bench.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// What a bench gave.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Results {
    /// Processor, number of cores and operating system.
    pub machine: String,
    /// When the newest of it was measured; others may be older, where a run measured a part. UTC, RFC 3339.
    pub date: String,
    /// `rustc --version`.
    pub rustc: String,
    /// The comparisons.
    pub tables: Vec<Table>,
    /// The growing sizes.
    pub growth: Vec<Growth>,
}

/// Contestants that did the same work.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Table {
    /// What the work is.
    pub name: String,
    /// Of the values: `ns`, `instructions`, `bytes`, …
    pub unit: String,
    /// The contestant whose ratio is 1.
    pub baseline: String,
    /// The ratio that the library is to stay below. The reader judges: no run fails on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reach: Option<f64>,
    /// One for each contestant.
    pub rows: Vec<Row>,
}

/// What a contestant took.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Row {
    /// Its name.
    pub contestant: String,
    /// For one piece of work, in the table's unit: the median of all rounds.
    pub value: f64,
    /// The median of the ratios to the baseline in the same round.
    pub ratio: f64,
    /// The lower quartile of these ratios.
    pub low: f64,
    /// The upper quartile of these ratios.
    pub high: f64,
    /// Allocations and reallocations of one piece of work, where they were counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allocations: Option<u64>,
}

/// Work in growing sizes.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Growth {
    /// What the work is.
    pub name: String,
    /// What grows.
    pub x: String,
    /// What is measured, with its unit.
    pub y: String,
    /// One for each contestant.
    pub series: Vec<Series>,
}

/// What a contestant took for each size.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Series {
    /// Its name.
    pub name: String,
    /// Sizes and what they took, sizes rising.
    pub points: Vec<[f64; 2]>,
}

impl Results {
    /// Results of this machine, without any yet.
    #[must_use]
    pub fn here() -> Self {
        let rustc = Command::new("rustc").arg("--version").output();
        Self {
            machine: machine(),
            date: now(),
            rustc: rustc.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default(),
            tables: Vec::new(),
            growth: Vec::new(),
        }
    }

    /// The results that a run begins with: none, or, where it measures only a part, those that are kept.
    ///
    /// # Errors
    ///
    /// What is kept cannot be read, or is of another machine or compiler: ratios of both do not belong in one file.
    pub fn begin(folder: &Path, bench: &str, is_part: bool) -> io::Result<Self> {
        let (here, file) = (Self::here(), folder.join(format!("{bench}.json")));
        if !is_part || !file.exists() {
            return Ok(here);
        }
        let kept = Self::load(&file)?;
        if (&kept.machine, &kept.rustc) != (&here.machine, &here.rustc) {
            let file = file.display();
            return Err(io::Error::other(format!(
                "{file} is of another machine or compiler: measure all, or move it away"
            )));
        }
        Ok(kept)
    }

    /// Takes a table, in place of the one of its name.
    pub fn put_table(&mut self, table: Table) {
        self.date = now();
        match self.tables.iter_mut().find(|kept| kept.name == table.name) {
            Some(kept) => *kept = table,
            None => self.tables.push(table),
        }
    }

    /// Takes a growth, in place of the one of its name.
    pub fn put_growth(&mut self, growth: Growth) {
        self.date = now();
        match self.growth.iter_mut().find(|kept| kept.name == growth.name) {
            Some(kept) => *kept = growth,
            None => self.growth.push(growth),
        }
    }

    /// Writes `<bench>.json` into the folder, which is made where it is missing.
    ///
    /// # Errors
    ///
    /// The file cannot be written.
    pub fn save(&self, folder: &Path, bench: &str) -> io::Result<()> {
        fs::create_dir_all(folder)?;
        let mut text = serde_json::to_string_pretty(self)?;
        text.push('\n');
        fs::write(folder.join(format!("{bench}.json")), text)
    }

    /// Reads a file of results.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or holds something else.
    pub fn load(file: &Path) -> io::Result<Self> {
        Ok(serde_json::from_str(&fs::read_to_string(file)?)?)
    }
}

/// `benches/results`.
#[must_use]
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("results")
}

fn now() -> String {
    let now = OffsetDateTime::now_utc().replace_nanosecond(0).ok();
    now.and_then(|now| now.format(&Rfc3339).ok()).unwrap_or_default()
}

fn machine() -> String {
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let model = model.map_or(env::consts::ARCH, |(_, name)| name.trim());
    let cores = std::thread::available_parallelism().map_or(1, Into::into);
    format!("{model}, {cores} cores, {}", env::consts::OS)
}

#[cfg(test)]
mod tests {
    use std::{env, fs};

    use super::{Results, Table};

    fn table(name: &str, unit: &str) -> Table {
        let [name, unit, baseline] = [name, unit, "by hand"].map(str::to_owned);
        Table { name, unit, baseline, reach: None, rows: Vec::new() }
    }

    #[test]
    fn a_table_takes_the_place_of_the_one_of_its_name() {
        let mut results = Results::here();
        for (name, unit) in [("a", "ns"), ("b", "ns"), ("a", "ms")] {
            results.put_table(table(name, unit));
        }
        let names: Vec<_> = results.tables.iter().map(|table| (&*table.name, &*table.unit)).collect();
        assert_eq!(names, [("a", "ms"), ("b", "ns")]);
    }

    #[test]
    fn a_part_is_put_among_what_is_kept_of_the_same_machine() {
        let folder = env::temp_dir().join(format!("bench-report-{}", std::process::id()));
        assert!(Results::begin(&folder, "x", true).unwrap().tables.is_empty());
        let mut kept = Results::here();
        kept.put_table(table("a", "ns"));
        kept.save(&folder, "x").unwrap();
        assert_eq!(Results::begin(&folder, "x", true).unwrap().tables.len(), 1);
        assert!(Results::begin(&folder, "x", false).unwrap().tables.is_empty());
        kept.rustc = "another".to_owned();
        kept.save(&folder, "x").unwrap();
        assert!(Results::begin(&folder, "x", true).unwrap_err().to_string().contains("another machine or compiler"));
        fs::write(folder.join("x.json"), "{").unwrap();
        assert!(Results::begin(&folder, "x", true).is_err());
        fs::remove_dir_all(folder).unwrap();
    }
}
