//! The text of a path.

use core::fmt;
use core::ops::Deref;

/// Text that grows, on the heap only past 94 bytes: most paths are shorter, and each request and each item of a list has
/// one.
#[derive(Clone)]
pub(crate) enum PathText {
    Short { length: u8, bytes: [u8; Self::SHORT] },
    Long(String),
}

impl PathText {
    const SHORT: usize = 94;

    pub(crate) const fn new() -> Self {
        Self::Short { length: 0, bytes: [0; Self::SHORT] }
    }

    pub(crate) fn push_str(&mut self, text: &str) {
        match self {
            Self::Long(long) => long.push_str(text),
            Self::Short { length, bytes } => {
                let (start, end) = (usize::from(*length), usize::from(*length) + text.len());
                match (bytes.get_mut(start..end), u8::try_from(end)) {
                    (Some(room), Ok(end)) => {
                        room.copy_from_slice(text.as_bytes());
                        *length = end;
                    }
                    _ => {
                        let mut long = String::with_capacity(2 * end);
                        long.push_str(self);
                        long.push_str(text);
                        *self = Self::Long(long);
                    }
                }
            }
        }
    }

    /// The same as bytes, which are not looked at.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        match self {
            Self::Long(long) => long.as_bytes(),
            Self::Short { length, bytes } => bytes.get(..usize::from(*length)).unwrap_or_default(),
        }
    }

    /// In bytes.
    pub(crate) fn len(&self) -> usize {
        self.as_bytes().len()
    }

    /// Takes off what is after this many bytes.
    pub(crate) fn truncate(&mut self, end: usize) {
        match self {
            Self::Long(long) => long.truncate(end),
            Self::Short { length, .. } => *length = u8::try_from(end).map_or(*length, |end| end.min(*length)),
        }
    }
}

impl Deref for PathText {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Long(long) => long,
            // Whole texts were put in.
            Self::Short { .. } => core::str::from_utf8(self.as_bytes()).unwrap_or_default(),
        }
    }
}

impl PartialEq for PathText {
    fn eq(&self, other: &Self) -> bool {
        self.as_bytes() == other.as_bytes()
    }
}

impl Eq for PathText {}

impl fmt::Debug for PathText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::PathText;

    #[test]
    fn a_text_is_the_same_wherever_it_is_held() {
        let mut text = PathText::new();
        let mut wanted = String::new();
        for piece in ["", "/users", "/", "é"].into_iter().cycle().take(120) {
            text.push_str(piece);
            wanted.push_str(piece);
            assert_eq!((&*text, text.as_bytes(), text.len()), (&*wanted, wanted.as_bytes(), wanted.len()));
            assert_eq!(matches!(text, PathText::Long(_)), wanted.len() > 94);
        }
        for end in [wanted.len() + 1, 95, 94, 6, 0] {
            text.truncate(end);
            wanted.truncate(end);
            assert_eq!(&*text, wanted);
        }
        let mut short = PathText::new();
        assert_eq!(short, text, "both are empty");
        short.push_str("/users");
        short.truncate(300);
        assert_eq!(format!("{short:?}"), r#""/users""#);
        short.truncate(1);
        assert_eq!(&*short, "/");
    }

    #[test]
    fn it_takes_the_room_of_four_strings() {
        assert_eq!(size_of::<PathText>(), 96);
    }
}
