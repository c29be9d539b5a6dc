//! Where paths begin: entity sets and singletons.

use core::fmt;

use crate::annotations::Deprecation;
use crate::index::Index;
use crate::layout::{self, root_flag, section};
use crate::types::Type;

/// The first segment of a path: an entity set such as `users`, or a singleton such as `me`.
#[derive(Clone, Copy)]
pub struct Root<'i> {
    index: &'i Index<'i>,
    number: u16,
    row: &'i [u8; layout::ROOT],
}

impl<'i> Root<'i> {
    pub(crate) fn of(index: &'i Index<'i>, number: u16) -> Option<Self> {
        let row = index.roots.get(usize::from(number))?;
        Some(Self { index, number, row })
    }

    /// The segment: `users`.
    #[must_use]
    pub fn name(&self) -> &'i str {
        let &[a, b, c, d, ..] = self.row;
        self.index.names.text([a, b, c, d])
    }

    /// The type of its entities; `None` where the index is damaged.
    #[must_use]
    pub fn entity_type(&self) -> Option<Type<'i>> {
        let &[_, _, _, _, low, high, _] = self.row;
        Type::of(self.index, u16::from_le_bytes([low, high]))
    }

    /// Whether it is one entity instead of a set.
    #[must_use]
    pub fn is_singleton(&self) -> bool {
        let &[.., flags] = self.row;
        flags & root_flag::SINGLETON != 0
    }

    /// That it is deprecated, and since when.
    #[must_use]
    pub fn deprecation(&self) -> Option<Deprecation<'i>> {
        Deprecation::of(self.index, section::ROOTS, self.number)
    }

    /// Whether a cloud has it; `None` where the index knows nothing of that cloud.
    #[must_use]
    pub fn in_cloud(&self, cloud: &str) -> Option<bool> {
        self.index.in_cloud(cloud, section::ROOTS, self.number)
    }
}

/// Roots are the same if they stand in the same place of the same index.
impl PartialEq for Root<'_> {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self.row, other.row)
    }
}

impl Eq for Root<'_> {}

impl fmt::Debug for Root<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
