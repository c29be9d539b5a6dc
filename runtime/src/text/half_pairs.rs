//! Escapes of JSON that are half of a surrogate pair: `\ud83d` alone. JavaScript and .NET cut texts there, and write them
//! so; no `String` can hold them.
//!
//! Source: RFC 8259, section 8.2.

use serde::de::DeserializeOwned;

/// As long as the escape that it replaces, so that what follows stays where it was.
const REPLACEMENT: &[u8] = b"\\ufffd";

/// Reads a value of a body, with U+FFFD for each half.
pub(crate) fn read<T: DeserializeOwned>(body: &[u8]) -> serde_json::Result<T> {
    serde_json::from_slice(body).or_else(|error| match core::str::from_utf8(body).ok().and_then(replaced) {
        Some(text) => serde_json::from_str(&text),
        None => Err(error),
    })
}

/// The text with U+FFFD for each half of a pair; `None` where there is none.
#[cold]
pub(crate) fn replaced(text: &str) -> Option<String> {
    let mut bytes: Option<Vec<u8>> = None;
    let mut at = 0;
    while let Some(next) = memchr::memchr(b'\\', &text.as_bytes()[at..]) {
        let start = at + next;
        match unit(text, start) {
            Some(0xd800..0xdc00) if matches!(unit(text, start + 6), Some(0xdc00..0xe000)) => at = start + 12,
            Some(0xd800..0xe000) => {
                at = start + 6;
                bytes.get_or_insert_with(|| text.as_bytes().to_vec())[start..at].copy_from_slice(REPLACEMENT);
            }
            // A backslash and what it escapes.
            _ => at = text.len().min(start + 2),
        }
    }
    String::from_utf8(bytes?).ok()
}

/// The UTF-16 unit of the escape that begins here.
fn unit(text: &str, start: usize) -> Option<u16> {
    let digits = text.get(start..start + 6)?.strip_prefix("\\u")?;
    digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u16::from_str_radix(digits, 16).ok())?
}

#[cfg(test)]
mod tests {
    use super::replaced;

    #[test]
    fn halves_are_replaced_where_they_stand() {
        for (text, wanted) in [
            (r#"{"a":"Hi \ud83d"}"#, r#"{"a":"Hi \ufffd"}"#),
            (r#"{"a":"\uDE00\ud83d\ude00"}"#, r#"{"a":"\ufffd\ud83d\ude00"}"#),
            (r#""\ud83d\ud83d\ude00\ud83d""#, r#""\ufffd\ud83d\ude00\ufffd""#),
            (r#""\ud83d\n\ude00é""#, r#""\ufffd\n\ufffdé""#),
            (r#""\\\ud83d""#, r#""\\\ufffd""#),
        ] {
            assert_eq!(replaced(text).as_deref(), Some(wanted), "{text}");
        }
    }

    #[test]
    fn whole_pairs_and_other_texts_stay() {
        for text in [
            r#""\ud83d\ude00""#,
            r#""\\ud83d""#,
            r#""\u00e9 \t""#,
            "\"é\"",
            r#""\ud83"#,
            r#""\u"#,
            r#""\"#,
            r#""\é"#,
            "",
        ] {
            assert_eq!(replaced(text), None, "{text}");
        }
    }
}
