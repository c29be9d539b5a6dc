//! Members of enumerations.

use core::fmt;

use crate::annotations::Deprecation;
use crate::layout::{self, section};
use crate::types::{Type, TypeKind};

/// A member of an enumeration.
#[derive(Clone, Copy)]
pub struct EnumMember<'i> {
    owner: Type<'i>,
    number: u16,
    row: &'i [u8; layout::ENUM_MEMBER],
}

impl<'i> EnumMember<'i> {
    fn of(owner: Type<'i>, number: u16) -> Option<Self> {
        Some(Self { owner, number, row: owner.index.enum_members.get(usize::from(number))? })
    }

    fn rows(owner: Type<'i>) -> (u16, u16) {
        if owner.kind() == TypeKind::Enumeration { owner.rows() } else { (0, 0) }
    }

    pub(crate) fn all_of(owner: Type<'i>) -> impl Iterator<Item = Self> + use<'i> {
        let (first, count) = Self::rows(owner);
        (0..count).map_while(move |next| {
            let slot = usize::from(first) + usize::from(next);
            let place = u16::from_le_bytes(*owner.index.enum_order.get(slot)?);
            Self::of(owner, first.checked_add(place)?)
        })
    }

    pub(crate) fn find(owner: Type<'i>, name: &str) -> Option<Self> {
        let (first, count) = Self::rows(owner);
        let rows = owner.index.enum_members.get(usize::from(first)..)?.get(..usize::from(count))?;
        let compare = |&[a, b, c, d, ..]: &[u8; layout::ENUM_MEMBER]| owner.index.names.compare([a, b, c, d], name);
        let place = rows.binary_search_by(compare).ok()?;
        Self::of(owner, first.checked_add(place.try_into().ok()?)?)
    }

    /// The name on the wire: `groupCall`.
    #[must_use]
    pub fn name(&self) -> &'i str {
        let &[a, b, c, d, ..] = self.row;
        self.owner.index.names.text([a, b, c, d])
    }

    /// The enumeration that declares it.
    #[must_use]
    pub const fn owner(&self) -> Type<'i> {
        self.owner
    }

    /// The number behind the name.
    #[must_use]
    pub fn value(&self) -> i64 {
        let &[.., low, high] = self.row;
        let value = self.owner.index.values.get(usize::from(u16::from_le_bytes([low, high])));
        value.map_or(0, |value| i64::from_le_bytes(*value))
    }

    /// That it is deprecated, and since when.
    #[must_use]
    pub fn deprecation(&self) -> Option<Deprecation<'i>> {
        Deprecation::of(self.owner.index, section::ENUM_MEMBERS, self.number)
    }

    /// Whether a cloud has it; `None` where the index knows nothing of that cloud.
    #[must_use]
    pub fn in_cloud(&self, cloud: &str) -> Option<bool> {
        let has = self.owner.index.in_cloud(cloud, section::ENUM_MEMBERS, self.number)?;
        Some(has && self.owner.in_cloud(cloud)?)
    }
}

/// Members are the same if they stand in the same place of the same index.
impl PartialEq for EnumMember<'_> {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self.row, other.row)
    }
}

impl Eq for EnumMember<'_> {}

impl fmt::Debug for EnumMember<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{} = {}", self.owner.qualified_name(), self.name(), self.value())
    }
}
