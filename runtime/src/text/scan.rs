//! Short texts, looked at eight bytes at a time.

/// Whether a byte that most texts have none of is found in one, by functions that find one in eight bytes and in one. Some
/// bytes may be looked at twice.
#[inline]
pub(crate) fn is_found(text: &[u8], in_eight: impl Fn(u64) -> u64, in_one: impl Fn(u8) -> bool) -> bool {
    let in_eight = |bytes: &[u8; 8]| in_eight(u64::from_ne_bytes(*bytes)) & each(0x80);
    let (Some(first), Some(last)) = (text.first_chunk(), text.last_chunk()) else {
        return text.iter().copied().any(in_one);
    };
    if in_eight(first) | in_eight(last) != 0 {
        return true;
    }
    // Of up to sixteen bytes, the two are all there is.
    text.len() > 16 && text.as_chunks().0.iter().any(|bytes| in_eight(bytes) != 0)
}

/// Whether two texts are the same: in place, since a call costs as much as to compare names of some words' length.
#[inline]
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let (Some(first), Some(last)) = (one.first_chunk::<8>(), one.last_chunk::<8>()) else {
        return one.iter().zip(other).all(|(one, other)| one == other);
    };
    let ends_are = other.first_chunk() == Some(first) && other.last_chunk() == Some(last);
    // Of up to sixteen bytes, the two are all there is.
    ends_are
        && (one.len() <= 16 || one.as_chunks::<8>().0.iter().zip(other.as_chunks().0).all(|(one, other)| one == other))
}

const fn each(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

/// Finds a byte below a limit (at most 128): the one whose highest bit is set when the limit is taken off, and was not before.
pub(crate) const fn below(word: u64, limit: u8) -> u64 {
    word.wrapping_sub(each(limit)) & !word
}

/// Finds this byte: the one that is 0 after both are combined by exclusive or.
pub(crate) const fn equal(word: u64, byte: u8) -> u64 {
    below(word ^ each(byte), 1)
}

#[cfg(test)]
mod tests {
    use super::{equal, is_found, is_same};

    #[test]
    fn a_byte_is_found_wherever_it_stands() {
        let text = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN";
        let has_at = |text: &str| is_found(text.as_bytes(), |word| equal(word, b'@'), |byte| byte == b'@');
        for length in 0..=text.len() {
            let text = &text[..length];
            assert!(!has_at(text), "{text}");
            for place in 0..length {
                assert!(has_at(&format!("{}@{}", &text[..place], &text[place + 1..])), "{place} of {length}");
            }
        }
    }

    #[test]
    fn texts_are_the_same_in_all_of_their_bytes_and_in_length() {
        let text = "abcdefghijklmnopqrstuvwxyz";
        for length in 0..=text.len() {
            let one = &text[..length];
            assert!(is_same(one, one), "{one}");
            for at in 0..length {
                let other = format!("{}_{}", &one[..at], &one[at + 1..]);
                assert!(!is_same(one, &other), "{one} and {other}");
            }
            for other in (0..=text.len()).filter(|other| *other != length) {
                assert!(!is_same(one, &text[..other]), "{one} and {other} letters");
            }
        }
    }
}
