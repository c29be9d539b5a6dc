//! A date or a time on its way out.

use core::ops::Deref;

/// ASCII text on the stack, so that a serializer gets it in one piece: most look at each piece for what to escape.
pub(super) struct Line {
    bytes: [u8; Self::ROOM],
    length: usize,
}

impl Line {
    /// The longest moment, `9999-12-31T23:59:59.999999999999-23:59`, takes 38.
    const ROOM: usize = 40;

    #[inline]
    pub(super) const fn new() -> Self {
        Self { bytes: [0; Self::ROOM], length: 0 }
    }

    #[inline]
    pub(super) const fn push(&mut self, byte: u8) {
        self.bytes[self.length] = byte;
        self.length += 1;
    }

    /// Appends the last digits of a number, so many, with zeros before it where it has fewer.
    #[inline]
    pub(super) fn push_digits(&mut self, number: impl Into<u64>, count: usize) {
        let mut number = number.into();
        let end = self.length + count;
        for digit in self.bytes[self.length..end].iter_mut().rev() {
            *digit = b'0' + u8::try_from(number % 10).unwrap_or_default();
            number /= 10;
        }
        self.length = end;
    }
}

impl Deref for Line {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        core::str::from_utf8(&self.bytes[..self.length]).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Line;

    #[test]
    fn a_number_has_as_many_digits_as_are_asked_for() {
        let mut line = Line::new();
        line.push_digits(7_u8, 4);
        line.push(b'-');
        line.push_digits(1_234_u16, 2);
        line.push_digits(0_u8, 0);
        line.push_digits(u64::MAX, 20);
        assert_eq!(&*line, "0007-3418446744073709551615");
    }
}
