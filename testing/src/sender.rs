//! What is sent to a subscriber next, and when: a value without I/O and without a clock.
//!
//! Moments are times since one that the caller chooses.

mod fate;

use std::collections::VecDeque;
use std::time::Duration;

use bytes::Bytes;
use http::Request;
use http::header::CONTENT_TYPE;
use serde_json::{Value, json};

pub use self::fate::{Deliveries, Fate};
use crate::wire;

/// How long a notification waits for a later one that is to come before it.
const PATIENCE: Duration = Duration::from_secs(1);

#[derive(Debug)]
pub(crate) struct Sender {
    how: Deliveries,
    /// What is to happen to the next notifications.
    pub(crate) fates: VecDeque<Fate>,
    /// How many notifications there were.
    announced: u64,
    /// Those that no moment is known of yet.
    fresh: Vec<(Notice, Fate)>,
    /// In the order in which they came.
    waiting: Vec<Delivery>,
    under_way: usize,
}

/// A notification, and where it goes.
#[derive(Clone, Debug)]
pub(crate) struct Notice {
    pub(crate) url: String,
    pub(crate) item: Value,
    number: u64,
}

/// One request to a subscriber.
#[derive(Clone, Debug)]
pub(crate) struct Delivery {
    notices: Vec<Notice>,
    since: Duration,
    due: Duration,
    failures: u32,
    /// It lets a later one go first.
    yields: bool,
}

/// What there is to do.
#[derive(Debug)]
pub(crate) enum Next {
    /// To be sent; [`Sender::answered`] takes it back.
    Send(Delivery),
    /// Nothing before this moment.
    Wait(Duration),
    Nothing,
}

impl Sender {
    pub(crate) fn new(how: Deliveries) -> Self {
        let (fates, fresh, waiting) = (VecDeque::new(), Vec::new(), Vec::new());
        Self { how, fates, announced: 0, fresh, waiting, under_way: 0 }
    }

    /// Takes a notification.
    pub(crate) fn announce(&mut self, url: &str, item: Value) {
        self.announced += 1;
        let fate = self.fates.pop_front().unwrap_or_else(|| self.how.fate(self.announced));
        self.fresh.push((Notice { url: url.to_owned(), item, number: self.announced }, fate));
    }

    /// How many requests are not at an end yet.
    pub(crate) fn pending(&self) -> usize {
        self.fresh.len() + self.waiting.len() + self.under_way
    }

    /// What there is to do at this moment.
    pub(crate) fn next(&mut self, now: Duration) -> Next {
        for (notice, fate) in std::mem::take(&mut self.fresh) {
            let plain = Delivery { notices: vec![notice], since: now, due: now, failures: 0, yields: false };
            match fate {
                Fate::Sent => self.waiting.push(plain),
                Fate::Twice => self.waiting.extend([plain.clone(), plain]),
                Fate::Late(by) => self.waiting.push(Delivery { due: now.saturating_add(by), ..plain }),
                Fate::Behind => self.waiting.push(Delivery { due: now + PATIENCE, yields: true, ..plain }),
                Fate::Lost => {}
            }
        }
        let Some(due) = self.waiting.iter().map(|delivery| delivery.due).min() else { return Next::Nothing };
        let Some(first) = self.waiting.iter().position(|delivery| delivery.due == due && due <= now) else {
            return Next::Wait(due);
        };
        let mut delivery = self.waiting.remove(first);
        self.fill(&mut delivery, now);
        let last = delivery.notices.iter().map(|notice| notice.number).max();
        for other in self.waiting.iter_mut().filter(|other| other.yields) {
            if other.notices.iter().all(|notice| Some(notice.number) < last) {
                (other.due, other.yields) = (now, false);
            }
        }
        self.under_way += 1;
        Next::Send(delivery)
    }

    /// Adds what can go with it.
    fn fill(&mut self, delivery: &mut Delivery, now: Duration) {
        let url = delivery.notices[0].url.clone();
        let mut at = 0;
        while delivery.failures == 0 && delivery.notices.len() < self.how.per_request && at < self.waiting.len() {
            let other = &self.waiting[at];
            if other.due <= now && other.failures == 0 && other.notices[0].url == url {
                delivery.notices.extend(self.waiting.remove(at).notices);
            } else {
                at += 1;
            }
        }
    }

    /// The subscriber took it, by a 2xx in time; or it has to be sent again.
    pub(crate) fn answered(&mut self, mut delivery: Delivery, taken: bool, now: Duration) {
        self.under_way = self.under_way.saturating_sub(1);
        if taken {
            return;
        }
        let pause = self.how.first_repeat.saturating_mul(1 << delivery.failures.min(20));
        delivery.failures += 1;
        delivery.due = now.saturating_add(pause);
        if delivery.due.saturating_sub(delivery.since) <= self.how.give_up {
            self.waiting.push(delivery);
        }
    }

    /// Whether there is something that [`next`](Self::next) has not seen.
    #[cfg(feature = "server")]
    pub(crate) fn has_fresh(&self) -> bool {
        !self.fresh.is_empty()
    }

    /// How long a subscriber has for an answer.
    #[cfg(feature = "server")]
    pub(crate) fn patience(&self) -> Duration {
        self.how.answer_within
    }
}

impl Delivery {
    /// The request; `None` where the URL is none.
    pub(crate) fn request(&self) -> Option<Request<Bytes>> {
        let items: Vec<&Value> = self.notices.iter().map(|notice| &notice.item).collect();
        let request = Request::post(&self.notices[0].url).header(CONTENT_TYPE, "application/json; charset=utf-8");
        request.body(wire::to_bytes(&json!({ "value": items }))).ok()
    }
}

#[cfg(test)]
mod tests;
