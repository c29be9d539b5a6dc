//! Random parts of waits.

use core::time::Duration;

/// A part of this time: none of it by the smallest random number, nearly all by the largest.
pub(crate) fn part(of: Duration, random: u64) -> Duration {
    // 64 bits of nanoseconds are 584 years.
    let nanos = u128::from(u64::try_from(of.as_nanos()).unwrap_or(u64::MAX));
    Duration::from_nanos(u64::try_from((nanos * u128::from(random)) >> 64).unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use core::time::Duration;

    use proptest::prelude::*;

    use super::part;

    #[test]
    fn the_random_number_chooses_evenly() {
        let second = Duration::from_secs(1);
        assert_eq!(part(second, 0), Duration::ZERO);
        assert_eq!(part(second, 1 << 63), second / 2);
        assert_eq!(part(second, 3 << 62), second * 3 / 4);
        assert_eq!(part(second, u64::MAX), Duration::from_nanos(999_999_999));
    }

    proptest! {
        #[test]
        fn a_part_is_not_more_than_the_whole(secs: u64, nanos in 0_u32..1_000_000_000, random: u64) {
            let of = Duration::new(secs, nanos);
            prop_assert!(part(of, random) <= of);
        }
    }
}
