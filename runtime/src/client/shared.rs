//! What a client holds beside its transport: credentials, what its clones share, and whom it tells of attempts.

use core::sync::atomic::{AtomicBool, Ordering};
use core::time::Duration;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use http::header::HeaderValue;
use http::{Method, StatusCode};

use crate::client::tokens::Tokens;
use crate::policy::budget::Budget;
use crate::policy::gate::Gate;
use crate::policy::retry::Retry;

/// Where the token comes from.
#[derive(Clone)]
pub(crate) enum Credentials {
    None,
    Fixed(HeaderValue),
    Provider(Arc<Tokens>),
}

pub(crate) type Observer = Arc<dyn Fn(&Attempt<'_>) + Send + Sync>;

/// What the clones of a client share.
pub(crate) struct Shared {
    pub(crate) budget: Budget,
    gate: Mutex<Gate>,
    /// Whether the gate is to be asked: seldom.
    pub(crate) is_closed: AtomicBool,
    /// The moment that the gate counts from.
    begin: Instant,
}

impl Shared {
    pub(crate) fn new(retry: &Retry) -> Self {
        Self {
            budget: retry.to_budget(),
            gate: Mutex::new(Gate::new(retry.longest_wait())),
            is_closed: AtomicBool::new(false),
            begin: Instant::now(),
        }
    }

    /// Asks the gate, with the moment that it counts by.
    pub(crate) fn at_gate<V>(&self, ask: impl FnOnce(&mut Gate, Duration) -> V) -> V {
        let mut gate = self.gate.lock().unwrap_or_else(PoisonError::into_inner);
        ask(&mut gate, self.begin.elapsed())
    }

    /// Closes the gate after a 429, for as long as the service asks, or else as long as the request itself waits.
    pub(crate) fn throttled(&self, key: &str, scope: Option<&str>, wait: Option<Duration>) {
        let Some(wait) = wait else { return };
        self.at_gate(|gate, now| gate.closed(key, scope, wait, now));
        self.is_closed.store(true, Ordering::Release);
    }
}

/// One attempt of a request, after it ended: what [`Client::observe`](crate::Client::observe) is told.
#[derive(Debug)]
pub struct Attempt<'a> {
    pub(crate) method: &'a Method,
    pub(crate) number: u32,
    pub(crate) status: Option<StatusCode>,
    pub(crate) took: Duration,
    pub(crate) wait: Option<Duration>,
}

impl Attempt<'_> {
    /// The HTTP method.
    #[must_use]
    pub fn method(&self) -> &Method {
        self.method
    }

    /// Which attempt it was: 1 for the first.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.number
    }

    /// The status of the answer; `None` where there was none.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.status
    }

    /// How long the attempt took.
    #[must_use]
    pub fn took(&self) -> Duration {
        self.took
    }

    /// After which wait another attempt follows; `None` where none does.
    #[must_use]
    pub fn wait(&self) -> Option<Duration> {
        self.wait
    }
}
