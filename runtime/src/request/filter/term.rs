//! The text of an expression, percent-encoded, whose paths do not know yet where they begin.

use core::fmt;

use percent_encoding::AsciiSet;

use crate::request::query::{QUERY, QUOTED};
use crate::text::percent::encode;

/// Where a path begins. An encoded text has no control characters.
const ROOT: u8 = 1;
/// Where an item stands for itself.
const ITEM: u8 = 2;

/// How many bytes a term has room for without the heap.
const INLINE: usize = 94;
/// The room on the heap, where two terms became one.
const ROOM: usize = 256;

/// Text that grows: most terms are short, and some are joined.
#[derive(Clone)]
enum Buffer {
    Inline { length: u8, bytes: [u8; INLINE] },
    Heap(Vec<u8>),
}

/// An expression, or a path, on its way into a URL.
#[derive(Clone)]
pub(crate) struct Term {
    buffer: Buffer,
    /// How deeply lambdas are nested in it: their variables are named by it.
    lambdas: u8,
    /// Why it cannot be sent.
    refused: Option<&'static str>,
}

impl Term {
    pub(crate) const fn new() -> Self {
        Self { buffer: Buffer::Inline { length: 0, bytes: [0; INLINE] }, lambdas: 0, refused: None }
    }

    /// A path to a member of what is looked at.
    pub(crate) fn at(name: &str) -> Self {
        let mut term = Self::new();
        term.push_byte(ROOT);
        term.push(name);
        term
    }

    /// What is looked at.
    pub(crate) fn item() -> Self {
        let mut term = Self::new();
        term.push_byte(ITEM);
        term
    }

    /// An expression of the user's own.
    pub(crate) fn raw(text: &str) -> Self {
        let mut term = Self::new();
        term.push(text);
        term
    }

    fn bytes(&self) -> &[u8] {
        match &self.buffer {
            Buffer::Inline { length, bytes } => bytes.get(..usize::from(*length)).unwrap_or_default(),
            Buffer::Heap(bytes) => bytes,
        }
    }

    #[inline]
    fn push_bytes(&mut self, more: &[u8]) {
        match &mut self.buffer {
            Buffer::Inline { length, bytes } => {
                let start = usize::from(*length);
                let end = start + more.len();
                if let (Some(out), Ok(end)) = (bytes.get_mut(start..end), u8::try_from(end)) {
                    out.copy_from_slice(more);
                    *length = end;
                } else {
                    self.push_to_heap(more);
                }
            }
            Buffer::Heap(bytes) => bytes.extend_from_slice(more),
        }
    }

    /// Leaves the room that it has without the heap.
    #[cold]
    fn push_to_heap(&mut self, more: &[u8]) {
        let bytes = self.bytes();
        let mut heap = Vec::with_capacity(ROOM.max(2 * (bytes.len() + more.len())));
        heap.extend_from_slice(bytes);
        heap.extend_from_slice(more);
        self.buffer = Buffer::Heap(heap);
    }

    fn push_byte(&mut self, byte: u8) {
        self.push_bytes(&[byte]);
    }

    /// Appends a text that is encoded already: operators and marks.
    pub(crate) fn mark(&mut self, text: &'static str) {
        self.push_bytes(text.as_bytes());
    }

    /// Appends a text, encoded.
    pub(crate) fn push(&mut self, text: &str) {
        self.push_encoded(text, QUERY);
    }

    fn push_encoded(&mut self, text: &str, set: &'static AsciiSet) {
        encode(text, set, |piece| self.push_bytes(piece.as_bytes()));
    }

    /// Appends a text in quotes, those in it doubled.
    ///
    /// Source: OData ABNF, `string`.
    pub(crate) fn quote(&mut self, text: &str) {
        self.push_byte(b'\'');
        self.inside_quotes(text);
        self.push_byte(b'\'');
    }

    /// Appends a text that stands in quotes.
    pub(crate) fn inside_quotes(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = memchr::memchr(b'\'', rest.as_bytes()) {
            self.push_encoded(&rest[..at], QUOTED);
            self.mark("''");
            rest = &rest[at + 1..];
        }
        self.push_encoded(rest, QUOTED);
    }

    /// Appends a text that stands in the double quotes of a `$search`.
    ///
    /// Source: OData ABNF, `searchPhrase`.
    pub(crate) fn inside_phrase(&mut self, text: &str) {
        for piece in text.split_inclusive(['"', '\\']) {
            match piece.strip_suffix(['"', '\\']) {
                Some(before) => {
                    self.push(before);
                    self.push("\\");
                    self.push(&piece[before.len()..]);
                }
                None => self.push(piece),
            }
        }
    }

    /// Appends another term of the same item.
    pub(crate) fn append(&mut self, other: &Self) {
        self.push_bytes(other.bytes());
        self.lambdas = self.lambdas.max(other.lambdas);
        self.refused = self.refused.or(other.refused);
    }

    /// Appends a step of a path.
    pub(crate) fn step(&mut self, name: &str) {
        self.push_byte(b'/');
        self.push(name);
    }

    /// Puts a text before it, encoded already.
    pub(crate) fn prefix(&mut self, before: &'static str) {
        let length = self.bytes().len();
        self.mark(before);
        let bytes: &mut [u8] = match &mut self.buffer {
            Buffer::Inline { bytes, .. } => bytes,
            Buffer::Heap(bytes) => bytes,
        };
        bytes.copy_within(..length, before.len());
        bytes[..before.len()].copy_from_slice(before.as_bytes());
    }

    /// Puts it in parentheses.
    pub(crate) fn enclose(&mut self) {
        self.prefix("(");
        self.mark(")");
    }

    /// Appends a condition on items, in which they are called by a variable: `/any(x:x/id eq '1')`.
    pub(crate) fn lambda(&mut self, condition: &Self) {
        let number = condition.lambdas;
        let mut name = [0; 4];
        let name = variable(number, &mut name);
        self.mark("/any(");
        self.push_bytes(name);
        self.push_byte(b':');
        let mut rest = condition.bytes();
        while let Some(at) = memchr::memchr2(ROOT, ITEM, rest) {
            self.push_bytes(&rest[..at]);
            self.push_bytes(name);
            if rest[at] == ROOT {
                self.push_byte(b'/');
            }
            rest = &rest[at + 1..];
        }
        self.push_bytes(rest);
        self.push_byte(b')');
        match number.checked_add(1) {
            Some(number) => self.lambdas = self.lambdas.max(number),
            None => self.refuse("a filter has more than 255 conditions inside of each other"),
        }
        self.refused = self.refused.or(condition.refused);
    }

    #[cold]
    pub(crate) fn refuse(&mut self, why: &'static str) {
        self.refused.get_or_insert(why);
    }

    /// The text of an expression that is about the items of the request; or why there is none.
    pub(crate) fn finish(self) -> Result<String, &'static str> {
        if let Some(why) = self.refused {
            return Err(why);
        }
        let mut bytes = match self.buffer {
            Buffer::Heap(bytes) => bytes,
            Buffer::Inline { .. } => self.bytes().to_vec(),
        };
        while let Some(at) = memchr::memchr(ITEM, &bytes) {
            bytes.splice(at..=at, *b"$it");
        }
        bytes.retain(|byte| *byte != ROOT);
        String::from_utf8(bytes).map_err(|_| "a filter is no text")
    }
}

/// `x`, `x1`, `x2` and so on, from the innermost lambda outwards.
fn variable(number: u8, out: &mut [u8; 4]) -> &[u8] {
    let digits = [number / 100, number / 10 % 10, number % 10].map(|digit| b'0' + digit);
    let skipped = match number {
        0 => 3,
        1..10 => 2,
        10..100 => 1,
        _ => 0,
    };
    let digits = &digits[skipped..];
    out[0] = b'x';
    out[1..=digits.len()].copy_from_slice(digits);
    &out[..=digits.len()]
}

impl fmt::Write for Term {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.push(text);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Term, variable};

    #[test]
    fn a_text_is_the_same_wherever_it_is_held() {
        let mut term = Term::new();
        let mut wanted = String::new();
        for _ in 0..40 {
            term.push("a b");
            term.quote("it's");
            wanted.push_str("a%20b'it''s'");
            assert_eq!(term.clone().finish().as_deref(), Ok(wanted.as_str()));
        }
    }

    #[test]
    fn what_stands_before_it_may_take_it_to_the_heap() {
        for length in [0, 1, 80, 85, 86, 94, 300] {
            let text = "n".repeat(length);
            let mut term = Term::raw(&text);
            term.prefix("startswith(");
            assert_eq!(term.finish(), Ok(format!("startswith({text}")), "{length}");
        }
    }

    #[test]
    fn variables_differ() {
        for (number, name) in [(0, "x"), (1, "x1"), (9, "x9"), (10, "x10"), (99, "x99"), (100, "x100"), (255, "x255")] {
            assert_eq!(variable(number, &mut [0; 4]), name.as_bytes());
        }
    }

    #[test]
    fn an_item_at_the_root_is_it() {
        let mut term = Term::item();
        term.mark("%20eq%201");
        assert_eq!(term.finish().as_deref(), Ok("$it%20eq%201"));
    }

    #[test]
    fn too_many_lambdas_are_refused() {
        let mut inner = Term::at("a");
        for _ in 0..=255 {
            let mut outer = Term::at("a");
            outer.lambda(&inner);
            inner = outer;
        }
        assert!(inner.finish().is_err());
    }
}
