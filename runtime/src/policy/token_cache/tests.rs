//! Tests of the token cache, by a clock of their own.

use core::time::Duration;
use std::collections::BTreeMap;
use std::time::SystemTime;

use http::header::HeaderValue;
use proptest::prelude::*;

use super::{LONGEST_PAUSE, Refresh, Step, TokenCache};
use crate::error::{Error, ErrorKind};
use crate::policy::token::AccessToken;

const CLAIMS: Option<&str> = Some(r#"{"access_token":{}}"#);

fn at(second: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_600_000_000 + second)
}

fn token(name: &str, due: u64, end: u64) -> AccessToken {
    AccessToken::new(name).refresh_at(at(due)).expires_at(at(end))
}

/// Ends a refresh with a token.
fn good(cache: &mut TokenCache, refresh: &Refresh, token: AccessToken, second: u64) {
    cache.finish(refresh, Ok::<_, Error>(token), at(second)).unwrap();
}

fn failed() -> Result<AccessToken, Error> {
    Err(Error::new(ErrorKind::Transport, "no token"))
}

fn send(name: &str) -> Step {
    Step::Send(HeaderValue::try_from(format!("Bearer {name}")).unwrap())
}

/// The refresh that a caller is to run.
fn refresh(step: Step) -> Refresh {
    match step {
        Step::Refresh(refresh) | Step::SendAndRefresh(_, refresh) => refresh,
        other => panic!("{other:?}"),
    }
}

/// A cache that holds a token.
fn holding(name: &str, due: u64, end: u64) -> TokenCache {
    let mut cache = TokenCache::default();
    let first = refresh(cache.ask(None, at(0)));
    good(&mut cache, &first, token(name, due, end), 0);
    cache
}

#[test]
fn ten_thousand_callers_without_a_token_share_one_refresh() {
    let mut cache = TokenCache::default();
    let first = refresh(cache.ask(None, at(0)));
    for _ in 1..10_000 {
        assert_eq!(cache.ask(None, at(1)), Step::Join(first.clone()));
    }
    good(&mut cache, &first, token("a", 50, 60), 2);
    for _ in 0..10_000 {
        assert_eq!(cache.ask(None, at(2)), send("a"));
    }
}

#[test]
fn none_of_ten_thousand_callers_waits_while_the_old_token_is_valid() {
    let mut cache = holding("old", 50, 100);
    assert_eq!(cache.ask(None, at(49)), send("old"));
    let Step::SendAndRefresh(_, next) = cache.ask(None, at(50)) else { panic!("not due") };
    for _ in 1..10_000 {
        assert_eq!(cache.ask(None, at(51)), send("old"));
    }
    // Only once it has expired do callers wait.
    assert_eq!(cache.ask(None, at(100)), Step::Join(next.clone()));
    good(&mut cache, &next, token("new", 200, 300), 101);
    assert_eq!(cache.ask(None, at(101)), send("new"));
}

#[test]
fn a_failed_refresh_keeps_a_valid_token_and_is_tried_again_later() {
    let mut cache = holding("old", 50, 1_000);
    for (start, pause) in [(50, 1), (60, 2), (70, 4), (80, 8), (90, 16), (150, 32), (200, 64), (300, 64)] {
        let next = refresh(cache.ask(None, at(start)));
        cache.finish(&next, failed(), at(start)).unwrap_err();
        assert_eq!(cache.ask(None, at(start)), send("old"));
        assert_eq!(cache.ask(None, at(start + pause - 1)), send("old"));
        let mut later = TokenCache { held: cache.held.take(), ..TokenCache::default() };
        (later.setbacks, later.pause_until) = (cache.setbacks, cache.pause_until);
        let next = refresh(later.ask(None, at(start + pause)));
        later.abandon(&next);
        cache.held = later.held;
    }
    // A good one ends the pauses.
    let next = refresh(cache.ask(None, at(400)));
    good(&mut cache, &next, token("new", 500, 1_000), 400);
    refresh(cache.ask(None, at(500)));
}

#[test]
fn a_failed_refresh_without_a_valid_token_is_tried_again_at_once() {
    let mut cache = holding("old", 50, 100);
    let next = refresh(cache.ask(None, at(100)));
    let error = cache.finish(&next, failed(), at(100)).unwrap_err();
    assert_eq!(error.to_string(), "no token");
    refresh(cache.ask(None, at(100)));
}

#[test]
fn a_provider_that_gives_due_tokens_is_not_asked_each_time() {
    let mut cache = holding("a", 0, 1_000);
    let next = refresh(cache.ask(None, at(1)));
    good(&mut cache, &next, token("a", 0, 1_000), 1);
    assert_eq!(cache.ask(None, at(1)), send("a"));
    refresh(cache.ask(None, at(2)));
    // A clock that was set back does not stop it.
    let mut cache = holding("a", 0, 1_000);
    let next = refresh(cache.ask(None, at(500)));
    cache.finish(&next, failed(), at(500)).unwrap_err();
    refresh(cache.ask(None, at(499 - LONGEST_PAUSE.as_secs())));
}

#[test]
fn a_caller_that_gives_up_hands_over_to_the_next() {
    let mut cache = TokenCache::default();
    let first = refresh(cache.ask(None, at(0)));
    cache.abandon(&first);
    let second = refresh(cache.ask(None, at(0)));
    assert_ne!(first, second);
}

#[test]
fn a_refused_token_is_dropped_only_if_it_is_the_one_that_was_sent() {
    let mut cache = holding("old", 50, 100);
    let Step::Send(sent) = cache.ask(None, at(1)) else { panic!() };
    // Two requests are refused. The first one gets a new token with the claims.
    cache.refuse(&sent);
    let next = refresh(cache.ask(CLAIMS, at(1)));
    assert_eq!(next.claims(), CLAIMS);
    cache.refuse(&sent);
    assert_eq!(cache.ask(CLAIMS, at(1)), Step::Join(next.clone()));
    // A caller without claims has no better token to wait for.
    assert_eq!(cache.ask(None, at(1)), Step::Join(next.clone()));
    good(&mut cache, &next, token("new", 50, 100), 2);
    // The second one uses it, and so does everybody else.
    cache.refuse(&sent);
    assert_eq!(cache.ask(CLAIMS, at(2)), send("new"));
    assert_eq!(cache.ask(None, at(2)), send("new"));
    // Other claims need another token.
    assert_eq!(refresh(cache.ask(Some("{}"), at(2))).claims(), Some("{}"));
}

#[test]
fn a_refresh_that_began_before_the_refusal_does_not_win() {
    let mut cache = holding("old", 50, 100);
    let plain = refresh(cache.ask(None, at(50)));
    cache.refuse(&HeaderValue::from_static("Bearer old"));
    let with_claims = refresh(cache.ask(CLAIMS, at(51)));
    good(&mut cache, &with_claims, token("claims", 80, 100), 52);
    good(&mut cache, &plain, token("plain", 80, 100), 53);
    assert_eq!(cache.ask(None, at(53)), send("claims"));
    assert_eq!(cache.ask(CLAIMS, at(53)), send("claims"));
}

#[test]
fn a_token_that_no_header_can_have_is_an_error() {
    let mut cache = TokenCache::default();
    let first = refresh(cache.ask(None, at(0)));
    let error = cache.finish(&first, Ok::<_, Error>(AccessToken::new("a\nb")), at(0)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Header);
    refresh(cache.ask(None, at(0)));
}

#[test]
fn a_token_says_when_it_is_due_or_its_life_does() {
    let due = |token: AccessToken, second| {
        let mut cache = TokenCache::default();
        let first = refresh(cache.ask(None, at(0)));
        good(&mut cache, &first, token, 0);
        matches!(cache.ask(None, at(second)), Step::SendAndRefresh(..))
    };
    let hour = || AccessToken::new("a").expires_at(at(3_600));
    assert!(!due(hour(), 3_299) && due(hour(), 3_300));
    let minute = || AccessToken::new("a").expires_at(at(60));
    assert!(!due(minute(), 29) && due(minute(), 30));
    assert!(!due(AccessToken::new("a"), 1_000_000_000));
    assert!(due(AccessToken::new("a").refresh_at(at(7)), 7));
}

#[derive(Clone, Debug)]
enum Event {
    Asks(Option<u8>),
    Ends { which: usize, outcome: u8 },
    GivesUp(usize),
    Refused,
    Passes(u64),
}

fn events() -> impl Strategy<Value = Event> {
    prop_oneof![
        4 => prop::option::weighted(0.3, 0_u8..2).prop_map(Event::Asks),
        2 => (any::<usize>(), 0_u8..4).prop_map(|(which, outcome)| Event::Ends { which, outcome }),
        1 => any::<usize>().prop_map(Event::GivesUp),
        1 => Just(Event::Refused),
        2 => (0_u64..40).prop_map(Event::Passes),
    ]
}

proptest! {
    #[test]
    fn one_refresh_at_a_time_and_no_dead_token(events in prop::collection::vec(events(), 1..150)) {
        let mut cache = TokenCache::default();
        let (mut running, mut ends) = (Vec::<Refresh>::new(), BTreeMap::<String, u64>::new());
        let (mut now, mut count, mut last) = (0, 0, None::<HeaderValue>);
        for event in events {
            match event {
                Event::Asks(claims) => {
                    let claims = claims.map(|claims| format!("{{\"x\":{claims}}}"));
                    let step = cache.ask(claims.as_deref(), at(now));
                    match &step {
                        Step::Send(sent) | Step::SendAndRefresh(sent, _) => {
                            prop_assert!(ends[sent.to_str().unwrap()] > now);
                            last = Some(sent.clone());
                        }
                        Step::Join(joined) => prop_assert!(running.contains(joined)),
                        Step::Refresh(_) => {}
                    }
                    if let Step::Refresh(new) | Step::SendAndRefresh(_, new) = step {
                        prop_assert!(running.iter().all(|old| old.claims() != new.claims()));
                        running.push(new);
                    }
                }
                Event::Ends { which, outcome } if !running.is_empty() => {
                    let ended = running.swap_remove(which % running.len());
                    count += 1;
                    let name = format!("token{count}");
                    let (due, end) = (now + 10 * u64::from(outcome), now + 20 * u64::from(outcome));
                    ends.insert(format!("Bearer {name}"), end);
                    let outcome = if outcome == 0 { failed() } else { Ok(token(&name, due, end)) };
                    let is_ok = outcome.is_ok();
                    prop_assert_eq!(cache.finish(&ended, outcome, at(now)).is_ok(), is_ok);
                }
                Event::GivesUp(which) if !running.is_empty() => {
                    cache.abandon(&running.swap_remove(which % running.len()));
                }
                Event::Refused => {
                    if let Some(sent) = &last {
                        cache.refuse(sent);
                        prop_assert_ne!(cache.ask(None, at(now)), Step::Send(sent.clone()));
                        // The question may have begun a refresh, which is none of the model's.
                        running.clone_from(&cache.running);
                    }
                }
                Event::Ends { .. } | Event::GivesUp(_) => {}
                Event::Passes(seconds) => now += seconds,
            }
        }
    }
}
