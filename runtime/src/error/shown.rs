//! Texts of others in our own messages: without characters that a terminal or a log would obey, and not too long.

use core::fmt::{self, Write as _};

/// Shows a text: its control characters escaped, its middle left out where it has more than `most` characters.
pub(crate) struct Shown<'t> {
    text: &'t str,
    most: usize,
}

impl<'t> Shown<'t> {
    pub(crate) const fn new(text: &'t str, most: usize) -> Self {
        Self { text, most }
    }
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match split(self.text, self.most) {
            None => escape(self.text, f),
            Some((head, tail)) => {
                escape(head, f)?;
                f.write_char('…')?;
                escape(tail, f)
            }
        }
    }
}

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match split(self.text, self.most) {
            None => fmt::Debug::fmt(self.text, f),
            Some((head, tail)) => write!(f, "{head:?}…{tail:?}"),
        }
    }
}

/// A text of at most this many bytes, give or take: its middle is left out where it has more.
///
/// The end of a message says what was expected, and the end of a path where.
pub(crate) fn shortened(text: String, most: usize) -> String {
    match split(&text, most) {
        None => text,
        Some((head, tail)) => format!("{head}…{tail}"),
    }
}

/// The beginning and the end of a text that has more characters than this.
fn split(text: &str, most: usize) -> Option<(&str, &str)> {
    // No character has less than a byte.
    if text.len() <= most {
        return None;
    }
    let (head, _) = text.char_indices().nth(most / 2)?;
    let (tail, _) = text.char_indices().nth_back((most - 1) / 2)?;
    (head < tail).then(|| (&text[..head], &text[tail..]))
}

fn escape(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    text.chars().try_for_each(|character| match character {
        // Beside the control characters, those that separate lines or turn the direction of writing.
        '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => {
            write!(f, "{}", character.escape_unicode())
        }
        character if character.is_control() => write!(f, "{}", character.escape_debug()),
        character => f.write_char(character),
    })
}

#[cfg(test)]
mod tests {
    use super::{Shown, shortened};

    #[test]
    fn what_a_terminal_would_obey_is_escaped() {
        let shown = Shown::new("Größe \u{1b}[31m\r\n\0\u{9b}\u{202e}\u{2028} “ok” \\", 100).to_string();
        assert_eq!(shown, "Größe \\u{1b}[31m\\r\\n\\0\\u{9b}\\u{202e}\\u{2028} “ok” \\");
    }

    #[test]
    fn the_middle_of_a_long_text_is_left_out() {
        assert_eq!(Shown::new("0123456789", 10).to_string(), "0123456789");
        assert_eq!(Shown::new("0123456789A", 10).to_string(), "01234…6789A");
        assert_eq!(shortened("é".repeat(1_000), 10), format!("{0}…{0}", "é".repeat(5)));
        assert_eq!(shortened("é".repeat(10), 10), "é".repeat(10));
        assert_eq!(format!("{:?}", Shown::new(&"\n".repeat(50), 4)), r#""\n\n"…"\n\n""#);
    }
}
