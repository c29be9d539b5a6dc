//! The CPU time to compile many structs: beside the peers, and by how many there are.

use std::io;

use bench_report::results::{Growth, Series, Table};

use crate::contestants::{self, Contestant, Level};
use crate::rounds::{quantile, table, take};
use crate::workspace::{Case, Workspace};

/// The size that the library is judged at.
const STRUCTS: usize = 200;
const PROPERTIES: usize = 12;

/// Under callgrind, everything takes fifty times as long.
const COUNTED: usize = 5;

/// With `--release`, each takes six times as long.
const OPTIMISED: usize = 50;

/// The widest type of Graph's metadata, v1.0, has about as many.
const WIDEST: usize = 213;

/// A table to measure: its name, its contestants, what they compile, and what the library is to stay below.
pub(crate) struct Comparison {
    pub(crate) name: String,
    pub(crate) contestants: Vec<&'static dyn Contestant>,
    pub(crate) case: Case,
    pub(crate) reach: Option<f64>,
}

/// The tables.
pub(crate) fn comparisons() -> Vec<Comparison> {
    let of = |level, structs, properties, is_release| Case { level, structs, properties, is_release };
    let sized = |what: &str| format!("compile {STRUCTS} structs of {PROPERTIES} properties{what}");
    vec![
        Comparison {
            name: sized(""),
            contestants: contestants::all().to_vec(),
            case: of(Level::Types, STRUCTS, PROPERTIES, false),
            reach: Some(1.3),
        },
        Comparison {
            name: sized(", readers and writers instantiated"),
            contestants: contestants::all().to_vec(),
            case: of(Level::ReadersAndWriters, STRUCTS, PROPERTIES, false),
            reach: Some(1.3),
        },
        Comparison {
            name: format!(
                "compile {OPTIMISED} structs of {PROPERTIES} properties, readers and writers instantiated, release"
            ),
            contestants: vec![contestants::plain(), contestants::graph_resource(), contestants::by_hand()],
            case: of(Level::ReadersAndWriters, OPTIMISED, PROPERTIES, true),
            reach: Some(1.3),
        },
        Comparison {
            name: sized(", patches read, made, merged and applied too"),
            contestants: vec![contestants::by_hand_full(), contestants::graph_resource()],
            case: of(Level::Everything, STRUCTS, PROPERTIES, false),
            reach: None,
        },
        Comparison {
            name: format!("compile 1 struct of {WIDEST} properties, readers and writers instantiated"),
            contestants: vec![contestants::plain(), contestants::graph_resource(), contestants::by_hand()],
            case: of(Level::ReadersAndWriters, 1, WIDEST, false),
            reach: Some(1.3),
        },
    ]
}

/// Measures a table, in CPU milliseconds.
pub(crate) fn compare(workspace: &Workspace, comparison: &Comparison, rounds: usize) -> io::Result<Table> {
    let contestants = &comparison.contestants;
    // The dependencies are built, and the files are in the cache of the operating system.
    for contestant in contestants {
        workspace.compile(*contestant, Case { structs: 1, ..comparison.case })?;
    }
    let taken = take(contestants.len(), rounds, |index| milliseconds(workspace, contestants[index], comparison.case))?;
    Ok(table(&comparison.name, "ms", &labels(contestants), &taken))
}

/// The name of the table that [`count`] makes.
pub(crate) fn counted(level: Level) -> String {
    let what = if level == Level::Types { "" } else { ", readers and writers instantiated" };
    format!("compile {COUNTED} more structs of {PROPERTIES} properties{what}")
}

/// Counts what is added to a crate of so many structs by as many more, in millions of instructions: what the compiler
/// does for a crate in any case is in none of the figures. One round, since they hardly vary.
pub(crate) fn count(workspace: &Workspace, name: &str, level: Level) -> io::Result<Table> {
    let contestants = contestants::all();
    let of = |structs| Case { level, structs, properties: PROPERTIES, is_release: false };
    let counted = take(contestants.len(), 1, |index| {
        let contestant = contestants[index];
        workspace.compile(contestant, of(1))?;
        let (few, many) = (workspace.count(contestant, of(COUNTED))?, workspace.count(contestant, of(2 * COUNTED))?);
        Ok((many - few) as f64 / 1e6)
    })?;
    Ok(table(name, "million instructions", &labels(&contestants), &counted))
}

/// By the number of structs, and by the number of properties of one.
pub(crate) fn growth(workspace: &Workspace, rounds: usize) -> io::Result<Vec<Growth>> {
    let of = |level, structs, properties| Case { level, structs, properties, is_release: false };
    let by_structs = [1, 10, 100, 300, 1000];
    let by_properties = [12, 53, 106, WIDEST, 2 * WIDEST];
    let grow = |name: &str, x: &str, sizes: &[usize], case: &dyn Fn(usize) -> Case| {
        let contestants = [contestants::plain(), contestants::graph_resource()];
        let mut series: Vec<_> =
            labels(&contestants).iter().map(|name| Series { name: (*name).to_owned(), points: Vec::new() }).collect();
        for &size in sizes {
            let taken =
                take(contestants.len(), rounds, |index| milliseconds(workspace, contestants[index], case(size)))?;
            for (series, taken) in series.iter_mut().zip(&taken) {
                series.points.push([size as f64, quantile(taken, 0.5)]);
            }
        }
        Ok::<_, io::Error>(Growth { name: name.to_owned(), x: x.to_owned(), y: "ms".to_owned(), series })
    };
    Ok(vec![
        grow("compile structs of 12 properties", "structs", &by_structs, &|structs| {
            of(Level::Types, structs, PROPERTIES)
        })?,
        grow(
            "compile structs of 12 properties, readers and writers instantiated",
            "structs",
            &by_structs,
            &|structs| of(Level::ReadersAndWriters, structs, PROPERTIES),
        )?,
        grow("compile 1 struct, readers and writers instantiated", "properties", &by_properties, &|properties| {
            of(Level::ReadersAndWriters, 1, properties)
        })?,
    ])
}

fn milliseconds(workspace: &Workspace, contestant: &dyn Contestant, case: Case) -> io::Result<f64> {
    Ok(workspace.compile(contestant, case)?.as_secs_f64() * 1e3)
}

fn labels(contestants: &[&'static dyn Contestant]) -> Vec<&'static str> {
    contestants.iter().map(|contestant| contestant.label()).collect()
}
