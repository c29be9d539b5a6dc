//! Turns of writers that are in each other's way: who was overtaken comes before who has just written.

use core::time::Duration;
use std::collections::{BTreeMap, VecDeque};

/// A turn that takes less counts as this: no timer is finer.
const SHORTEST: Duration = Duration::from_millis(1);
/// Who keeps the others waiting for so many turns, or for so long, loses its own: nobody may be driving it.
const PATIENCE: u32 = 128;
const LONGEST: Duration = Duration::from_secs(30);

/// Who writes a resource next, among the writers of one client.
///
/// A key has a queue from the first conflict on, until the last writer leaves it. Keys without one are free for all. Moments
/// are times since one that the caller chooses.
#[derive(Default)]
pub(crate) struct Turns {
    queues: BTreeMap<Box<str>, Queue>,
    /// How many places were given.
    given: u64,
}

struct Queue {
    /// In ascending order; the first one has the turn.
    places: VecDeque<u64>,
    /// When the front got its turn.
    since: Duration,
    /// When the front first asked and was told so.
    begun: Option<Duration>,
    /// How long a turn takes, about.
    turn: Duration,
}

/// A place in the queue of a key.
#[derive(Debug)]
pub(crate) struct Place {
    key: Box<str>,
    number: u64,
}

impl Place {
    pub(crate) fn number(&self) -> u64 {
        self.number
    }
}

impl Turns {
    /// A place behind those who wait; `None` where nobody does.
    pub(crate) fn behind(&mut self, key: &str) -> Option<Place> {
        let queue = self.queues.get_mut(key)?;
        self.given += 1;
        queue.places.push_back(self.given);
        Some(Place { key: key.into(), number: self.given })
    }

    /// The same after a conflict: a queue begins where there is none. `took` is how long the try took.
    pub(crate) fn overtaken(&mut self, key: &str, took: Duration, now: Duration) -> Place {
        if !self.queues.contains_key(key) {
            // It reads, and it writes.
            let turn = took.saturating_mul(2).max(SHORTEST);
            self.queues.insert(key.into(), Queue { places: VecDeque::new(), since: now, begun: None, turn });
        }
        self.behind(key).unwrap_or_else(|| Place { key: key.into(), number: self.given })
    }

    /// How long to wait before this is asked again; `None` where it is one's turn.
    pub(crate) fn wait(&mut self, place: &Place, now: Duration) -> Option<Duration> {
        let queue = self.queues.get_mut(&place.key)?;
        if now.saturating_sub(queue.since) > queue.turn.saturating_mul(PATIENCE).min(LONGEST) {
            // Who asks is driven, however late it is.
            if queue.places.front() != Some(&place.number) {
                queue.places.pop_front();
            }
            (queue.since, queue.begun) = (now, None);
            if queue.places.is_empty() {
                self.queues.remove(&place.key);
                return None;
            }
        }
        let ahead = queue.places.binary_search(&place.number).ok()?;
        if ahead == 0 {
            queue.begun.get_or_insert(now);
            return None;
        }
        let ahead = u32::try_from(ahead).unwrap_or(u32::MAX);
        // Half, since turns may end sooner than estimated.
        Some((queue.turn.saturating_mul(ahead) / 2).clamp(SHORTEST, LONGEST))
    }

    /// Whether the place was neither given up nor lost.
    pub(crate) fn is_held(&self, place: &Place) -> bool {
        self.queues.get(&place.key).is_some_and(|queue| queue.places.binary_search(&place.number).is_ok())
    }

    /// Says that whose turn it is has backed off until now: that is no part of what a turn takes.
    pub(crate) fn backed_off(&mut self, place: &Place, now: Duration) {
        if let Some(queue) = self.queues.get_mut(&place.key)
            && queue.places.front() == Some(&place.number)
        {
            queue.begun = Some(now);
        }
    }

    /// Gives a place up, and with it the turn. Gives the number of the place whose turn it is then.
    pub(crate) fn leave(&mut self, place: &Place, now: Duration) -> Option<u64> {
        let queue = self.queues.get_mut(&place.key)?;
        let ahead = queue.places.binary_search(&place.number).ok()?;
        queue.places.remove(ahead);
        if ahead == 0 {
            // The time until it knew is no part of a turn: those who wait would wait ever longer.
            let took = queue.begun.map_or(queue.turn, |begun| now.saturating_sub(begun));
            queue.turn = ((queue.turn + took) / 2).clamp(SHORTEST, LONGEST);
            (queue.since, queue.begun) = (now, None);
        }
        let next = queue.places.front().copied();
        if next.is_none() {
            self.queues.remove(&place.key);
        }
        next
    }

    /// Whether nobody waits anywhere.
    pub(crate) fn is_quiet(&self) -> bool {
        self.queues.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use core::time::Duration;

    use proptest::prelude::*;

    use super::{LONGEST, PATIENCE, Place, SHORTEST, Turns};

    const KEY: &str = "/users/1";
    const TRY: Duration = Duration::from_millis(100);
    const NOON: Duration = Duration::from_secs(43_200);

    /// A queue of so many, of whom the first was overtaken.
    fn queue(places: usize) -> (Turns, Vec<Place>) {
        let mut turns = Turns::default();
        let first = turns.overtaken(KEY, TRY, NOON);
        let others: Vec<_> = (1..places).map(|_| turns.behind(KEY).unwrap()).collect();
        (turns, [first].into_iter().chain(others).collect())
    }

    #[test]
    fn nobody_waits_without_a_conflict() {
        let (mut turns, places) = queue(1);
        assert!(turns.behind("/users/2").is_none() && !turns.is_quiet());
        assert_eq!(turns.wait(&places[0], NOON), None);
        assert_eq!(turns.leave(&places[0], NOON), None);
        assert!(turns.behind(KEY).is_none() && turns.is_quiet());
        // Who has left waits for nobody.
        assert_eq!((turns.wait(&places[0], NOON), turns.leave(&places[0], NOON)), (None, None));
    }

    #[test]
    fn turns_are_taken_in_the_order_of_coming() {
        let (mut turns, places) = queue(4);
        let late = turns.overtaken(KEY, TRY, NOON);
        // A turn takes two tries; half of what may be left is waited for.
        let waits = |turns: &mut Turns| [0, 1, 2, 3].map(|n| turns.wait(&places[n], NOON));
        assert_eq!(waits(&mut turns), [None, Some(TRY), Some(2 * TRY), Some(3 * TRY)]);
        assert_eq!(turns.wait(&late, NOON), Some(4 * TRY));
        assert_eq!(turns.leave(&places[2], NOON), Some(places[0].number()), "a writer that gave up");
        assert_eq!(turns.wait(&places[3], NOON), Some(2 * TRY));
        assert_eq!(turns.leave(&places[0], NOON + 2 * TRY), Some(places[1].number()));
        let now = NOON + 2 * TRY;
        assert_eq!((turns.wait(&places[1], now), turns.wait(&places[3], now)), (None, Some(TRY)));
        assert_eq!(turns.leave(&places[1], now + 4 * TRY), Some(places[3].number()));
        // Turns take three tries by now, on average.
        assert_eq!(turns.wait(&late, now + 4 * TRY), Some(TRY * 3 / 2));
    }

    #[test]
    fn the_time_until_a_writer_knows_is_no_part_of_its_turn() {
        let (mut turns, places) = queue(3);
        assert_eq!(turns.wait(&places[0], NOON + 10 * TRY), None);
        turns.leave(&places[0], NOON + 12 * TRY);
        turns.leave(&places[1], NOON + 90 * TRY);
        assert_eq!(turns.queues[KEY].turn, 2 * TRY);
    }

    #[test]
    fn who_keeps_the_others_waiting_loses_its_turn() {
        for (took, longest) in [(TRY, TRY * 2 * PATIENCE), (TRY * 100, LONGEST), (Duration::ZERO, SHORTEST * PATIENCE)]
        {
            let mut turns = Turns::default();
            let places = [(); 3].map(|()| turns.overtaken(KEY, took, NOON));
            assert_eq!(turns.wait(&places[0], NOON), None);
            assert!(turns.wait(&places[1], NOON + longest).is_some());
            let late = NOON + longest + Duration::from_nanos(1);
            assert_eq!(turns.wait(&places[1], late), None);
            // The one behind waits for the new turn; the old one goes on, and takes nobody's place.
            assert!(turns.wait(&places[2], late).is_some_and(|wait| wait <= LONGEST));
            assert_eq!((turns.wait(&places[0], late), turns.leave(&places[0], late)), (None, None));
            assert!(turns.wait(&places[2], late + longest).is_some());
            assert_eq!(turns.leave(&places[1], late), Some(places[2].number()));
        }
    }

    #[test]
    fn who_asks_late_keeps_its_turn() {
        let (mut turns, places) = queue(2);
        let late = NOON + LONGEST * 2;
        assert_eq!(turns.wait(&places[0], late), None);
        assert!(turns.is_held(&places[0]));
        // The turn begins anew.
        assert_eq!(turns.wait(&places[1], late + TRY), Some(TRY));
        assert_eq!(turns.leave(&places[0], late + 2 * TRY), Some(places[1].number()));
        assert_eq!(turns.queues[KEY].turn, 2 * TRY);
    }

    #[test]
    fn a_queue_ends_with_its_last_place() {
        let (mut turns, places) = queue(2);
        let late = |times| NOON + LONGEST * 2 * times;
        assert_eq!(turns.wait(&places[1], late(1)), None);
        assert!(!turns.is_held(&places[0]) && turns.is_held(&places[1]));
        // Who has lost its turn comes later than the last one may.
        assert_eq!(turns.wait(&places[0], late(2)), None);
        assert!(turns.is_quiet() && turns.behind(KEY).is_none() && !turns.is_held(&places[1]));
        // A new queue owes nothing to those of the old one.
        let next = turns.overtaken(KEY, TRY, late(2));
        assert_eq!(turns.leave(&places[1], late(2)), None);
        assert!(turns.is_held(&next));
    }

    #[test]
    fn a_back_off_is_no_part_of_a_turn() {
        let (mut turns, places) = queue(2);
        assert_eq!(turns.wait(&places[0], NOON), None);
        turns.backed_off(&places[1], NOON + 40 * TRY);
        turns.backed_off(&places[0], NOON + 50 * TRY);
        turns.leave(&places[0], NOON + 52 * TRY);
        assert_eq!(turns.queues[KEY].turn, 2 * TRY);
    }

    proptest! {
        #[test]
        fn one_at_a_time_and_everybody_in_the_end(
            steps in prop::collection::vec((0_u8..4, 0_usize..8, prop::sample::select(vec![1, 1_000, 31_000])), 1..200),
        ) {
            let mut turns = Turns::default();
            let (mut waiting, mut now): (Vec<Place>, _) = (Vec::new(), NOON);
            for (step, index, millis) in steps {
                now += Duration::from_millis(millis);
                match step {
                    0 => waiting.push(turns.overtaken(KEY, TRY, now)),
                    1 => waiting.extend(turns.behind(KEY)),
                    _ if index < waiting.len() => {
                        let place = waiting.remove(index);
                        let was_held = turns.is_held(&place);
                        let next = turns.leave(&place, now);
                        let first = waiting.iter().find(|place| turns.is_held(place));
                        prop_assert_eq!(next, first.filter(|_| was_held).map(Place::number));
                    }
                    // This one asks first: who is late then has lost its turn, but not to itself.
                    _ if !waiting.is_empty() => {
                        let place = &waiting[index % waiting.len()];
                        let was_held = turns.is_held(place);
                        let lost = waiting.iter().filter(|place| !turns.is_held(place)).count();
                        turns.wait(place, now);
                        prop_assert_eq!(turns.is_held(place), was_held);
                        prop_assert!(waiting.iter().filter(|place| !turns.is_held(place)).count() <= lost + 1);
                    }
                    _ => {}
                }
                // The others ask in the order of their places.
                let held: Vec<_> = waiting.iter().filter(|place| turns.is_held(place)).collect();
                let free = held.iter().map(|place| turns.wait(place, now)).collect::<Vec<_>>();
                prop_assert!(free.iter().enumerate().all(|(n, wait)| wait.is_none() == (n == 0)));
                prop_assert!(free.iter().flatten().all(|&wait| (SHORTEST..=LONGEST).contains(&wait)));
                prop_assert_eq!(turns.is_quiet(), held.is_empty());
                prop_assert!(turns.queues.values().all(|queue| !queue.places.is_empty()));
            }
        }
    }
}
