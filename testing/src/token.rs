//! Tokens of links, which only the service can make and read.
//!
//! A token carries two numbers and is sealed for one text: the path and the options that it belongs to. The seal keeps
//! a client from building tokens; it is no cryptography.

/// Makes a token.
pub(crate) fn seal(numbers: [u64; 2], text: &str) -> String {
    let seal = seal_of(numbers, text);
    let [first, second] = mask(numbers, seal);
    format!("{seal:016x}{first:016x}{second:016x}")
}

/// The numbers in a token; `None` for one that was not made for this text.
pub(crate) fn open(token: &str, text: &str) -> Option<[u64; 2]> {
    let part = |at: usize| u64::from_str_radix(token.get(at..at + 16)?, 16).ok();
    let seal = part(0)?;
    let numbers = mask([part(16)?, part(32)?], seal);
    (token.len() == 48 && self::seal(numbers, text) == token).then_some(numbers)
}

/// Applied twice, it gives back what it was given.
fn mask(numbers: [u64; 2], seal: u64) -> [u64; 2] {
    [numbers[0] ^ mix(seal), numbers[1] ^ mix(seal.wrapping_add(1))]
}

fn seal_of(numbers: [u64; 2], text: &str) -> u64 {
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
        assert_eq!(open(&token, "/users?$top=3"), None);
        assert_ne!(token, seal([3, u64::MAX], "/users?$top=2"));
        for at in 0..token.len() {
            let mut other = token.clone();
            other.replace_range(at..=at, if &token[at..=at] == "0" { "1" } else { "0" });
            assert_eq!(open(&other, "/users?$top=2"), None);
        }
        for text in ["", "2", "é", &token[..47], &format!("{token}0"), &token.to_uppercase()] {
            assert_eq!(open(text, "/users?$top=2"), None, "{text}");
        }
    }
}
