//! Which requests a fault is for.

use core::fmt;
use std::sync::Arc;

use bytes::Bytes;
use http::{Method, Request};

use super::Fault;
use crate::path::{Template, parse};
use crate::token::mix;

/// A fault for all requests that fit: by method, by path, by number, or by chance with a seed of the test's.
///
/// All conditions must hold. Of several rules the first that applies decides; answers that are queued come before.
#[derive(Clone, Debug)]
#[must_use = "a rule does nothing until a service has it"]
pub struct FaultRule {
    pub(super) fault: Fault,
    method: Option<Method>,
    path: Option<Template>,
    in_batches: bool,
    first: u64,
    every: u64,
    times: u64,
    chance: Option<(f64, u64)>,
    condition: Option<Condition>,
    matched: u64,
    applied: u64,
}

/// What a test asks of a request.
#[derive(Clone)]
struct Condition(Arc<Question>);

type Question = dyn Fn(&Request<Bytes>) -> bool + Send + Sync;

impl fmt::Debug for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Condition(..)")
    }
}

impl FaultRule {
    /// A rule for every request.
    pub fn new(fault: Fault) -> Self {
        Self {
            fault,
            method: None,
            path: None,
            in_batches: false,
            first: 1,
            every: 1,
            times: u64::MAX,
            chance: None,
            condition: None,
            matched: 0,
            applied: 0,
        }
    }

    /// Only requests with this method.
    ///
    /// # Panics
    ///
    /// The text is no method.
    pub fn method(mut self, method: &str) -> Self {
        self.method = Some(method.parse().unwrap_or_else(|_| panic!("{method} is no method")));
        self
    }

    /// Only requests for this path below the service root: `/users/{id}`, where `{…}` is any key.
    ///
    /// URLs of downloads, uploads and monitors are at `/-/{name}`.
    ///
    /// # Panics
    ///
    /// The path is no path.
    #[track_caller]
    pub fn path(mut self, path: &str) -> Self {
        self.path = Some(Template::parse(path).unwrap_or_else(|error| panic!("{path}: {error}")));
        self
    }

    /// Only the parts of a `$batch`, not requests of their own. A part whose connection breaks has no answer.
    pub fn in_batches(mut self) -> Self {
        self.in_batches = true;
        self
    }

    /// Only requests of which the closure says so: by a header, by the body.
    ///
    /// # Examples
    ///
    /// ```
    /// use graph_resource_testing::{Fault, FaultRule};
    ///
    /// let rule = FaultRule::new(Fault::touch()).when(|request| request.headers().contains_key("if-match"));
    /// # let _ = rule;
    /// ```
    pub fn when(mut self, condition: impl Fn(&Request<Bytes>) -> bool + Send + Sync + 'static) -> Self {
        self.condition = Some(Condition(Arc::new(condition)));
        self
    }

    /// Only the n-th request that fits otherwise, the first being 1.
    pub fn nth(self, n: u64) -> Self {
        self.from(n).times(1)
    }

    /// Only from the n-th request on that fits otherwise, the first being 1.
    pub fn from(mut self, n: u64) -> Self {
        self.first = n.max(1);
        self
    }

    /// Only each n-th request that fits otherwise.
    pub fn every(mut self, n: u64) -> Self {
        self.every = n.max(1);
        self
    }

    /// At most so many times.
    pub fn times(mut self, times: u64) -> Self {
        self.times = times;
        self
    }

    /// With a chance from 0 to 1. The same seed and the same requests give the same faults.
    ///
    /// # Panics
    ///
    /// The chance is not from 0 to 1.
    pub fn probability(mut self, chance: f64, seed: u64) -> Self {
        assert!((0.0..=1.0).contains(&chance), "a chance is from 0 to 1");
        self.chance = Some((chance, seed));
        self
    }

    /// Counts the request where it fits. `is_free` says whether no other rule has decided yet.
    pub(super) fn applies(&mut self, request: &Request<Bytes>, in_batch: bool, is_free: bool) -> bool {
        if !self.fits(request, in_batch) {
            return false;
        }
        self.matched += 1;
        let is_its_turn = self.matched >= self.first && (self.matched - self.first + 1).is_multiple_of(self.every);
        let applies = is_free && is_its_turn && self.applied < self.times && self.is_lucky();
        self.applied += u64::from(applies);
        applies
    }

    fn fits(&self, request: &Request<Bytes>, in_batch: bool) -> bool {
        let below_version = || {
            let path = request.uri().path();
            let below = path.trim_start_matches('/').split_once('/').map_or("", |(_, below)| below);
            parse(if path.starts_with("/-/") { path } else { below }).unwrap_or_default()
        };
        self.in_batches == in_batch
            && self.method.as_ref().is_none_or(|method| method == request.method())
            && self.path.as_ref().is_none_or(|path| path.matches_whole(&below_version()))
            && self.condition.as_ref().is_none_or(|condition| (condition.0)(request))
    }

    fn is_lucky(&self) -> bool {
        let Some((chance, seed)) = self.chance else { return true };
        // 53 bits: as many as `f64` has.
        #[allow(clippy::cast_precision_loss, reason = "the number has 53 bits")]
        let drawn = (mix(mix(seed) ^ self.matched) >> 11) as f64 / (1_u64 << 53) as f64;
        drawn < chance
    }
}
