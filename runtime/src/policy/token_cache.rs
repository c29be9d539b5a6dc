//! The token of a client: when it serves, when the next one is asked for, and by whom.

use core::time::Duration;
use std::sync::Arc;
use std::time::SystemTime;

use http::header::HeaderValue;

use crate::error::Error;
use crate::policy::token::AccessToken;

/// How long before it expires a token is refreshed, where it names no moment of its own.
const EARLY: Duration = Duration::from_secs(300);
/// After a refresh that brought nothing better than the token there is, the time to the next one. It doubles each time.
const PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_secs(64);

/// Keeps the token, and gives at most one caller at a time, for each text of claims, the task to refresh it.
///
/// It does not wait, and knows no time but what it is told: [`ask`](Self::ask) says what to do, and the outcome of a
/// refresh is told to [`finish`](Self::finish).
#[derive(Default)]
pub(crate) struct TokenCache {
    held: Option<Held>,
    running: Vec<Refresh>,
    /// How many refreshes have begun.
    begun: u64,
    /// How many refreshes in a row brought nothing better than the token there was.
    setbacks: u32,
    /// Until then, a token that still serves is not refreshed again.
    pause_until: Option<SystemTime>,
}

/// The token that serves.
struct Held {
    authorization: HeaderValue,
    claims: Option<Arc<str>>,
    expires_at: Option<SystemTime>,
    due_at: Option<SystemTime>,
    /// The refresh that brought it.
    number: u64,
}

/// A refresh that has begun and not ended.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Refresh {
    number: u64,
    claims: Option<Arc<str>>,
}

impl Refresh {
    /// The claims that the token is asked for with.
    pub(crate) fn claims(&self) -> Option<&str> {
        self.claims.as_deref()
    }
}

/// What a caller is to do.
#[derive(Debug, Eq, PartialEq)]
pub(crate) enum Step {
    /// Send the request with this header.
    Send(HeaderValue),
    /// Send it, and let this refresh run beside it.
    SendAndRefresh(HeaderValue, Refresh),
    /// Run this refresh, and wait for it.
    Refresh(Refresh),
    /// Wait for this refresh, which runs already.
    Join(Refresh),
}

impl TokenCache {
    /// What a caller is to do that needs a token, with these claims if the service has asked for some.
    pub(crate) fn ask(&mut self, claims: Option<&str>, now: SystemTime) -> Step {
        let serves = |held: &&Held| held.is_valid(now) && (claims.is_none() || held.claims.as_deref() == claims);
        if let Some(held) = self.held.as_ref().filter(serves) {
            let authorization = held.authorization.clone();
            let is_refreshed = held.is_due(now) && self.running.is_empty() && !self.pauses(now);
            return if is_refreshed {
                // The claims are those of one refusal; a later token is asked for without.
                Step::SendAndRefresh(authorization, self.begin(None))
            } else {
                Step::Send(authorization)
            };
        }
        // A token with claims serves those who need none as well.
        let is_for_them = |refresh: &&Refresh| claims.is_none() || refresh.claims() == claims;
        match self.running.iter().rev().find(is_for_them) {
            Some(refresh) => Step::Join(refresh.clone()),
            None => Step::Refresh(self.begin(claims)),
        }
    }

    fn begin(&mut self, claims: Option<&str>) -> Refresh {
        self.begun += 1;
        let refresh = Refresh { number: self.begun, claims: claims.map(Arc::from) };
        self.running.push(refresh.clone());
        refresh
    }

    /// Ends a refresh. Gives the header that the new token makes, or why it makes none.
    pub(crate) fn finish<E: From<Error>>(
        &mut self,
        refresh: &Refresh,
        outcome: Result<AccessToken, E>,
        now: SystemTime,
    ) -> Result<HeaderValue, E> {
        self.abandon(refresh);
        let still_serves = self.held.as_ref().is_some_and(|held| held.is_valid(now));
        let outcome = outcome.and_then(|token| {
            let authorization = token.authorization()?;
            Ok(Held::new(&token, authorization, refresh, now))
        });
        let is_better = outcome.as_ref().is_ok_and(|new| !new.is_due(now));
        if refresh.claims.is_none() {
            self.setbacks = if is_better || !still_serves { 0 } else { self.setbacks.saturating_add(1) };
            let pause = |setbacks: u32| PAUSE.saturating_mul(1 << (setbacks - 1).min(6)).min(LONGEST_PAUSE);
            self.pause_until = (self.setbacks > 0).then(|| now + pause(self.setbacks));
        }
        let new = outcome?;
        let authorization = new.authorization.clone();
        // A refresh that began earlier may end later, and bring a token that lacks the claims.
        if self.held.as_ref().is_none_or(|held| held.number < new.number) {
            self.held = Some(new);
        }
        Ok(authorization)
    }

    /// Forgets a refresh that nobody will finish: the next caller begins another.
    pub(crate) fn abandon(&mut self, refresh: &Refresh) {
        self.running.retain(|running| running.number != refresh.number);
    }

    /// Drops the token that the service refused, unless another one has taken its place.
    pub(crate) fn refuse(&mut self, sent: &HeaderValue) {
        self.held.take_if(|held| held.authorization == *sent);
    }

    fn pauses(&self, now: SystemTime) -> bool {
        // A clock that was set back does not prolong the pause.
        self.pause_until
            .and_then(|until| until.duration_since(now).ok())
            .is_some_and(|left| left <= LONGEST_PAUSE && !left.is_zero())
    }
}

impl Held {
    fn new(token: &AccessToken, authorization: HeaderValue, refresh: &Refresh, now: SystemTime) -> Self {
        let expires_at = token.expiry();
        let early = |at: SystemTime| {
            let life = at.duration_since(now).unwrap_or_default();
            at.checked_sub(EARLY.min(life / 2)).unwrap_or(at)
        };
        let due_at = token.refresh().or_else(|| expires_at.map(early));
        Self { authorization, claims: refresh.claims.clone(), expires_at, due_at, number: refresh.number }
    }

    fn is_valid(&self, now: SystemTime) -> bool {
        self.expires_at.is_none_or(|at| now < at)
    }

    fn is_due(&self, now: SystemTime) -> bool {
        self.due_at.is_some_and(|at| now >= at)
    }
}

#[cfg(test)]
mod tests;
