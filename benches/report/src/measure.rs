//! Taking turns: the contestants work in short slots, and are compared within each round.

use std::time::Duration;

use cpu_time::ProcessTime;

use crate::results;
use crate::table::{Contestant, Gauge, Growth, Table};

/// How long is measured.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// How often each contestant has its turn.
    pub rounds: usize,
    /// How long a turn takes, about.
    pub slot: Duration,
}

impl Pace {
    /// For figures that are published: 201 rounds of 2 ms.
    pub const FULL: Self = Self { rounds: 201, slot: Duration::from_millis(2) };
    /// For a first look: 21 rounds of 1 ms.
    pub const QUICK: Self = Self { rounds: 21, slot: Duration::from_millis(1) };
    /// For one point of a growth: 41 rounds of 1 ms.
    pub const POINT: Self = Self { rounds: 41, slot: Duration::from_millis(1) };
}

/// The processor time of the process: what others do on the machine is not in it.
struct CpuTime {
    taken: Duration,
    /// What it takes to look at the clock.
    look: Duration,
}

impl CpuTime {
    fn new(look: Duration) -> Self {
        Self { taken: Duration::ZERO, look }
    }

    /// The shortest of many looks at the clock.
    fn look() -> Duration {
        (0..1000).map(|_| ProcessTime::now().elapsed()).min().unwrap_or_default()
    }
}

impl Gauge for CpuTime {
    fn around(&mut self, work: &mut dyn FnMut()) {
        let start = ProcessTime::now();
        work();
        self.taken += start.elapsed().saturating_sub(self.look);
    }
}

/// Nanoseconds that each contestant took for one piece of work, round by round.
fn rounds(contestants: &mut [Contestant], pace: Pace) -> Vec<Vec<f64>> {
    let look = CpuTime::look();
    let times: Vec<usize> = contestants.iter_mut().map(|contestant| times_in(contestant, pace.slot, look)).collect();
    let mut taken = vec![Vec::with_capacity(pace.rounds); contestants.len()];
    for round in 0..pace.rounds {
        for turn in 0..contestants.len() {
            // Everybody is first, last, and after everybody else, equally often.
            let index = if round % 2 == 0 { turn } else { contestants.len() - 1 - turn };
            let index = (index + round / 2) % contestants.len();
            let mut time = CpuTime::new(look);
            (contestants[index].work)(&mut time, times[index]);
            taken[index].push(time.taken.as_secs_f64() * 1e9 / times[index] as f64);
        }
    }
    taken
}

/// How often the work can be done in a slot.
///
/// The quicker of two turns counts: the first call may pay for what others left behind (caches, the allocator's lists),
/// and would be taken for the work itself.
fn times_in(contestant: &mut Contestant, slot: Duration, look: Duration) -> usize {
    let mut times = 1;
    loop {
        let mut turn = || {
            let mut time = CpuTime::new(look);
            (contestant.work)(&mut time, times);
            time.taken
        };
        let taken = turn().min(turn());
        if taken * 2 >= slot || times > 1 << 24 {
            return times;
        }
        // Twice as many, or what is missing where that is known well enough.
        let more = slot.as_secs_f64() / taken.as_secs_f64().max(1e-9);
        times = if more < 8.0 { scaled(times, more) } else { times * 4 };
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "below 2^27, and not negative")]
fn scaled(times: usize, factor: f64) -> usize {
    ((times as f64 * factor).ceil() as usize).max(times + 1)
}

/// Measures the contestants of a table against its first one.
#[must_use]
pub fn table(table: &mut Table, pace: Pace) -> results::Table {
    let taken = rounds(&mut table.contestants, pace);
    let baseline = &taken[0];
    let row = |contestant: &Contestant, taken: &Vec<f64>| {
        let ratios: Vec<f64> = taken.iter().zip(baseline).map(|(taken, baseline)| taken / baseline).collect();
        results::Row {
            contestant: contestant.name.clone(),
            value: quantile(taken, 0.5),
            ratio: quantile(&ratios, 0.5),
            low: quantile(&ratios, 0.25),
            high: quantile(&ratios, 0.75),
            allocations: None,
        }
    };
    results::Table {
        name: table.name.clone(),
        unit: "ns".to_owned(),
        baseline: table.contestants[0].name.clone(),
        reach: table.reach,
        rows: table.contestants.iter().zip(&taken).map(|(contestant, taken)| row(contestant, taken)).collect(),
    }
}

/// Measures work in each of its sizes. All sizes take turns in the same rounds: a machine that becomes slower meanwhile
/// would otherwise be taken for growth.
#[must_use]
pub fn growth(growth: Growth, pace: Pace) -> results::Growth {
    let (mut sizes, mut contestants) = (Vec::new(), Vec::new());
    for (size, of_size) in growth.sizes {
        sizes.resize(sizes.len() + of_size.len(), size);
        contestants.extend(of_size);
    }
    let taken = rounds(&mut contestants, pace);
    let mut series: Vec<results::Series> = Vec::new();
    for ((size, contestant), taken) in sizes.into_iter().zip(contestants).zip(&taken) {
        let point = [size, quantile(taken, 0.5)];
        match series.iter_mut().find(|series| series.name == contestant.name) {
            Some(series) => series.points.push(point),
            None => series.push(results::Series { name: contestant.name, points: vec![point] }),
        }
    }
    results::Growth { name: growth.name, x: growth.x, y: "ns".to_owned(), series }
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

#[cfg(test)]
mod tests {
    use super::quantile;

    #[test]
    fn a_quantile_lies_between_its_neighbours() {
        let values = [4.0, 1.0, 3.0, 2.0];
        assert!((quantile(&values, 0.5) - 2.5).abs() < 1e-9);
        assert!((quantile(&values, 0.25) - 1.75).abs() < 1e-9);
        assert!((quantile(&[7.0], 0.75) - 7.0).abs() < 1e-9);
    }
}
