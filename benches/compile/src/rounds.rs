//! Taking turns: each round measures every contestant once, and compares within the round.

use std::io;

use bench_report::results::{Row, Table};

/// Measures each of the contestants so many times, in turns. What slows the machine down for a while slows all of them
/// down.
pub(crate) fn take(
    contestants: usize,
    rounds: usize,
    mut measure: impl FnMut(usize) -> io::Result<f64>,
) -> io::Result<Vec<Vec<f64>>> {
    let mut taken = vec![Vec::with_capacity(rounds); contestants];
    for round in 0..rounds {
        for turn in 0..contestants {
            // Forth and back, so that nobody is always first.
            let index = if round % 2 == 0 { turn } else { contestants - 1 - turn };
            let value = measure(index)?;
            // A round takes minutes: whoever waits sees that it goes on.
            eprint!("  {value:.0}");
            taken[index].push(value);
        }
        eprintln!();
    }
    Ok(taken)
}

/// The table of what was measured. The first contestant is the baseline; one that was measured in fewer rounds is
/// compared in those.
pub(crate) fn table(name: &str, unit: &str, contestants: &[&str], taken: &[Vec<f64>]) -> Table {
    let rows = contestants.iter().zip(taken).map(|(contestant, values)| {
        let ratios: Vec<f64> = values.iter().zip(&taken[0]).map(|(value, baseline)| value / baseline).collect();
        Row {
            contestant: (*contestant).to_owned(),
            value: quantile(values, 0.5),
            ratio: quantile(&ratios, 0.5),
            low: quantile(&ratios, 0.25),
            high: quantile(&ratios, 0.75),
            allocations: None,
        }
    });
    Table {
        name: name.to_owned(),
        unit: unit.to_owned(),
        baseline: contestants[0].to_owned(),
        reach: None,
        rows: rows.collect(),
    }
}

/// The value below which this part of the values lies.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an index of the values")]
pub(crate) fn quantile(values: &[f64], part: f64) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    let at = part * (values.len() - 1) as f64;
    let (below, above) = (values[at.floor() as usize], values[at.ceil() as usize]);
    below + (above - below) * at.fract()
}
