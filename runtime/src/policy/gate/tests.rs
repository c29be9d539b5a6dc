//! Tests of the gate, by a clock of their own.

use core::time::Duration;
use std::collections::BTreeMap;

use http::header::{HeaderMap, HeaderValue};
use proptest::prelude::*;

use super::{CLOSED, Gate, NAME, SEEN, STEP, Turn, throttle_scope};

const SECOND: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_secs(180);
const NOON: Duration = Duration::from_secs(43_200);

/// How long a new request waits.
fn wait(gate: &mut Gate, key: &str, now: Duration) -> Option<Duration> {
    gate.wait(key, None, now, 0).map(|turn| turn.wait(now))
}

#[test]
fn a_gate_that_nothing_closed_is_open() {
    let mut gate = Gate::new(LONGEST);
    for now in [Duration::ZERO, NOON, Duration::MAX] {
        assert_eq!(wait(&mut gate, "/me", now), None);
    }
}

#[test]
fn a_429_closes_its_own_key_alone() {
    let mut gate = Gate::new(LONGEST);
    assert!(gate.is_quiet(NOON));
    gate.closed("/communications/callRecords/1", None, 10 * SECOND, NOON);
    assert!(!gate.is_quiet(NOON + 9 * SECOND) && gate.is_quiet(NOON + 10 * SECOND));
    assert_eq!(wait(&mut gate, "/communications/callRecords/1", NOON), Some(10 * SECOND));
    assert!(!gate.is_quiet(NOON + 10 * SECOND), "the turn that was given is to come");
    for other in ["/communications/callRecords/2", "/communications/callRecords", "/communications/callRecords/11"] {
        assert_eq!(wait(&mut gate, other, NOON), None);
    }
    assert_eq!(wait(&mut gate, "/communications/callRecords/1", NOON + 11 * SECOND), None);
}

#[test]
fn keys_of_one_scope_are_closed_together() {
    let mut gate = Gate::new(LONGEST);
    gate.seen("/users/1", "app/tenant");
    gate.seen("/users/2", "app/other");
    gate.closed("/users/3", Some("app/tenant"), 5 * SECOND, NOON);
    assert!(wait(&mut gate, "/users/3", NOON).is_some());
    assert!(wait(&mut gate, "/users/1", NOON).is_some_and(|wait| wait >= 5 * SECOND));
    assert_eq!(wait(&mut gate, "/users/2", NOON), None);
    // The scope that was seen last counts.
    gate.seen("/users/1", "app/other");
    assert_eq!(wait(&mut gate, "/users/1", NOON), None);
}

#[test]
fn an_answer_names_its_scope() {
    let mut headers = HeaderMap::new();
    assert_eq!(throttle_scope(&headers), None);
    headers.insert("x-ms-throttle-scope", HeaderValue::from_static("Tenant_Application/ReadWrite"));
    assert_eq!(throttle_scope(&headers), Some("Tenant_Application/ReadWrite"));
    headers.insert("x-ms-throttle-scope", HeaderValue::from_bytes(b"\xff").unwrap());
    assert_eq!(throttle_scope(&headers), None);
}

#[test]
fn a_lane_that_opens_at_this_moment_counts_no_more() {
    let mut gate = Gate::new(LONGEST);
    gate.seen("/users/1", "app");
    gate.closed("/users/1", None, SECOND, NOON);
    gate.closed("/users/2", Some("app"), 5 * SECOND, NOON);
    for _ in 0..100 {
        gate.wait("/users/2", None, NOON, 0);
    }
    // The scope's turns follow closely after a hundred, and the key's own lane, of none, makes them no rarer.
    let turns = [(); 2].map(|()| gate.wait("/users/1", None, NOON + SECOND, 0).unwrap().wait(NOON));
    assert!(turns[1] < turns[0] + STEP / 2, "{turns:?}");
}

#[test]
fn the_scopes_of_the_latest_keys_are_known() {
    let mut gate = Gate::new(LONGEST);
    (0..=SEEN).for_each(|id| gate.seen(&format!("/users/{id}"), "app"));
    gate.closed("/me", Some("app"), 5 * SECOND, NOON);
    for id in [0, SEEN] {
        assert!(wait(&mut gate, &format!("/users/{id}"), NOON).is_some());
    }
    (0..=2 * SEEN).for_each(|id| gate.seen(&format!("/groups/{id}"), "app"));
    assert_eq!(wait(&mut gate, "/users/0", NOON), None);
}

#[cfg(feature = "derive")]
#[test]
fn a_key_is_the_path_up_to_its_first_key() {
    use bytes::Bytes;
    use graph_resource::GraphResource;

    use crate::operation::list::List;
    use crate::request::request::Request;

    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<user_id>/events/<id>")]
    struct Event {
        id: String,
        subject: Option<String>,
    }

    assert_eq!(Event::at("a/b", "1").get().query("$top", 1).gate_key(), "/users/a%2Fb");
    assert_eq!(Event::at("adele", "1").delete().gate_key(), "/users/adele");
    let list = || Event::collection("adele").list();
    assert_eq!(list().gate_key(), "/users/adele");
    // A next page is one of the collection that its link came from.
    let link = "https://graph.microsoft.com/v1.0/users('adele')/events?$skiptoken=x";
    let answer = format!(r#"{{"value":[],"@odata.nextLink":"{link}"}}"#);
    let page = list().parse(http::Response::new(Bytes::from(answer))).unwrap();
    assert_eq!(page.next_page().unwrap().gate_key(), "/users/adele");
    // Of another link, no more is known than its path.
    let request = Request::follow(link.to_owned(), List::<Event>::new());
    assert_eq!(request.gate_key(), "https://graph.microsoft.com/v1.0/users('adele')/events");
}

#[test]
fn no_answer_closes_it_for_ever() {
    let mut gate = Gate::new(LONGEST);
    gate.closed("/me", None, Duration::MAX, NOON);
    assert_eq!(wait(&mut gate, "/me", NOON), Some(LONGEST));
}

#[test]
fn a_shorter_wait_opens_nothing() {
    let mut gate = Gate::new(LONGEST);
    gate.closed("/me", None, 20 * SECOND, NOON);
    gate.closed("/me", None, SECOND, NOON + SECOND);
    assert_eq!(wait(&mut gate, "/me", NOON + SECOND), Some(19 * SECOND));
}

#[test]
fn a_turn_is_good_once_and_not_before_its_moment() {
    let mut gate = Gate::new(LONGEST);
    gate.closed("/me", None, SECOND, NOON);
    let turn = gate.wait("/me", None, NOON, 0);
    assert_eq!(turn, Some(Turn(NOON + SECOND)));
    // Who wakes too early waits for the rest.
    assert_eq!(gate.wait("/me", turn, NOON + SECOND / 2, 0), turn);
    assert_eq!(gate.wait("/me", turn, NOON + SECOND, 0), None);
}

#[test]
fn a_gate_that_was_closed_anew_gives_another_turn() {
    let mut gate = Gate::new(LONGEST);
    gate.closed("/me", None, SECOND, NOON);
    let turns = [0; 200].map(|random| gate.wait("/me", None, NOON, random).unwrap());
    let opened = NOON + SECOND;
    assert_eq!(gate.wait("/me", Some(turns[0]), opened, 0), None);
    // The first is told to wait once more, for less than the last one waits already.
    gate.closed("/me", None, SECOND, opened);
    let last = turns[199];
    assert!(last.0 > opened && last.0 < opened + SECOND);
    let again = gate.wait("/me", Some(turns[1]), turns[1].0, 0).unwrap();
    assert_eq!(again, Turn(opened + SECOND));
    let again = gate.wait("/me", Some(last), last.0, 0).unwrap();
    assert!(again.0 > opened + SECOND);
}

#[test]
fn who_comes_later_leaves_later() {
    let mut gate = Gate::new(LONGEST);
    gate.closed("/me", None, SECOND, NOON);
    let last = (0..100).filter_map(|_| gate.wait("/me", None, NOON, 0)).last().unwrap();
    // The gate has opened, and turns are still to come.
    let newcomer = gate.wait("/me", None, NOON + SECOND + STEP / 2, 0).unwrap();
    assert!(newcomer.0 > last.0);
    assert_eq!(gate.wait("/me", None, newcomer.0 + STEP, 0), None);
}

#[test]
fn the_pace_is_slow_again_after_another_429() {
    let mut gate = Gate::new(LONGEST);
    gate.closed("/me", None, SECOND, NOON);
    let mut turn = |now| gate.wait("/me", None, now, 0).unwrap().0;
    let (first, second) = (turn(NOON), turn(NOON));
    assert_eq!(second, first + STEP);
    for _ in 0..1_000 {
        turn(NOON);
    }
    let (fast, faster) = (turn(NOON), turn(NOON));
    assert!(faster < fast + STEP / 10);
    gate.closed("/me", None, 30 * SECOND, NOON);
    let mut turn = |now| gate.wait("/me", None, now, 0).unwrap().0;
    let (first, second) = (turn(NOON), turn(NOON));
    assert_eq!(second, first + STEP);
}

#[test]
fn ten_thousand_waiters_leave_within_seconds_and_none_at_once_with_another() {
    let mut gate = Gate::new(LONGEST);
    gate.closed("/me", None, SECOND, NOON);
    let opens = NOON + SECOND;
    let turns: Vec<Duration> = (0..10_000_u64)
        .map(|index| gate.wait("/me", None, NOON, index.wrapping_mul(0x9E37_79B9_7F4A_7C15)).unwrap().0)
        .collect();
    assert_eq!(turns[0], opens);
    assert!(turns.windows(2).all(|pair| pair[0] < pair[1]));
    let within = |time| turns.iter().filter(|&&turn| turn < opens + time).count();
    assert!((50..150).contains(&within(SECOND)), "{}", within(SECOND));
    assert_eq!(within(10 * SECOND), 10_000);
}

#[test]
fn memory_is_bounded_and_nobody_leaves_early_for_that() {
    let mut gate = Gate::new(LONGEST);
    let keys: Vec<String> = (0..5_000).map(|id| format!("/users/{id}/{}", "é".repeat(1_000))).collect();
    for key in &keys {
        gate.closed(key, Some(key), 60 * SECOND, NOON);
        gate.seen(key, key);
    }
    let maps = [gate.recent.len(), gate.older.len(), gate.keys.len(), gate.scopes.len()];
    assert!(maps[..2].iter().all(|&len| len <= SEEN) && maps[2..].iter().all(|&len| len <= CLOSED), "{maps:?}");
    assert!(gate.keys.keys().chain(gate.recent.values()).all(|name| name.len() <= NAME));
    assert!(keys.iter().all(|key| wait(&mut gate, key, NOON + 59 * SECOND).is_some_and(|wait| wait >= SECOND)));
    // The first that comes when all is over frees what was closed.
    assert_eq!(wait(&mut gate, "/me", NOON + 1_000 * SECOND), None);
    assert!(gate.keys.is_empty() && gate.scopes.is_empty() && gate.rest.is_none());
}

#[test]
fn lanes_that_are_open_again_make_room() {
    let mut gate = Gate::new(LONGEST);
    gate.closed("/last", None, 100 * SECOND, NOON);
    for id in 0..CLOSED - 1 {
        gate.closed(&format!("/users/{id}"), None, SECOND, NOON);
    }
    gate.closed("/one/more", None, 10 * SECOND, NOON + SECOND);
    assert!(gate.rest.is_none());
    assert_eq!(gate.keys.len(), 2);
}

#[derive(Clone, Debug)]
enum Event {
    Closed { key: u8, scope: Option<u8>, millis: u64 },
    Seen { key: u8, scope: u8 },
    Arrives { key: u8, random: u64 },
    Passes(u64),
}

fn events() -> impl Strategy<Value = Event> {
    let key = 0_u8..4;
    let scope = 0_u8..2;
    prop_oneof![
        (key.clone(), prop::option::of(scope.clone()), 0_u64..30_000).prop_map(|(key, scope, millis)| Event::Closed {
            key,
            scope,
            millis
        }),
        (key.clone(), scope).prop_map(|(key, scope)| Event::Seen { key, scope }),
        (key, any::<u64>()).prop_map(|(key, random)| Event::Arrives { key, random }),
        (0_u64..10_000).prop_map(Event::Passes),
    ]
}

proptest! {
    /// Waiters come back at their turns, in order, while answers close the gate: a model knows who may leave when.
    #[test]
    fn nobody_leaves_before_the_time(events in prop::collection::vec(events(), 1..120)) {
        let mut gate = Gate::new(LONGEST);
        let mut now = NOON;
        let mut opens: BTreeMap<String, Duration> = BTreeMap::new();
        let mut scope_of: BTreeMap<u8, u8> = BTreeMap::new();
        let mut waiting: Vec<(Turn, u8)> = Vec::new();
        let mut left: Vec<(u8, Duration)> = Vec::new();
        let name = |key: u8| format!("/users/{key}");
        for event in events.into_iter().chain([Event::Passes(1_000_000)]) {
            match event {
                Event::Closed { key, scope, millis } => {
                    let wait = Duration::from_millis(millis);
                    let scope_name = scope.map(|scope| format!("scope {scope}"));
                    gate.closed(&name(key), scope_name.as_deref(), wait, now);
                    if let Some(scope) = scope {
                        scope_of.insert(key, scope);
                    }
                    for name in [Some(name(key)), scope_name].into_iter().flatten() {
                        let until = opens.entry(name).or_default();
                        *until = (now + wait).max(*until);
                    }
                }
                Event::Seen { key, scope } => {
                    gate.seen(&name(key), &format!("scope {scope}"));
                    scope_of.insert(key, scope);
                }
                Event::Arrives { key, random } => match gate.wait(&name(key), None, now, random) {
                    Some(turn) => waiting.push((turn, key)),
                    None => left.push((key, now)),
                },
                Event::Passes(millis) => {
                    let end = now + Duration::from_millis(millis);
                    loop {
                        let next = waiting.iter().enumerate().min_by_key(|(_, (turn, _))| turn.0).map(|(at, _)| at);
                        let Some(at) = next.filter(|&at| waiting[at].0.0 <= end) else { break };
                        let (turn, key) = waiting.swap_remove(at);
                        now = now.max(turn.0);
                        match gate.wait(&name(key), Some(turn), now, 0) {
                            Some(again) => {
                                prop_assert!(again.0 > now);
                                waiting.push((again, key));
                            }
                            None => left.push((key, now)),
                        }
                    }
                    now = end;
                }
            }
            for (key, at) in left.drain(..) {
                let own = opens.get(&name(key)).copied().unwrap_or_default();
                let scope = scope_of.get(&key).and_then(|scope| opens.get(&format!("scope {scope}")));
                prop_assert!(at >= own && at >= scope.copied().unwrap_or_default());
            }
        }
        // Whoever stays comes through, whoever else does not.
        prop_assert!(waiting.is_empty());
    }

    #[test]
    fn those_that_wait_together_leave_one_after_another(count in 2_usize..300, randoms in any::<[u64; 8]>()) {
        let mut gate = Gate::new(LONGEST);
        gate.closed("/me", None, SECOND, NOON);
        let turn = |index: usize| gate.wait("/me", None, NOON, randoms[index % 8]).unwrap();
        let turns: Vec<Turn> = (0..count).map(turn).collect();
        for pair in turns.windows(2) {
            prop_assert!(pair[0].0 < pair[1].0 && pair[1].0 <= pair[0].0 + 2 * STEP);
        }
        // Half of them never come back: the others leave at their moments.
        for turn in turns.iter().step_by(2) {
            prop_assert_eq!(gate.wait("/me", Some(*turn), turn.0, 0), None);
        }
    }
}
