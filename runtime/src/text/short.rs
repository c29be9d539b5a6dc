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
    fn it_is_no_larger_than_its_text() {
        assert_eq!(size_of::<Short<94>>(), 96);
        assert_eq!(size_of::<Short<22>>(), 24);
        assert_eq!(size_of::<Option<Short<22>>>(), 24);
    }
}
