//! When a request is sent again, and after which wait.

use core::time::Duration;

use http::{Method, StatusCode};

use crate::policy::budget::Budget;
use crate::policy::jitter::part;
use crate::policy::repeat::Outcome;
use crate::request::repeat::Repeat;

/// How often a request is sent again, and how long a client waits before.
///
/// Which outcomes are followed by a repeat is [`Repeat`]'s table. The wait is what `Retry-After` says; without one it is
/// a random part of a time that doubles with each repeat. All requests of a client share a budget of repeats.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use graph_resource::Retry;
///
/// let patient = Retry::new().attempts(8).total(Duration::from_secs(900)).max_wait(Duration::from_secs(600));
/// let none = Retry::never();
/// assert_ne!(patient, none);
/// ```
///
/// Source: Microsoft Graph throttling guidance; RFC 9110, section 10.2.3.
#[derive(Clone, Debug, Eq, PartialEq)]
#[must_use]
pub struct Retry {
    attempts: u32,
    total: Duration,
    max_wait: Duration,
    base: Duration,
    maximum: Duration,
    budget: u32,
}

impl Default for Retry {
    fn default() -> Self {
        Self::new()
    }
}

impl Retry {
    /// At most five attempts within five minutes; waits of up to three minutes where the service asks for them, of up to
    /// half a second, one second, two, four where it does not.
    pub fn new() -> Self {
        Self {
            attempts: 5,
            total: Duration::from_secs(300),
            max_wait: Duration::from_secs(180),
            base: Duration::from_millis(500),
            maximum: Duration::from_secs(30),
            budget: 100,
        }
    }

    /// Each request is sent once.
    pub fn never() -> Self {
        Self::new().attempts(1)
    }

    /// How often a request is sent at most, the first time included. 0 counts as 1.
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts.max(1);
        self
    }

    /// The longest time from the first attempt to the last one's begin. It is checked before each wait; a running
    /// attempt ends by the transport's own time limit.
    pub fn total(mut self, total: Duration) -> Self {
        self.total = total;
        self
    }

    /// The longest wait that a service may ask for. Where it asks for more, the error is given at once.
    pub fn max_wait(mut self, max_wait: Duration) -> Self {
        self.max_wait = max_wait;
        self
    }

    /// Where the service says no time, the wait is a random part of `base` before the first repeat, of twice as much
    /// before the second, and so on up to `maximum`.
    pub fn backoff(mut self, base: Duration, maximum: Duration) -> Self {
        (self.base, self.maximum) = (base, maximum);
        self
    }

    /// How many repeats the requests of a client may send beside those that successes earn: five successes earn one, and
    /// a repeat after a wait that the service asked for counts a fifth. 100 at first.
    pub fn budget(mut self, repeats: u32) -> Self {
        self.budget = repeats;
        self
    }

    /// Whether the time for all attempts is up before such a wait is over.
    pub(crate) fn ends_before(&self, elapsed: Duration, wait: Duration) -> bool {
        elapsed.checked_add(wait).is_none_or(|until| until > self.total)
    }

    /// The account that the requests of one client share.
    pub(crate) fn to_budget(&self) -> Budget {
        Budget::new(self.budget)
    }

    /// The longest time for which an answer may close the gate.
    pub(crate) fn longest_wait(&self) -> Duration {
        self.max_wait
    }

    /// Counts an attempt, and decides what follows its outcome.
    ///
    /// `elapsed` runs from the begin of the first attempt; `random` is any number, each as likely as the others.
    pub(crate) fn decide(
        &self,
        course: &mut Course,
        budget: &Budget,
        outcome: Outcome,
        elapsed: Duration,
        random: u64,
    ) -> Decision {
        course.attempts = course.attempts.saturating_add(1);
        if course.attempts >= self.attempts || !course.repeat.allows(outcome) {
            return Decision::Stop;
        }
        let told = outcome.retry_after();
        let wait = told.unwrap_or_else(|| part(self.ceiling(course.attempts), random));
        let is_too_long = told.is_some_and(|told| told > self.max_wait) || self.ends_before(elapsed, wait);
        // The budget comes last: a request that stops for another reason costs nothing.
        if is_too_long || !budget.pay(told.is_some()) { Decision::Stop } else { Decision::Wait(wait) }
    }

    /// The longest wait after so many attempts, where the service says none.
    fn ceiling(&self, attempts: u32) -> Duration {
        let doubled = 1_u32.checked_shl(attempts.saturating_sub(1)).unwrap_or(u32::MAX);
        self.base.saturating_mul(doubled).min(self.maximum)
    }
}

/// The attempts of one request.
#[derive(Debug)]
pub(crate) struct Course {
    repeat: Repeat,
    attempts: u32,
}

impl Course {
    pub(crate) fn new(repeat: Repeat) -> Self {
        Self { repeat, attempts: 0 }
    }

    pub(crate) fn repeat(&self) -> Repeat {
        self.repeat
    }

    /// How many attempts have ended.
    pub(crate) fn attempts(&self) -> u32 {
        self.attempts
    }

    /// Whether an error status is a success: a repeated `DELETE` finds nothing where an earlier attempt deleted it.
    pub(crate) fn is_success(&self, method: &Method, status: StatusCode) -> bool {
        self.attempts > 0 && *method == Method::DELETE && status == StatusCode::NOT_FOUND
    }
}

/// What follows an attempt.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Decision {
    /// Send it again after this time.
    Wait(Duration),
    /// Give the outcome to the caller.
    Stop,
}

impl Decision {
    /// The wait; `None` where nothing follows.
    pub(crate) fn wait(self) -> Option<Duration> {
        match self {
            Self::Wait(wait) => Some(wait),
            Self::Stop => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use core::time::Duration;

    use http::{Method, StatusCode};
    use proptest::prelude::*;

    use super::{Course, Decision, Retry};
    use crate::policy::repeat::Outcome;
    use crate::request::repeat::Repeat;

    const SECOND: Duration = Duration::from_secs(1);

    fn throttled(retry_after: Option<Duration>) -> Outcome {
        Outcome::Answered(StatusCode::TOO_MANY_REQUESTS, retry_after)
    }

    /// The first decision about a `GET`.
    fn decide(retry: &Retry, outcome: Outcome, elapsed: Duration, random: u64) -> Decision {
        retry.decide(&mut Course::new(Repeat::Safe), &retry.to_budget(), outcome, elapsed, random)
    }

    #[test]
    fn the_service_says_how_long_to_wait() {
        let told = Duration::from_millis(2_128);
        let decision = decide(&Retry::new(), throttled(Some(told)), SECOND, 7);
        assert_eq!((decision, decision.wait()), (Decision::Wait(told), Some(told)));
        assert_eq!(Decision::Stop.wait(), None);
    }

    #[test]
    fn a_wait_that_is_too_long_is_not_begun() {
        let retry = Retry::new().max_wait(10 * SECOND).total(15 * SECOND);
        let after = |told: Duration, elapsed| decide(&retry, throttled(Some(told)), elapsed, 0);
        assert_eq!(after(10 * SECOND, 5 * SECOND), Decision::Wait(10 * SECOND));
        assert_eq!(after(10 * SECOND, 5 * SECOND + Duration::from_nanos(1)), Decision::Stop);
        assert_eq!(after(11 * SECOND, Duration::ZERO), Decision::Stop);
        assert_eq!(after(Duration::MAX, Duration::MAX), Decision::Stop);
        assert_eq!(retry.longest_wait(), 10 * SECOND);
        assert_eq!(decide(&retry, throttled(None), 16 * SECOND, 0), Decision::Stop);
    }

    #[test]
    fn waits_double_up_to_the_maximum() {
        let retry = Retry::new().attempts(u32::MAX).total(Duration::MAX).budget(u32::MAX).backoff(SECOND, 30 * SECOND);
        let (mut course, budget) = (Course::new(Repeat::Safe), retry.to_budget());
        for expected in [1, 2, 4, 8, 16].into_iter().chain([30; 40]) {
            // Half of the numbers are below this one.
            let wait = retry.decide(&mut course, &budget, Outcome::Unknown, SECOND, 1 << 63);
            assert_eq!(wait, Decision::Wait(expected * SECOND / 2));
        }
        assert_eq!(course.attempts(), 45);
    }

    #[test]
    fn never_is_never() {
        for retry in [Retry::never(), Retry::new().attempts(0), Retry::new().budget(0)] {
            assert_eq!(decide(&retry, Outcome::NotSent, Duration::ZERO, 0), Decision::Stop);
        }
        assert_eq!(Retry::default(), Retry::new());
    }

    #[test]
    fn what_is_not_repeated_costs_nothing() {
        let retry = Retry::new().budget(1).max_wait(SECOND);
        let budget = retry.to_budget();
        let decide = |repeat, outcome| retry.decide(&mut Course::new(repeat), &budget, outcome, SECOND, 0);
        for _ in 0..100 {
            assert_eq!(decide(Repeat::Once, Outcome::Unknown), Decision::Stop);
            assert_eq!(decide(Repeat::Safe, throttled(Some(2 * SECOND))), Decision::Stop);
        }
        assert_eq!(decide(Repeat::Safe, Outcome::Unknown), Decision::Wait(Duration::ZERO));
        assert_eq!(decide(Repeat::Safe, Outcome::Unknown), Decision::Stop);
    }

    #[test]
    fn a_repeated_delete_that_finds_nothing_has_succeeded() {
        let (retry, mut course) = (Retry::new(), Course::new(Repeat::Idempotent));
        let gone = |course: &Course, method| course.is_success(&method, StatusCode::NOT_FOUND);
        assert!(!gone(&course, Method::DELETE));
        retry.decide(&mut course, &retry.to_budget(), Outcome::Unknown, SECOND, 0);
        assert!(gone(&course, Method::DELETE) && !gone(&course, Method::PATCH));
        assert!(!course.is_success(&Method::DELETE, StatusCode::PRECONDITION_FAILED));
    }

    fn repeats() -> impl Strategy<Value = Repeat> {
        prop::sample::select(vec![Repeat::Safe, Repeat::Idempotent, Repeat::Conditional, Repeat::Once])
    }

    fn outcomes() -> impl Strategy<Value = Outcome> {
        let status = prop::sample::select(vec![200, 404, 412, 429, 500, 502, 503, 504]);
        let told = prop::option::of((0_u64..400_000).prop_map(Duration::from_millis));
        prop_oneof![
            Just(Outcome::NotSent),
            Just(Outcome::Unknown),
            (status, told).prop_map(|(status, told)| Outcome::Answered(StatusCode::from_u16(status).unwrap(), told)),
        ]
    }

    proptest! {
        #[test]
        fn each_course_keeps_to_its_bounds(
            repeat in repeats(),
            steps in prop::collection::vec((outcomes(), 0_u64..20_000, any::<u64>()), 1..40),
            attempts in 0_u32..12,
            total in 0_u64..600_000,
            max_wait in 0_u64..300_000,
        ) {
            let (total, max_wait) = (Duration::from_millis(total), Duration::from_millis(max_wait));
            let retry = Retry::new().attempts(attempts).total(total).max_wait(max_wait);
            let (mut course, budget) = (Course::new(repeat), retry.to_budget());
            let mut elapsed = Duration::ZERO;
            let mut sent = 0;
            for (outcome, took, random) in steps {
                sent += 1;
                elapsed += Duration::from_millis(took);
                let decision = retry.decide(&mut course, &budget, outcome, elapsed, random);
                prop_assert_eq!(course.attempts(), sent);
                let Decision::Wait(wait) = decision else { break };
                if let Some(told) = outcome.retry_after() {
                    prop_assert!(wait >= told && told <= max_wait);
                }
                if outcome == Outcome::Unknown {
                    prop_assert!(!matches!(repeat, Repeat::Once | Repeat::Conditional));
                }
                prop_assert!(repeat.allows(outcome));
                elapsed += wait;
                prop_assert!(elapsed <= total);
                prop_assert!(sent < attempts.max(1));
            }
        }
    }
}
