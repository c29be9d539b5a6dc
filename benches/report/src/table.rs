//! What is to be measured: contestants in a table, or the same work in growing sizes.

use std::hint::black_box;

/// How many inputs are made at once for work that uses its input up: few enough to stay in the processor's caches.
const BATCH: usize = 128;

/// Whatever is measured of a piece of work: time, instructions, allocations.
pub trait Gauge {
    /// Does the work, and adds what it took.
    fn around(&mut self, work: &mut dyn FnMut());
}

type Work = Box<dyn FnMut(&mut dyn Gauge, usize)>;

/// One of those that do the same work.
pub(crate) struct Contestant {
    pub(crate) name: String,
    /// Does the work so many times, the measured part of it inside of the gauge.
    pub(crate) work: Work,
}

impl Contestant {
    pub(crate) fn repeating<T>(name: &str, mut run: impl FnMut() -> T + 'static) -> Self {
        let work = move |gauge: &mut dyn Gauge, times: usize| {
            gauge.around(&mut || {
                for _ in 0..times {
                    black_box(run());
                }
            });
        };
        Self { name: name.to_owned(), work: Box::new(work) }
    }

    pub(crate) fn consuming<I: 'static, T>(
        name: &str,
        mut set_up: impl FnMut() -> I + 'static,
        mut run: impl FnMut(&mut I) -> T + 'static,
    ) -> Self {
        let mut inputs = Vec::with_capacity(BATCH);
        let work = move |gauge: &mut dyn Gauge, times: usize| {
            let mut left = times;
            while left > 0 {
                inputs.clear();
                inputs.extend((0..left.min(BATCH)).map(|_| set_up()));
                left -= inputs.len();
                gauge.around(&mut || {
                    for input in &mut inputs {
                        black_box(run(black_box(input)));
                    }
                });
            }
        };
        Self { name: name.to_owned(), work: Box::new(work) }
    }
}

/// Contestants that do the same work. The first is the baseline: its ratio is 1.
pub struct Table {
    pub(crate) name: String,
    pub(crate) reach: Option<f64>,
    pub(crate) contestants: Vec<Contestant>,
}

impl Table {
    /// A table without contestants. The name says what the work is: "write a patch of 3 of 10 properties".
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), reach: None, contestants: Vec::new() }
    }

    /// The ratio that the library is to stay below. It is printed, and judged by the reader: no run fails on it.
    #[must_use]
    pub fn reach(mut self, at_most: f64) -> Self {
        self.reach = Some(at_most);
        self
    }

    /// Adds a contestant that can repeat its work as it is. To drop the result is part of the work.
    #[must_use]
    pub fn contestant<T>(mut self, name: &str, run: impl FnMut() -> T + 'static) -> Self {
        self.contestants.push(Contestant::repeating(name, run));
        self
    }

    /// Adds a contestant that uses up, or changes, what it works on: each time it gets another input. Making and
    /// dropping inputs is not measured.
    #[must_use]
    pub fn contestant_with<I: 'static, T>(
        mut self,
        name: &str,
        set_up: impl FnMut() -> I + 'static,
        run: impl FnMut(&mut I) -> T + 'static,
    ) -> Self {
        self.contestants.push(Contestant::consuming(name, set_up, run));
        self
    }

    /// Adds a contestant that repeats its work by itself: it is given a gauge and how many times, and measures no more
    /// than the work.
    #[must_use]
    pub fn contestant_of_many(mut self, name: &str, work: impl FnMut(&mut dyn Gauge, usize) + 'static) -> Self {
        self.contestants.push(Contestant { name: name.to_owned(), work: Box::new(work) });
        self
    }
}

/// The same work in growing sizes, for several contestants.
pub struct Growth {
    pub(crate) name: String,
    pub(crate) x: String,
    /// For each size, the contestants.
    pub(crate) sizes: Vec<(f64, Vec<Contestant>)>,
}

impl Growth {
    /// A growth without sizes. `x` says what grows, with its unit: "participants per record".
    #[must_use]
    pub fn new(name: &str, x: &str) -> Self {
        Self { name: name.to_owned(), x: x.to_owned(), sizes: Vec::new() }
    }

    /// Adds work of this size for a contestant. Every size has the same contestants.
    #[must_use]
    pub fn point<T>(mut self, contestant: &str, size: usize, run: impl FnMut() -> T + 'static) -> Self {
        self.add(size, Contestant::repeating(contestant, run));
        self
    }

    /// The same for work that uses up what it works on.
    #[must_use]
    pub fn point_with<I: 'static, T>(
        mut self,
        contestant: &str,
        size: usize,
        set_up: impl FnMut() -> I + 'static,
        run: impl FnMut(&mut I) -> T + 'static,
    ) -> Self {
        self.add(size, Contestant::consuming(contestant, set_up, run));
        self
    }

    fn add(&mut self, size: usize, contestant: Contestant) {
        let size = size as f64;
        match self.sizes.iter_mut().find(|(known, _)| known.total_cmp(&size).is_eq()) {
            Some((_, contestants)) => contestants.push(contestant),
            None => self.sizes.push((size, vec![contestant])),
        }
    }
}
