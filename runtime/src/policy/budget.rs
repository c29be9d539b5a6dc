//! How many repeats a client may send, beside what its successes earn.

use core::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// What a repeat costs. A success earns one.
const REPEAT: u32 = 5;
/// What a repeat costs after a wait that the service asked for: a throttled client may go on for ever.
const TOLD: u32 = 1;

/// The account from which all requests of a client pay their repeats, so that a broken service is not hammered.
pub(crate) struct Budget {
    left: AtomicU32,
    full: u32,
}

impl Budget {
    /// A full account, of so many repeats.
    pub(crate) fn new(repeats: u32) -> Self {
        let full = repeats.saturating_mul(REPEAT);
        Self { left: AtomicU32::new(full), full }
    }

    /// Pays for a repeat, and returns whether there was enough. `is_told`: the service named the wait.
    pub(crate) fn pay(&self, is_told: bool) -> bool {
        let cost = if is_told { TOLD } else { REPEAT };
        self.left.fetch_update(Relaxed, Relaxed, |left| left.checked_sub(cost)).is_ok()
    }

    /// Adds what a success earns, up to the full account.
    pub(crate) fn earn(&self) {
        // Nearly always the account is full, and nothing is written that other threads read.
        let _ = self.left.fetch_update(Relaxed, Relaxed, |left| (left < self.full).then(|| left + 1));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Budget;

    #[test]
    fn a_broken_service_gets_no_more_than_the_account() {
        let budget = Budget::new(100);
        assert_eq!((0..1_000).filter(|_| budget.pay(false)).count(), 100);
        for _ in 0..4 {
            budget.earn();
            assert!(!budget.pay(false));
        }
        budget.earn();
        assert!(budget.pay(false) && !budget.pay(false));
    }

    #[test]
    fn a_throttled_client_goes_on_for_ever() {
        let budget = Budget::new(1);
        for _ in 0..10_000 {
            assert!(budget.pay(true));
            budget.earn();
        }
    }

    proptest! {
        #[test]
        fn repeats_are_bounded_by_successes(repeats in 0_u32..20, steps in proptest::collection::vec(0_u8..3, 0..500)) {
            let budget = Budget::new(repeats);
            let (mut earned, mut paid) = (0, 0);
            for step in steps {
                match step {
                    0 => { budget.earn(); earned += 1; }
                    1 => paid += if budget.pay(false) { 5 } else { 0 },
                    _ => paid += u32::from(budget.pay(true)),
                }
                prop_assert!(paid <= repeats * 5 + earned);
            }
            // Successes fill the account, and no more.
            (0..1_000).for_each(|_| budget.earn());
            prop_assert_eq!((0..1_000).filter(|_| budget.pay(true)).count(), repeats as usize * 5);
        }
    }
}
