//! A short text that is kept as it was written.

/// ASCII text, on the heap only past 22 bytes: nearly every duration and decimal of Graph is shorter.
///
/// A text has one representation, by its length: the derived equality is that of the texts.
#[derive(Clone, Eq, Hash, PartialEq)]
pub(super) enum Written {
    Short { length: u8, bytes: [u8; Self::SHORT] },
    Long(Box<str>),
}

impl Written {
    const SHORT: usize = 22;

    pub(super) fn as_str(&self) -> &str {
        match self {
            Self::Short { length, bytes } => {
                let text = bytes.get(..usize::from(*length)).unwrap_or_default();
                core::str::from_utf8(text).unwrap_or_default()
            }
            Self::Long(text) => text,
        }
    }
}

impl From<&str> for Written {
    fn from(text: &str) -> Self {
        let mut bytes = [0; Self::SHORT];
        match (bytes.get_mut(..text.len()), u8::try_from(text.len())) {
            (Some(short), Ok(length)) => {
                short.copy_from_slice(text.as_bytes());
                Self::Short { length, bytes }
            }
            _ => Self::Long(text.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Written;

    #[test]
    fn a_text_of_any_length_stays() {
        for length in [0, 1, 21, 22, 23, 24, 300] {
            let text = "7".repeat(length);
            let written = Written::from(text.as_str());
            assert_eq!(written.as_str(), text);
            assert_eq!(matches!(written, Written::Long(_)), length > 22);
        }
    }

    #[test]
    fn it_is_no_larger_than_a_string() {
        assert_eq!(size_of::<Written>(), 24);
        assert_eq!(size_of::<Option<Written>>(), 24);
    }
}
