//! Names: bytes of one section, shared by all rows.

use core::cmp::Ordering;
use core::fmt;

use crate::layout::NAME;

/// The names of an index.
#[derive(Clone, Copy)]
pub(crate) struct Names<'i>(pub(crate) &'i [u8]);

impl<'i> Names<'i> {
    pub(crate) const fn bytes(self, [low, middle, high, length]: [u8; NAME]) -> &'i [u8] {
        let start = u32::from_le_bytes([low, middle, high, 0]) as usize;
        match self.0.split_at_checked(start) {
            Some((_, rest)) => match rest.split_at_checked(length as usize) {
                Some((name, _)) => name,
                None => &[],
            },
            None => &[],
        }
    }

    /// The name; empty where the index is damaged.
    pub(crate) fn text(self, reference: [u8; NAME]) -> &'i str {
        core::str::from_utf8(self.bytes(reference)).unwrap_or_default()
    }

    pub(crate) fn compare(self, reference: [u8; NAME], name: &str) -> Ordering {
        self.bytes(reference).cmp(name.as_bytes())
    }
}

/// A name with its namespace, as OData writes it: `microsoft.graph.user`.
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct QualifiedName<'i> {
    /// `microsoft.graph`.
    pub namespace: &'i str,
    /// `user`.
    pub name: &'i str,
}

impl fmt::Display for QualifiedName<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.namespace)?;
        f.write_str(".")?;
        f.write_str(self.name)
    }
}

impl fmt::Debug for QualifiedName<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl PartialEq<str> for QualifiedName<'_> {
    fn eq(&self, other: &str) -> bool {
        other.rsplit_once('.') == Some((self.namespace, self.name))
    }
}

impl PartialEq<&str> for QualifiedName<'_> {
    fn eq(&self, other: &&str) -> bool {
        *self == **other
    }
}
