//! What follows a change that somebody else's came before, or whose outcome is not known.

use core::time::Duration;

use http::StatusCode;

use crate::error::{Error, ErrorKind};
use crate::policy::jitter::part;

/// By how much the longest wait grows with each conflict, and to how many times the time that a try takes. Of so many
/// who change one resource at once, most are through after two conflicts.
const GROWTH: u32 = 8;
const MOST: u32 = 64;
/// A try that takes less counts as this: no timer is finer.
const SHORTEST: Duration = Duration::from_millis(1);
const LONGEST: Duration = Duration::from_secs(30);

/// The tries of one change.
#[derive(Debug)]
pub(crate) struct Saving {
    left: u32,
    /// How many times a try takes the next wait is at most.
    times: u32,
}

/// How a try failed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Setback {
    /// Somebody else changed the resource before.
    Conflict,
    /// The service may have done it.
    Unknown,
    /// It was refused, or not sent.
    Refused,
}

/// What follows.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Step {
    /// Wait so long, reload, merge, and try again what is left.
    Again(Duration),
    /// Reload to see whether it was done.
    Look,
    /// Give the error to the caller.
    Stop,
}

impl Saving {
    /// So many tries; 0 counts as 1.
    pub(crate) fn new(attempts: u32) -> Self {
        Self { left: attempts.max(1), times: 1 }
    }

    /// Counts a try that failed after this time. `random` is any number, each as likely as the others.
    pub(crate) fn after(&mut self, setback: Setback, took: Duration, random: u64) -> Step {
        self.left = self.left.saturating_sub(1);
        match setback {
            Setback::Refused => Step::Stop,
            Setback::Unknown if self.left == 0 => Step::Look,
            Setback::Conflict if self.left == 0 => Step::Stop,
            Setback::Unknown => Step::Again(Duration::ZERO),
            Setback::Conflict => {
                self.times = self.times.saturating_mul(GROWTH).min(MOST);
                let longest = took.max(SHORTEST).saturating_mul(self.times).min(LONGEST);
                Step::Again(part(longest, random))
            }
        }
    }
}

impl Setback {
    /// What the error of a change says.
    pub(crate) fn of(error: &Error) -> Self {
        match error.status() {
            Some(StatusCode::PRECONDITION_FAILED) => Self::Conflict,
            Some(StatusCode::CONFLICT) if error.code().is_some_and(is_of_version) => Self::Conflict,
            Some(status) if status.is_success() && error.kind() != ErrorKind::Accepted => Self::Unknown,
            Some(StatusCode::INTERNAL_SERVER_ERROR | StatusCode::BAD_GATEWAY | StatusCode::GATEWAY_TIMEOUT) => {
                Self::Unknown
            }
            None if error.kind() == ErrorKind::Transport && error.was_sent() != Some(false) => Self::Unknown,
            _ => Self::Refused,
        }
    }
}

/// Whether the code of a 409 says that the resource is in another version. Others say that a name is taken.
///
/// Source: Microsoft Graph, "Planner: common error conditions", "error responses"; Exchange Web Services, `ResponseCode`.
fn is_of_version(code: &str) -> bool {
    const CODES: [&str; 5] = [
        "Conflict",
        "resourceModified",
        "ErrorIrresolvableConflict",
        "ConcurrencyViolation",
        "Directory_ConcurrencyViolation",
    ];
    CODES.iter().any(|known| known.eq_ignore_ascii_case(code))
}

#[cfg(test)]
mod tests {
    use core::time::Duration;
    use std::collections::BTreeSet;

    use http::{HeaderMap, StatusCode};
    use proptest::prelude::*;

    use super::{LONGEST, MOST, SHORTEST, Saving, Setback, Step};
    use crate::error::{Error, ErrorKind, Failure};

    const TRY: Duration = Duration::from_millis(100);

    #[test]
    fn a_conflict_waits_and_an_unknown_outcome_is_looked_at() {
        let mut saving = Saving::new(4);
        assert_eq!(saving.after(Setback::Conflict, TRY, 1 << 63), Step::Again(TRY * 4));
        assert_eq!(saving.after(Setback::Unknown, TRY, 1 << 63), Step::Again(Duration::ZERO));
        assert_eq!(saving.after(Setback::Conflict, TRY, 1 << 63), Step::Again(TRY * 32));
        assert_eq!(saving.after(Setback::Conflict, TRY, 0), Step::Stop);
        assert_eq!(Saving::new(0).after(Setback::Unknown, TRY, 0), Step::Look);
        assert_eq!(Saving::new(9).after(Setback::Refused, TRY, 0), Step::Stop);
    }

    proptest! {
        #[test]
        fn tries_and_waits_are_bounded(
            attempts in 0_u32..9,
            steps in prop::collection::vec((any::<bool>(), 0_u64..400_000_000, any::<u64>()), 12),
        ) {
            let (mut saving, mut tries) = (Saving::new(attempts), 0);
            for (is_conflict, micros, random) in steps {
                tries += 1;
                let took = Duration::from_micros(micros);
                let setback = if is_conflict { Setback::Conflict } else { Setback::Unknown };
                let Step::Again(wait) = saving.after(setback, took, random) else { break };
                prop_assert!(wait <= LONGEST && wait <= took.max(SHORTEST) * MOST);
                prop_assert!(is_conflict || wait.is_zero());
            }
            prop_assert_eq!(tries, attempts.max(1));
        }
    }

    /// So many who change one resource at once, each once: how often each of them tries. A try reads the version and
    /// writes 100 ms later, and is in vain where another one wrote between.
    fn tries_of(contenders: usize, waits: impl Fn(&mut Saving, u64) -> Duration) -> Vec<u32> {
        let mut random = 7_u64;
        let mut next = move || {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            random ^ (random >> 29)
        };
        let mut writers: Vec<_> = (0..contenders).map(|_| (Saving::new(u32::MAX), 0)).collect();
        // When a try ends, whose it is, and when it read.
        let mut ends: BTreeSet<_> = (0..contenders).map(|writer| (TRY, writer, Duration::ZERO)).collect();
        let mut written = None;
        while let Some((now, writer, read)) = ends.pop_first() {
            let (saving, tries) = &mut writers[writer];
            *tries += 1;
            if written.is_none_or(|written| written <= read) {
                written = Some(now);
            } else {
                let read = now + waits(saving, next());
                ends.insert((read + TRY, writer, read));
            }
        }
        let mut tries: Vec<_> = writers.into_iter().map(|(_, tries)| tries).collect();
        tries.sort_unstable();
        tries
    }

    #[test]
    fn many_who_change_one_resource_at_once_need_few_tries() {
        // Each with a client of its own: the first conflict gives a turn, and no wait.
        let policy = |saving: &mut Saving, random| {
            let is_first = saving.times == 1;
            match saving.after(Setback::Conflict, TRY, random) {
                Step::Again(wait) => {
                    if is_first {
                        Duration::ZERO
                    } else {
                        wait
                    }
                }
                step => panic!("{step:?}"),
            }
        };
        for contenders in [2, 8, 64] {
            let tries = tries_of(contenders, policy);
            assert!(tries[contenders / 2] <= 4 && *tries.last().unwrap() <= 9, "{contenders}: {tries:?}");
        }
        let at_once = tries_of(64, |_, _| Duration::ZERO);
        assert_eq!((at_once[32], at_once[63]), (33, 64), "what it is good for");
    }

    #[test]
    fn errors_say_what_happened() {
        let service = |status: u16, code: &str| {
            let body = format!(r#"{{"error":{{"code":"{code}","message":"m"}}}}"#);
            Setback::of(&Error::of_service(StatusCode::from_u16(status).unwrap(), &HeaderMap::new(), body.as_bytes()))
        };
        assert_eq!(service(412, "x"), Setback::Conflict);
        for (code, expected) in [
            ("Conflict", Setback::Conflict),
            ("resourceModified", Setback::Conflict),
            ("nameAlreadyExists", Setback::Refused),
            ("", Setback::Refused),
        ] {
            assert_eq!(service(409, code), expected, "{code}");
        }
        for status in [400, 403, 404, 423, 429, 503] {
            assert_eq!(service(status, "x"), Setback::Refused, "{status}");
        }
        for status in [500, 502, 504] {
            assert_eq!(service(status, "x"), Setback::Unknown, "{status}");
        }
        let transport = |was_sent| {
            Setback::of(&Error::of_failure(Failure { was_sent, ..Failure::default() }, std::io::Error::other("x")))
        };
        assert_eq!(transport(None), Setback::Unknown);
        assert_eq!(transport(Some(true)), Setback::Unknown);
        assert_eq!(transport(Some(false)), Setback::Refused);
        let done = |kind, status| Setback::of(&Error::new(kind, "x").of_answer(status, &HeaderMap::new()));
        assert_eq!(done(ErrorKind::Decode, StatusCode::OK), Setback::Unknown);
        assert_eq!(done(ErrorKind::BodyLost, StatusCode::OK), Setback::Unknown);
        assert_eq!(done(ErrorKind::Accepted, StatusCode::ACCEPTED), Setback::Refused);
        assert_eq!(Setback::of(&Error::new(ErrorKind::Token, "x")), Setback::Refused);
    }
}
