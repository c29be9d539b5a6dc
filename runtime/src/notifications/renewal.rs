//! Renewal: what a subscription needs next, and when.

use core::cmp::min;
use core::time::Duration;

use time::OffsetDateTime;

use crate::error::Error;
use crate::notifications::notification::{LifecycleEvent, LifecycleNotification};

/// What a subscription needs.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Action {
    /// [`renew`](crate::resource::At::renew) it, and say so with [`Renewal::renewed`].
    Renew,
    /// [`reauthorize`](crate::resource::At::reauthorize) it, and say so with [`Renewal::reauthorized`].
    Reauthorize,
    /// It is gone: create it anew, begin another [`Renewal`], and reconcile, since nothing was announced meanwhile.
    Recreate,
}

/// What one subscription needs next: a state machine without a clock.
///
/// A subscription is renewed when three quarters of its life are over, or a little earlier, by the jitter. It is
/// reauthorized when Graph asks for it, and recreated when it is gone. An attempt that failed is due again after as long
/// as the service asked, or else after one minute, then two, four and so on, up to 15.
///
/// Moments are anything that converts into a `time::OffsetDateTime`: a `SystemTime`, a
/// [`DateTimeOffset`](crate::DateTimeOffset).
///
/// # Examples
///
/// ```
/// use std::time::{Duration, SystemTime};
///
/// use graph_resource::notifications::{Action, Renewal};
///
/// let (now, hour) = (SystemTime::now(), Duration::from_secs(3_600));
/// // A subscription of four hours, created just now:
/// let mut renewal = Renewal::new(now + 4 * hour, 4 * hour);
/// assert_eq!(renewal.due(now), None);
/// assert_eq!(renewal.due(now + 3 * hour), Some(Action::Renew));
/// // After the `PATCH`:
/// renewal.renewed(now + 7 * hour);
/// assert_eq!(renewal.due(now + 3 * hour), None);
/// ```
///
/// Source: Microsoft Graph, "reduce missing change notifications and removed subscriptions".
#[derive(Clone, Debug, PartialEq)]
pub struct Renewal {
    expires: OffsetDateTime,
    life: Duration,
    /// From 0 to 1.
    jitter: f64,
    needs_authorization: bool,
    is_gone: bool,
    failures: u32,
    /// After a failure: nothing is due before.
    paused_until: Option<OffsetDateTime>,
}

const FIRST_PAUSE: Duration = Duration::from_secs(60);
const LONGEST_PAUSE: Duration = Duration::from_secs(15 * 60);

impl Renewal {
    /// A subscription that expires at this moment, as Graph answered, and that each renewal is to keep for this long.
    #[must_use]
    pub fn new(expires: impl Into<OffsetDateTime>, life: Duration) -> Self {
        Self {
            expires: expires.into(),
            life,
            jitter: 0.0,
            needs_authorization: false,
            is_gone: false,
            failures: 0,
            paused_until: None,
        }
    }

    /// How much earlier than necessary it is renewed: a random number from 0 to 1 for up to an eighth of its life, so that
    /// subscriptions that were created at once are not renewed at once.
    #[must_use]
    pub fn jitter(mut self, random: f64) -> Self {
        self.jitter = if random.is_nan() { 0.0 } else { random.clamp(0.0, 1.0) };
        self
    }

    /// What the subscription needs at this moment; `None` where it needs nothing yet.
    #[must_use]
    pub fn due(&self, now: impl Into<OffsetDateTime>) -> Option<Action> {
        let now = now.into();
        if self.paused_until.is_some_and(|until| now < until) {
            return None;
        }
        if self.is_gone || now >= self.expires {
            Some(Action::Recreate)
        } else if now >= self.renews() {
            // That reauthorizes it as well.
            Some(Action::Renew)
        } else {
            self.needs_authorization.then_some(Action::Reauthorize)
        }
    }

    /// The moment at which something is due next, for a timer. It may be past.
    #[must_use]
    pub fn next_due(&self) -> OffsetDateTime {
        let next = if self.is_gone || self.needs_authorization { OffsetDateTime::UNIX_EPOCH } else { self.renews() };
        self.paused_until.map_or(next, |until| next.max(until))
    }

    /// The moment from which on it is renewed.
    fn renews(&self) -> OffsetDateTime {
        let before = self.life / 4 + (self.life / 8).mul_f64(self.jitter);
        self.expires.checked_sub(before.try_into().unwrap_or_default()).unwrap_or(self.expires)
    }

    /// Graph notified of the subscription.
    pub fn notified(&mut self, notification: &LifecycleNotification) {
        match notification.event() {
            LifecycleEvent::ReauthorizationRequired => self.needs_authorization = true,
            LifecycleEvent::SubscriptionRemoved => self.is_gone = true,
            LifecycleEvent::Missed | LifecycleEvent::Unknown(_) => {}
        }
    }

    /// The subscription was renewed, and expires at this moment, as Graph answered.
    pub fn renewed(&mut self, expires: impl Into<OffsetDateTime>) {
        self.expires = expires.into();
        self.reauthorized();
    }

    /// The subscription was reauthorized.
    pub fn reauthorized(&mut self) {
        (self.needs_authorization, self.failures, self.paused_until) = (false, 0, None);
    }

    /// What was due failed at this moment. After 404, and after 410, the subscription is gone.
    pub fn failed(&mut self, now: impl Into<OffsetDateTime>, error: &Error) {
        if !self.is_gone && error.status().is_some_and(|status| matches!(status.as_u16(), 404 | 410)) {
            self.is_gone = true;
            return;
        }
        let doubled = FIRST_PAUSE.saturating_mul(1 << self.failures.min(10));
        let pause = error.retry_after().unwrap_or(min(doubled, LONGEST_PAUSE));
        self.failures = self.failures.saturating_add(1);
        self.paused_until = now.into().checked_add(pause.try_into().unwrap_or(time::Duration::MAX));
    }
}

#[cfg(test)]
mod tests {
    use core::time::Duration;

    use bytes::Bytes;
    use http::{HeaderMap, HeaderValue, StatusCode};
    use time::OffsetDateTime;

    use super::{Action, Renewal};
    use crate::error::Error;
    use crate::notifications::batch::Batch;
    use crate::notifications::notification::{LifecycleNotification, Notification};
    use crate::notifications::receive::{Received, receive};

    const MINUTE: Duration = Duration::from_secs(60);

    fn at(minutes: u32) -> OffsetDateTime {
        OffsetDateTime::UNIX_EPOCH + time::Duration::days(20_000) + MINUTE * minutes
    }

    fn batch(event: &str) -> Batch {
        let body = format!(r#"{{"value":[{{"subscriptionId":"7","clientState":"s","lifecycleEvent":"{event}"}}]}}"#);
        match receive(&http::Request::post("/").body(Bytes::from(body)).unwrap()) {
            Ok(Received::Notifications(batch)) => batch,
            other => panic!("{other:?}"),
        }
    }

    fn event(event: &str) -> LifecycleNotification {
        match batch(event).verified(|_| Some("s")).next() {
            Some(Notification::Lifecycle(lifecycle)) => lifecycle,
            other => panic!("{other:?}"),
        }
    }

    fn failure(status: u16) -> Error {
        Error::of_service(StatusCode::from_u16(status).unwrap(), &HeaderMap::new(), b"")
    }

    /// A life of 80 minutes, from minute 0.
    fn renewal() -> Renewal {
        Renewal::new(at(80), MINUTE * 80)
    }

    #[test]
    fn it_is_renewed_in_time_and_by_jitter_earlier() {
        for (jitter, minute) in [(0.0, 60), (0.5, 55), (1.0, 50), (7.0, 50), (-1.0, 60), (f64::NAN, 60)] {
            let mut renewal = renewal().jitter(jitter);
            assert_eq!(renewal.next_due(), at(minute), "{jitter}");
            assert_eq!(renewal.due(at(minute - 1)), None);
            assert_eq!(renewal.due(at(minute)), Some(Action::Renew));
            renewal.renewed(at(140));
            assert_eq!(renewal.due(at(minute)), None);
            assert_eq!(renewal.due(at(minute + 60)), Some(Action::Renew));
            assert_eq!(renewal.due(at(140)), Some(Action::Recreate));
        }
    }

    #[test]
    fn it_is_reauthorized_when_graph_asks_for_it() {
        let mut renewal = renewal();
        renewal.notified(&event("reauthorizationRequired"));
        assert_eq!(renewal.due(at(1)), Some(Action::Reauthorize));
        assert!(renewal.next_due() < at(1));
        // A renewal reauthorizes as well, so that one request is enough.
        assert_eq!(renewal.due(at(60)), Some(Action::Renew));
        renewal.reauthorized();
        assert_eq!(renewal.due(at(1)), None);
        for other in ["missed", "somethingNew"] {
            renewal.notified(&event(other));
            assert_eq!(renewal.due(at(1)), None, "{other}");
        }
    }

    #[test]
    fn it_is_recreated_where_it_is_gone() {
        let mut removed = renewal();
        removed.notified(&event("subscriptionRemoved"));
        assert_eq!(removed.due(at(1)), Some(Action::Recreate));
        for status in [404, 410] {
            let mut renewal = renewal();
            renewal.failed(at(60), &failure(status));
            assert_eq!(renewal.due(at(60)), Some(Action::Recreate));
            // To create it may fail as well, and is tried again.
            renewal.failed(at(60), &failure(404));
            assert_eq!(renewal.due(at(60)), None);
            assert_eq!(renewal.due(at(61)), Some(Action::Recreate));
        }
    }

    #[test]
    fn what_failed_is_due_again_later() {
        let mut renewal = renewal();
        let mut now = at(60);
        for minutes in [1, 2, 4, 8, 15, 15] {
            renewal.failed(now, &failure(503));
            assert_eq!(renewal.next_due(), now + MINUTE * minutes);
            assert_eq!(renewal.due(now + MINUTE * minutes - Duration::from_secs(1)), None);
            now += MINUTE * minutes;
            let wanted = if now < at(80) { Action::Renew } else { Action::Recreate };
            assert_eq!(renewal.due(now), Some(wanted));
        }
        renewal.renewed(at(200));
        renewal.failed(at(180), &failure(500));
        assert_eq!(renewal.next_due(), at(181), "a success forgets the failures before it");

        let headers = HeaderMap::from_iter([(http::header::RETRY_AFTER, HeaderValue::from_static("300"))]);
        renewal.failed(at(180), &Error::of_service(StatusCode::TOO_MANY_REQUESTS, &headers, b""));
        assert_eq!(renewal.next_due(), at(185));
    }

    #[test]
    fn no_number_panics() {
        let mut renewal = Renewal::new(OffsetDateTime::UNIX_EPOCH, Duration::MAX).jitter(f64::INFINITY);
        assert_eq!(renewal.due(at(0)), Some(Action::Recreate));
        for _ in 0..100 {
            renewal.failed(at(0), &failure(500));
        }
        assert!(renewal.due(at(14)).is_none() && renewal.due(at(15)).is_some());
    }
}
