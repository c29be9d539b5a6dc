//! Tokens of links, which only the service can make and read.
//!
//! A token carries a few numbers and is sealed for one text: the path and the options that it belongs to. The seal keeps
//! a client from building tokens; it is no cryptography.

use std::fmt::Write as _;

/// Makes a token.
pub(crate) fn seal<const N: usize>(numbers: [u64; N], text: &str) -> String {
    let seal = seal_of(&numbers, text);
    let masked = mask(numbers, seal);
    let mut token = format!("{seal:016x}");
    for number in masked {
        // Writing to a string does not fail.
        let _ = write!(token, "{number:016x}");
    }
    token
}

/// The numbers in a token; `None` for one that was not made for this text.
pub(crate) fn open<const N: usize>(token: &str, text: &str) -> Option<[u64; N]> {
    let part = |at: usize| u64::from_str_radix(token.get(16 * at..16 * at + 16)?, 16).ok();
    let seal = part(0)?;
    let mut numbers = [0; N];
    for (at, number) in numbers.iter_mut().enumerate() {
        *number = part(at + 1)?;
    }
    let numbers = mask(numbers, seal);
    (self::seal(numbers, text) == token).then_some(numbers)
}

/// Applied twice, it gives back what it was given.
fn mask<const N: usize>(mut numbers: [u64; N], seal: u64) -> [u64; N] {
    let mut key = seal;
    for number in &mut numbers {
        key = mix(key);
        *number ^= key;
    }
    numbers
}

fn seal_of(numbers: &[u64], text: &str) -> u64 {
    // FNV-1a over the text, with a start of the service's own.
    let hash = text
        .bytes()
        .fold(0x6a09_e667_f3bc_c908_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    numbers.iter().fold(mix(hash), |hash, number| mix(hash ^ mix(*number)))
}

/// The last steps of the generator `SplitMix64`: each bit of the result hangs on each bit of the number.
pub(crate) fn mix(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use super::{open, seal};

    #[test]
    fn a_token_is_read_where_it_was_made_and_nowhere_else() {
        let token = seal([2, u64::MAX], "/users?$top=2");
        assert_eq!(open(&token, "/users?$top=2"), Some([2, u64::MAX]));
        assert_eq!(open::<2>(&token, "/users?$top=3"), None);
        assert_ne!(token, seal([3, u64::MAX], "/users?$top=2"));
        for at in 0..token.len() {
            let mut other = token.clone();
            other.replace_range(at..=at, if &token[at..=at] == "0" { "1" } else { "0" });
            assert_eq!(open::<2>(&other, "/users?$top=2"), None);
        }
        assert_eq!(open::<3>(&token, "/users?$top=2"), None);
        for text in ["", "2", "é", &token[..47], &format!("{token}0"), &token.to_uppercase()] {
            assert_eq!(open::<2>(text, "/users?$top=2"), None, "{text}");
        }
    }
}
