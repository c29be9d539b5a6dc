//! What happens to notifications on their way.

use std::time::Duration;

use crate::token::mix;

/// What happens to a notification on its way to the subscriber.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Fate {
    /// It is sent at once.
    Sent,
    /// It is sent two times.
    Twice,
    /// It is sent so much later.
    Late(Duration),
    /// It is sent after the next one that is announced, or a second later where none is.
    Behind,
    /// It is never sent.
    Lost,
}

/// How notifications are delivered: see [`EmbeddedGraph::with_subscriptions`](crate::EmbeddedGraph::with_subscriptions).
///
/// Chances are from 0 to 1 and of each notification; their sum is at most 1. The same seed and the same changes have the
/// same effect.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use graph_resource_testing::Deliveries;
///
/// let how = Deliveries::new().twice(0.1).behind(0.2).lost(0.05).seed(7).first_repeat(Duration::from_millis(50));
/// # let _ = how;
/// ```
///
/// Source: Microsoft Graph, "receive change notifications through webhooks".
#[derive(Clone, Debug)]
#[must_use = "it says how a service delivers, and does nothing before a service has it"]
pub struct Deliveries {
    chances: Vec<(f64, Fate)>,
    seed: u64,
    pub(super) first_repeat: Duration,
    pub(super) give_up: Duration,
    pub(super) per_request: usize,
    #[cfg_attr(not(feature = "server"), allow(dead_code, reason = "in memory, every answer comes at once"))]
    pub(super) answer_within: Duration,
}

impl Default for Deliveries {
    fn default() -> Self {
        Self::new()
    }
}

impl Deliveries {
    /// Each once, at once, in the order of the changes, alone in its request. An answer has 3 seconds; a delivery without
    /// a 2xx is repeated after 10 seconds, then 20, 40 and so on, for 4 hours.
    pub fn new() -> Self {
        Self {
            chances: Vec::new(),
            seed: 0,
            first_repeat: Duration::from_secs(10),
            give_up: Duration::from_secs(4 * 3_600),
            per_request: 1,
            answer_within: Duration::from_secs(3),
        }
    }

    /// The chance that one is sent two times.
    ///
    /// # Panics
    ///
    /// The sum of the chances is not from 0 to 1.
    pub fn twice(self, chance: f64) -> Self {
        self.chance(chance, Fate::Twice)
    }

    /// The chance that one is sent so much later.
    ///
    /// # Panics
    ///
    /// As in [`twice`](Self::twice).
    pub fn late(self, chance: f64, by: Duration) -> Self {
        self.chance(chance, Fate::Late(by))
    }

    /// The chance that one is sent after a later one.
    ///
    /// # Panics
    ///
    /// As in [`twice`](Self::twice).
    pub fn behind(self, chance: f64) -> Self {
        self.chance(chance, Fate::Behind)
    }

    /// The chance that one is never sent.
    ///
    /// # Panics
    ///
    /// As in [`twice`](Self::twice).
    pub fn lost(self, chance: f64) -> Self {
        self.chance(chance, Fate::Lost)
    }

    fn chance(mut self, chance: f64, fate: Fate) -> Self {
        self.chances.push((chance, fate));
        let sum: f64 = self.chances.iter().map(|(chance, _)| chance).sum();
        // A little more, since ten times 0.1 is not quite 1.
        assert!(chance >= 0.0 && sum <= 1.000_001, "the sum of the chances is from 0 to 1");
        self
    }

    /// Another run of the same chances.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// After which time a delivery is repeated first. Each further pause is twice as long.
    pub fn first_repeat(mut self, after: Duration) -> Self {
        self.first_repeat = after;
        self
    }

    /// For how long a delivery is repeated.
    pub fn give_up_after(mut self, time: Duration) -> Self {
        self.give_up = time;
        self
    }

    /// How many notifications to one URL share a request, where so many wait; at least 1.
    pub fn per_request(mut self, notifications: usize) -> Self {
        self.per_request = notifications.max(1);
        self
    }

    /// How long an answer to a delivery may take on a socket.
    pub fn answer_within(mut self, time: Duration) -> Self {
        self.answer_within = time;
        self
    }

    /// What happens to a notification by chance; the first has the number 1.
    pub(super) fn fate(&self, number: u64) -> Fate {
        // 53 bits: as many as `f64` has.
        #[allow(clippy::cast_precision_loss, reason = "the number has 53 bits")]
        let mut drawn = (mix(mix(self.seed) ^ number) >> 11) as f64 / (1_u64 << 53) as f64;
        for (chance, fate) in &self.chances {
            if drawn < *chance {
                return *fate;
            }
            drawn -= chance;
        }
        Fate::Sent
    }
}
