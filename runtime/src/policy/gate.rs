//! The gate that a 429 closes for all requests that count against the same limit.

use core::time::Duration;
use std::collections::BTreeMap;

use http::header::{HeaderMap, HeaderName};

use crate::policy::jitter::part;

/// The time between the first two that leave, without the jitter; the others follow each other more and more closely.
/// About a hundred leave in the first second, ten thousand within five.
const STEP: Duration = Duration::from_millis(10);
/// After so many, the time between two is half of the first.
const HALF: u32 = 64;
/// How many keys, and how many scopes, are closed at once by their own names.
const CLOSED: usize = 1_024;
/// How many keys' scopes are remembered, at most twice as many.
const SEEN: usize = 512;
/// Names are cut to so many bytes. Keys that are alike as far as that share a gate.
const NAME: usize = 256;

const THROTTLE_SCOPE: HeaderName = HeaderName::from_static("x-ms-throttle-scope");

/// The scope that an answer names.
pub(crate) fn throttle_scope(headers: &HeaderMap) -> Option<&str> {
    headers.get(THROTTLE_SCOPE)?.to_str().ok()
}

/// Who waits after a 429, and until when.
///
/// A key is a path up to and including its first key: Graph limits each call record by itself. Keys that were last seen
/// with the same `x-ms-throttle-scope` are closed together.
///
/// Moments are times since one that the caller chooses. A waiter gets a turn, which holds nothing: a waiter that never
/// comes back keeps no other waiting.
///
/// Source: Microsoft Graph, "service-specific throttling limits".
pub(crate) struct Gate {
    /// The longest time for which an answer may close the gate.
    longest: Duration,
    keys: BTreeMap<Box<str>, Lane>,
    scopes: BTreeMap<Box<str>, Lane>,
    /// Closed for all keys, once more are closed than have a lane of their own.
    rest: Option<Lane>,
    /// The scope of each key, seen of late.
    recent: BTreeMap<Box<str>, Box<str>>,
    /// The scopes seen before those.
    older: BTreeMap<Box<str>, Box<str>>,
    /// From this moment on, all is open and nobody's turn is to come.
    quiet: Duration,
}

/// Those that wait for the same limit.
#[derive(Clone, Copy)]
struct Lane {
    opens: Duration,
    /// The first moment that is nobody's turn; not before the lane opens.
    next: Duration,
    /// How many turns were given since it was closed.
    given: u32,
}

/// The moment at which a waiter may leave.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Turn(Duration);

impl Turn {
    /// How long it is until then.
    pub(crate) fn wait(self, now: Duration) -> Duration {
        self.0.saturating_sub(now)
    }
}

impl Gate {
    /// A gate that is open. No answer closes it for longer than this.
    pub(crate) fn new(longest: Duration) -> Self {
        Self {
            longest,
            keys: BTreeMap::new(),
            scopes: BTreeMap::new(),
            rest: None,
            recent: BTreeMap::new(),
            older: BTreeMap::new(),
            quiet: Duration::ZERO,
        }
    }

    /// Asked before each attempt: `None` lets it go.
    ///
    /// Otherwise the request waits for its turn, and asks again with it: the gate may have been closed anew.
    pub(crate) fn wait(&mut self, key: &str, turn: Option<Turn>, now: Duration, random: u64) -> Option<Turn> {
        if now >= self.quiet {
            self.forget_closed();
            return None;
        }
        let key = cut(key);
        let scope = self.recent.get(key).or_else(|| self.older.get(key));
        let lanes = [self.keys.get_mut(key), scope.and_then(|scope| self.scopes.get_mut(scope)), self.rest.as_mut()];
        // A lane whose turns have all come is open.
        let mut lanes: [Option<&mut Lane>; 3] = lanes.map(|lane| lane.filter(|lane| lane.next > now));
        let (mut opens, mut next, mut given) = (Duration::ZERO, Duration::ZERO, u32::MAX);
        for lane in lanes.iter().flatten() {
            opens = opens.max(lane.opens);
            next = next.max(lane.next);
            given = given.min(lane.given);
        }
        if let Some(turn) = turn
            && turn.0 >= opens
        {
            return (turn.0 > now).then_some(turn);
        }
        if next <= now {
            return None;
        }
        let step = STEP * HALF / HALF.saturating_add(given);
        let after = next.saturating_add(step).saturating_add(part(step, random));
        for lane in lanes.iter_mut().flatten() {
            (lane.next, lane.given) = (after, lane.given.saturating_add(1));
        }
        self.quiet = self.quiet.max(after);
        Some(Turn(next))
    }

    /// Closes it after a 429, for as long as the service asks, or else as long as the request itself will wait.
    pub(crate) fn closed(&mut self, key: &str, scope: Option<&str>, wait: Duration, now: Duration) {
        let opens = now.saturating_add(wait.min(self.longest));
        self.quiet = self.quiet.max(opens);
        let is_known = close(&mut self.keys, cut(key), opens, now);
        let is_known = is_known && scope.is_none_or(|scope| close(&mut self.scopes, cut(scope), opens, now));
        if !is_known {
            self.rest.get_or_insert(Lane::closed(opens)).close(opens);
        }
        if let Some(scope) = scope {
            self.seen(key, scope);
        }
    }

    /// Remembers the scope that an answer named.
    pub(crate) fn seen(&mut self, key: &str, scope: &str) {
        let (key, scope) = (cut(key), cut(scope));
        if self.recent.get(key).is_some_and(|same| **same == *scope) {
            return;
        }
        if self.recent.len() >= SEEN {
            self.older = core::mem::take(&mut self.recent);
        }
        self.recent.insert(key.into(), scope.into());
    }

    /// Whether all is open, and nobody waits.
    pub(crate) fn is_quiet(&self, now: Duration) -> bool {
        now >= self.quiet
    }

    /// Drops the lanes, of which none is closed any more.
    fn forget_closed(&mut self) {
        self.keys.clear();
        self.scopes.clear();
        (self.rest, self.quiet) = (None, Duration::ZERO);
    }
}

impl Lane {
    fn closed(opens: Duration) -> Self {
        Self { opens, next: opens, given: 0 }
    }

    /// Closes it at least until this moment. Turns that come later stay good.
    fn close(&mut self, opens: Duration) {
        (self.opens, self.next, self.given) = (self.opens.max(opens), self.next.max(opens), 0);
    }
}

/// Closes a lane, and says whether there was room for it.
fn close(lanes: &mut BTreeMap<Box<str>, Lane>, name: &str, opens: Duration, now: Duration) -> bool {
    if let Some(lane) = lanes.get_mut(name) {
        lane.close(opens);
        return true;
    }
    if lanes.len() >= CLOSED {
        lanes.retain(|_, lane| lane.next > now);
    }
    if lanes.len() >= CLOSED {
        return false;
    }
    lanes.insert(name.into(), Lane::closed(opens));
    true
}

fn cut(name: &str) -> &str {
    let end = (0..=NAME.min(name.len())).rev().find(|&end| name.is_char_boundary(end));
    &name[..end.unwrap_or_default()]
}

#[cfg(test)]
mod tests;
