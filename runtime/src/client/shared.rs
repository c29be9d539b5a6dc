//! What a client holds beside its transport: credentials, what its clones share, and whom it tells of attempts.

use core::future::poll_fn;
use core::pin::pin;
use core::sync::atomic::{AtomicBool, Ordering};
use core::task::{Poll, Waker};
use core::time::Duration;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use http::header::HeaderValue;
use http::{Method, StatusCode};

use crate::client::tokens::Tokens;
use crate::policy::budget::Budget;
use crate::policy::gate::Gate;
use crate::policy::retry::Retry;
use crate::policy::turns::{Place, Turns};

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
    turns: Mutex<Turns>,
    /// Of those who wait for a turn, by the numbers of their places.
    wakers: Mutex<BTreeMap<u64, Waker>>,
    /// Whether writers wait for their turns: seldom.
    has_turns: AtomicBool,
    /// The moment that the gate and the turns count from.
    begin: Instant,
}

impl Shared {
    pub(crate) fn new(retry: &Retry) -> Self {
        Self {
            budget: retry.to_budget(),
            gate: Mutex::new(Gate::new(retry.longest_wait())),
            is_closed: AtomicBool::new(false),
            turns: Mutex::default(),
            wakers: Mutex::default(),
            has_turns: AtomicBool::new(false),
            begin: Instant::now(),
        }
    }

    /// Asks the gate, with the moment that it counts by.
    pub(crate) fn at_gate<V>(&self, ask: impl FnOnce(&mut Gate, Duration) -> V) -> V {
        let mut gate = self.gate.lock().unwrap_or_else(PoisonError::into_inner);
        ask(&mut gate, self.begin.elapsed())
    }

    /// A turn behind those who wait to write this resource; `None` where nobody does.
    pub(crate) fn turn_behind(&self, key: &str) -> Option<Turn<'_>> {
        if !self.has_turns.load(Ordering::Acquire) {
            return None;
        }
        let place = self.at_turns(|turns, _| turns.behind(key))?;
        Some(Turn { shared: self, place })
    }

    /// The turn of a writer that was overtaken.
    pub(crate) fn turn_of_overtaken(&self, key: &str, took: Duration) -> Turn<'_> {
        let place = self.at_turns(|turns, now| turns.overtaken(key, took, now));
        Turn { shared: self, place }
    }

    fn wakers(&self) -> MutexGuard<'_, BTreeMap<u64, Waker>> {
        self.wakers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn at_turns<V>(&self, ask: impl FnOnce(&mut Turns, Duration) -> V) -> V {
        let mut turns = self.turns.lock().unwrap_or_else(PoisonError::into_inner);
        let value = ask(&mut turns, self.begin.elapsed());
        self.has_turns.store(!turns.is_quiet(), Ordering::Release);
        value
    }

    /// Closes the gate after a 429, for as long as the service asks, or else as long as the request itself waits.
    pub(crate) fn throttled(&self, key: &str, scope: Option<&str>, wait: Option<Duration>) {
        let Some(wait) = wait else { return };
        self.at_gate(|gate, now| gate.closed(key, scope, wait, now));
        self.is_closed.store(true, Ordering::Release);
    }
}

/// A writer's turn, now or later; it ends with this value.
pub(crate) struct Turn<'s> {
    shared: &'s Shared,
    place: Place,
}

impl Turn<'_> {
    /// How long to wait before this is asked again; `None` where it is now.
    pub(crate) fn wait(&self) -> Option<Duration> {
        self.shared.at_turns(|turns, now| turns.wait(&self.place, now))
    }

    /// Whether it is to come, or is now, and was not lost.
    pub(crate) fn is_held(&self) -> bool {
        self.shared.at_turns(|turns, _| turns.is_held(&self.place))
    }

    /// Tells the turn of a wait of its own that has just ended.
    pub(crate) fn backed_off(&self) {
        self.shared.at_turns(|turns, now| turns.backed_off(&self.place, now));
    }

    /// Waits for as long as this, or until it is now. A blocking transport sleeps the whole time; it cannot be woken.
    pub(crate) async fn sleep(&self, sleep: impl Future<Output = ()>) {
        let (mut sleep, mut is_over) = (pin!(sleep), false);
        poll_fn(|cx| {
            if is_over {
                return Poll::Ready(());
            }
            if sleep.as_mut().poll(cx).is_ready() {
                // Once more, so that the others go on where waiting takes no time, as in tests.
                is_over = true;
                cx.waker().wake_by_ref();
                return Poll::Pending;
            }
            self.shared.wakers().insert(self.place.number(), cx.waker().clone());
            // It may have been given in between.
            if self.wait().is_none() { Poll::Ready(()) } else { Poll::Pending }
        })
        .await;
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let next = self.shared.at_turns(|turns, now| turns.leave(&self.place, now));
        let mut wakers = self.shared.wakers();
        wakers.remove(&self.place.number());
        let next = next.and_then(|next| wakers.remove(&next));
        drop(wakers);
        if let Some(next) = next {
            next.wake();
        }
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
