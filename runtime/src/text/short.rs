//! A short text, kept beside what holds it instead of on the heap.

use core::fmt;
use core::hash::{Hash, Hasher};
use core::ops::Deref;

/// Text, on the heap only past `N` bytes; `N` is at most 255.
#[derive(Clone)]
pub(crate) enum Short<const N: usize> {
    Inline { length: u8, bytes: [u8; N] },
    Heap(Box<str>),
}

impl<const N: usize> Short<N> {
    #[inline]
    pub(crate) const fn new() -> Self {
        Self::Inline { length: 0, bytes: [0; N] }
    }

    pub(crate) fn push_str(&mut self, text: &str) {
        if let Self::Inline { length, bytes } = self {
            let (start, end) = (usize::from(*length), usize::from(*length) + text.len());
            if let (Some(out), Ok(end)) = (bytes.get_mut(start..end), u8::try_from(end)) {
                out.copy_from_slice(text.as_bytes());
                *length = end;
                return;
            }
        }
        self.grow(text);
    }

    #[cold]
    fn grow(&mut self, text: &str) {
        let mut long = String::with_capacity(self.len() + text.len());
        long.push_str(self);
        long.push_str(text);
        *self = Self::Heap(long.into_boxed_str());
    }

    /// Appends an ASCII character.
    #[inline]
    pub(crate) fn push(&mut self, byte: u8) {
        match self {
            Self::Inline { length, bytes } if usize::from(*length) < N => {
                bytes[usize::from(*length)] = byte;
                *length += 1;
            }
            _ => self.grow(core::str::from_utf8(&[byte]).unwrap_or_default()),
        }
    }

    /// Appends the last digits of a number, so many, with zeros before it where it has fewer; at most 20.
    #[inline]
    pub(crate) fn push_digits(&mut self, number: impl Into<u64>, count: usize) {
        let mut number = number.into();
        let mut write = |digits: &mut [u8]| {
            for digit in digits.iter_mut().rev() {
                *digit = b'0' + u8::try_from(number % 10).unwrap_or_default();
                number /= 10;
            }
        };
        if let Self::Inline { length, bytes } = self {
            let (start, end) = (usize::from(*length), usize::from(*length) + count);
            if let (Some(out), Ok(end)) = (bytes.get_mut(start..end), u8::try_from(end)) {
                write(out);
                *length = end;
                return;
            }
        }
        let mut digits = [b'0'; 20];
        let digits = &mut digits[20 - count.min(20)..];
        write(digits);
        self.grow(core::str::from_utf8(digits).unwrap_or_default());
    }

    /// The same as bytes, which are not looked at.
    #[inline]
    pub(crate) fn as_bytes(&self) -> &[u8] {
        match self {
            Self::Inline { length, bytes } => bytes.get(..usize::from(*length)).unwrap_or_default(),
            Self::Heap(text) => text.as_bytes(),
        }
    }

    /// In bytes.
    pub(crate) fn len(&self) -> usize {
        self.as_bytes().len()
    }

    /// Takes off what is after this many bytes.
    pub(crate) fn truncate(&mut self, end: usize) {
        match self {
            Self::Inline { length, .. } => *length = u8::try_from(end).map_or(*length, |end| end.min(*length)),
            Self::Heap(text) => {
                if let Some(text) = text.get(..end) {
                    *self = Self::from(&*text.to_owned());
                }
            }
        }
    }
}

impl<const N: usize> From<&str> for Short<N> {
    fn from(text: &str) -> Self {
        let mut short = Self::new();
        short.push_str(text);
        short
    }
}

impl<const N: usize> Deref for Short<N> {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        match self {
            // Whole texts were put in.
            Self::Inline { .. } => core::str::from_utf8(self.as_bytes()).unwrap_or_default(),
            Self::Heap(text) => text,
        }
    }
}

impl<const N: usize> PartialEq for Short<N> {
    fn eq(&self, other: &Self) -> bool {
        self.as_bytes() == other.as_bytes()
    }
}

impl<const N: usize> Eq for Short<N> {}

impl<const N: usize> Hash for Short<N> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_bytes().hash(state);
    }
}

impl<const N: usize> fmt::Debug for Short<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::Short;

    #[test]
    fn a_text_is_the_same_wherever_it_is_held() {
        let mut text = Short::<94>::new();
        let mut wanted = String::new();
        for piece in ["", "/users", "/", "é"].into_iter().cycle().take(120) {
            text.push_str(piece);
            wanted.push_str(piece);
            assert_eq!((&*text, text.as_bytes(), text.len()), (&*wanted, wanted.as_bytes(), wanted.len()));
            assert_eq!(matches!(text, Short::Heap(_)), wanted.len() > 94);
        }
        for end in [wanted.len() + 1, 95, 94, 6, 0] {
            text.truncate(end);
            wanted.truncate(end);
            assert_eq!(&*text, wanted);
        }
        let mut short = Short::new();
        assert_eq!(short, text, "both are empty");
        short.push_str("/users");
        short.truncate(300);
        assert_eq!(format!("{short:?}"), r#""/users""#);
        short.truncate(1);
        assert_eq!(&*short, "/");
    }

    #[test]
    fn a_text_of_any_length_stays() {
        for length in [0, 1, 21, 22, 23, 24, 300] {
            let text = "7".repeat(length);
            let short = Short::<22>::from(text.as_str());
            assert_eq!(&*short, text);
            assert_eq!(matches!(short, Short::Heap(_)), length > 22);
        }
    }

    #[test]
    fn a_number_has_as_many_digits_as_are_asked_for() {
        let mut line = Short::<40>::new();
        line.push_digits(7_u8, 4);
        line.push(b'-');
        line.push_digits(1_234_u16, 2);
        line.push_digits(0_u8, 0);
        line.push_digits(u64::MAX, 20);
        assert_eq!(&*line, "0007-3418446744073709551615");
        line.push_digits(u64::MAX, 20);
        line.push(b'Z');
        assert_eq!(
            &*line,
            "0007-341844674407370955161518446744073709551615Z".replacen("000", "0000", 1).replacen("00007", "0007", 1)
        );
    }

    #[test]
    fn it_is_no_larger_than_its_text() {
        assert_eq!(size_of::<Short<94>>(), 96);
        assert_eq!(size_of::<Short<22>>(), 24);
        assert_eq!(size_of::<Option<Short<22>>>(), 24);
    }
}
