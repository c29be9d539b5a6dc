//! Finding the JSON path of an error: a second scan of the text, made only when there is an error.
//!
//! It keeps its own stack, so that no depth of nesting overflows, and stops at the end of the text, so that a
//! truncated text has a path as well.

use core::fmt::Write as _;

/// The path of the value that ends or stands at the given position: `line` from 1, `column` in bytes from 1, as
/// `serde_json` counts them. `None` for the root.
///
/// `complete` says that the JSON is right up to there and its meaning is not: then an object that ends at the position
/// is meant as a whole, where otherwise the last thing in it would be.
pub(crate) fn at(text: &str, line: usize, column: usize, complete: bool) -> Option<String> {
    let start = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum::<usize>();
    at_offset(text.as_bytes(), start + column, complete)
}

enum Level<'t> {
    Object { key: Option<&'t [u8]>, value: bool },
    Array { index: usize, is_inside: bool },
}

fn at_offset(text: &[u8], end: usize, complete: bool) -> Option<String> {
    let text = &text[..end.min(text.len())];
    let mut levels: Vec<Level<'_>> = Vec::new();
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        at += 1;
        // Before the first item, the array itself is meant.
        if let Some(Level::Array { is_inside, .. }) = levels.last_mut() {
            *is_inside |= byte != b']' && !byte.is_ascii_whitespace();
        }
        match byte {
            b'{' => levels.push(Level::Object { key: None, value: false }),
            b'[' => levels.push(Level::Array { index: 0, is_inside: false }),
            // The closing byte at the very position of the error belongs to the value that it closes.
            b'}' | b']' if at < text.len() || (complete && byte == b'}') => {
                levels.pop();
            }
            b':' => {
                if let Some(Level::Object { value, .. }) = levels.last_mut() {
                    *value = true;
                }
            }
            // Likewise the comma.
            b',' if at < text.len() => match levels.last_mut() {
                Some(Level::Object { key, value }) => (*key, *value) = (None, false),
                Some(Level::Array { index, .. }) => *index += 1,
                None => {}
            },
            b'"' => {
                let start = at;
                while let Some(&byte) = text.get(at) {
                    match byte {
                        b'"' => break,
                        b'\\' => at += 2,
                        _ => at += 1,
                    }
                }
                let string = &text[start..at.min(text.len())];
                at += 1;
                if let Some(Level::Object { key, value: false }) = levels.last_mut() {
                    *key = Some(string);
                }
            }
            _ => {}
        }
    }
    let mut path = String::new();
    for level in &levels {
        match level {
            Level::Object { key: None, .. } | Level::Array { is_inside: false, .. } => {}
            Level::Object { key: Some(key), .. } => {
                push_name(&mut path, &String::from_utf8_lossy(key));
            }
            Level::Array { index, .. } => push_index(&mut path, *index),
        }
    }
    (!path.is_empty()).then_some(path)
}

/// Whether a name stands in a path without brackets.
pub(crate) fn is_plain(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// Appends a member's name.
pub(crate) fn push_name(path: &mut String, name: &str) {
    // Writing into a `String` does not fail.
    let _ = if is_plain(name) {
        write!(path, "{}{name}", if path.is_empty() { "" } else { "." })
    } else {
        write!(path, "['{name}']")
    };
}

/// Appends an item's index.
pub(crate) fn push_index(path: &mut String, index: usize) {
    let _ = write!(path, "[{index}]");
}

#[cfg(test)]
mod tests {
    use super::{at, at_offset};

    fn path(text: &str) -> Option<String> {
        at_offset(text.as_bytes(), text.len(), false)
    }

    #[test]
    fn the_path_ends_at_the_value() {
        assert_eq!(path(r#"{"a": 1"#).unwrap(), "a");
        assert_eq!(path(r#"{"a": {"b": [1, "x]\"}"#).unwrap(), "a.b[1]");
        assert_eq!(path(r#"{"a": {"b": [1], "@odata.type": 7"#).unwrap(), "a['@odata.type']");
        assert_eq!(path(r#"{"a": {"b": 1}"#).unwrap(), "a.b");
        assert_eq!(path(r#"[{}, {}, {"c": true,"#).unwrap(), "[2].c");
        assert_eq!(path(r#"{"a": 1, "b"#).unwrap(), "b");
        assert_eq!(path(r#"{"a": ["#).unwrap(), "a");
        assert_eq!(path(r#"{"a": [ ]"#).unwrap(), "a");
        assert_eq!(path(r#"{"a": [[1], [ "#).unwrap(), "a[1]");
        assert_eq!(path(""), None);
    }

    #[test]
    fn an_object_that_is_right_json_is_meant_as_a_whole() {
        let text = br#"{"a": {"b": 1}, "c": 2}"#;
        assert_eq!(at_offset(text, 14, true).unwrap(), "a");
        assert_eq!(at_offset(text, text.len(), true), None);
    }

    #[test]
    fn lines_and_columns_are_found() {
        assert_eq!(at("{\n  \"a\": [\n    1,\n    x\n  ]\n}", 4, 5, false).unwrap(), "a[1]");
    }

    #[test]
    fn depth_does_not_overflow() {
        assert_eq!(path(&"[".repeat(100_001)).unwrap().len(), 300_000);
    }
}
