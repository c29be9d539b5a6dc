//! Properties and relationships of structured types.

use core::fmt;

use crate::annotations::{Deprecation, Permission};
use crate::edm::{Primitive, TypeUse, ValueType};
use crate::layout::{self, member_flag, section};
use crate::types::Type;

/// A property, or a relationship (OData's navigation property).
#[derive(Clone, Copy)]
pub struct Member<'i> {
    owner: Type<'i>,
    number: u16,
    row: &'i [u8; layout::MEMBER],
}

impl<'i> Member<'i> {
    fn of(owner: Type<'i>, number: u16) -> Option<Self> {
        Some(Self { owner, number, row: owner.index.members.get(usize::from(number))? })
    }

    /// The rows of a type: its own, where it is one with members.
    fn rows(owner: Type<'i>) -> (u16, u16) {
        if owner.is_structured() { owner.rows() } else { (0, 0) }
    }

    pub(crate) fn all_of(owner: Type<'i>) -> OwnMembers<'i> {
        let (first, count) = Self::rows(owner);
        OwnMembers { owner, first, next: 0, count }
    }

    pub(crate) fn find(owner: Type<'i>, name: &str) -> Option<Self> {
        let (first, count) = Self::rows(owner);
        let rows = owner.index.members.get(usize::from(first)..)?.get(..usize::from(count))?;
        let compare = |&[a, b, c, d, ..]: &[u8; layout::MEMBER]| owner.index.names.compare([a, b, c, d], name);
        let place = rows.binary_search_by(compare).ok()?;
        Self::of(owner, first.checked_add(place.try_into().ok()?)?)
    }

    fn has(&self, flag: u16) -> bool {
        let &[.., low, high] = self.row;
        u16::from_le_bytes([low, high]) & flag != 0
    }

    /// The name on the wire: `displayName`.
    #[must_use]
    pub fn name(&self) -> &'i str {
        let &[a, b, c, d, ..] = self.row;
        self.owner.index.names.text([a, b, c, d])
    }

    /// The type that declares it.
    #[must_use]
    pub const fn owner(&self) -> Type<'i> {
        self.owner
    }

    /// The type of its value, or of the items of its collection.
    #[must_use]
    pub fn value_type(&self) -> ValueType<'i> {
        let &[_, _, _, _, low, high, ..] = self.row;
        let known = ValueType::of(self.owner.index, u16::from_le_bytes([low, high]));
        known.unwrap_or(ValueType::Primitive(Primitive::Untyped))
    }

    /// Its type, or the collection of it.
    #[must_use]
    pub fn type_use(&self) -> TypeUse<'i> {
        TypeUse { value: self.value_type(), is_collection: self.is_collection() }
    }

    /// Whether its value is a collection.
    #[must_use]
    pub fn is_collection(&self) -> bool {
        self.has(member_flag::COLLECTION)
    }

    /// Whether its value may be null; of a collection, whether an item may. True unless the metadata denies it.
    #[must_use]
    pub fn is_nullable(&self) -> bool {
        self.has(member_flag::NULLABLE)
    }

    /// Whether the metadata says in so many words if it is nullable.
    #[must_use]
    pub fn states_nullability(&self) -> bool {
        self.has(member_flag::NULLABLE_STATED)
    }

    /// Whether it is a relationship: absent from answers unless expanded, in the path a step to other entities.
    #[must_use]
    pub fn is_relationship(&self) -> bool {
        self.has(member_flag::RELATIONSHIP)
    }

    /// Whether a relationship leads to entities that live there, as parts of this one.
    #[must_use]
    pub fn is_contained(&self) -> bool {
        self.has(member_flag::CONTAINED)
    }

    /// Whether it is part of the key.
    #[must_use]
    pub fn is_key(&self) -> bool {
        !self.is_relationship() && self.owner.key().any(|key| key == self.name())
    }

    /// Whether the service makes the value, and nobody can write it (`Core.Computed`).
    #[must_use]
    pub fn is_computed(&self) -> bool {
        self.has(member_flag::COMPUTED)
    }

    /// Whether the value is given at creation and never changes (`Core.Immutable`).
    #[must_use]
    pub fn is_immutable(&self) -> bool {
        self.has(member_flag::IMMUTABLE)
    }

    /// Whether a relationship is in answers unasked (`Core.AutoExpand`).
    #[must_use]
    pub fn is_auto_expanded(&self) -> bool {
        self.has(member_flag::AUTO_EXPAND)
    }

    /// What may be done with it, where the metadata says so (`Core.Permissions`).
    #[must_use]
    pub fn permission(&self) -> Option<Permission> {
        let stated = self.has(member_flag::PERMISSION);
        stated.then(|| match (self.has(member_flag::READ), self.has(member_flag::WRITE)) {
            (true, true) => Permission::ReadWrite,
            (true, false) => Permission::Read,
            (false, true) => Permission::Write,
            (false, false) => Permission::None,
        })
    }

    /// That it is deprecated, and since when.
    #[must_use]
    pub fn deprecation(&self) -> Option<Deprecation<'i>> {
        Deprecation::of(self.owner.index, section::MEMBERS, self.number)
    }

    /// Whether a cloud has it; `None` where the index knows nothing of that cloud.
    #[must_use]
    pub fn in_cloud(&self, cloud: &str) -> Option<bool> {
        let has = self.owner.index.in_cloud(cloud, section::MEMBERS, self.number)?;
        Some(has && self.owner.in_cloud(cloud)?)
    }
}

/// Members are the same if they stand in the same place of the same index.
impl PartialEq for Member<'_> {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self.row, other.row)
    }
}

impl Eq for Member<'_> {}

impl fmt::Debug for Member<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}: {}", self.owner.qualified_name(), self.name(), self.type_use())
    }
}

/// The members of one type, in the order of the declaration.
#[derive(Clone, Debug)]
pub(crate) struct OwnMembers<'i> {
    owner: Type<'i>,
    first: u16,
    next: u16,
    count: u16,
}

impl<'i> Iterator for OwnMembers<'i> {
    type Item = Member<'i>;

    fn next(&mut self) -> Option<Member<'i>> {
        if self.next >= self.count {
            return None;
        }
        let slot = usize::from(self.first) + usize::from(self.next);
        self.next += 1;
        let place = u16::from_le_bytes(*self.owner.index.member_order.get(slot)?);
        Member::of(self.owner, self.first.checked_add(place)?)
    }
}

/// The members of a type and of its bases.
#[derive(Clone, Debug)]
pub struct Members<'i> {
    /// The types, the outermost base last.
    lineage: [Option<Type<'i>>; layout::DEPTH],
    left: usize,
    own: Option<OwnMembers<'i>>,
}

impl<'i> Members<'i> {
    pub(crate) fn of(of_type: Type<'i>) -> Self {
        let mut lineage = [None; layout::DEPTH];
        let mut left = 0;
        for (place, of_type) in lineage.iter_mut().zip(of_type.lineage()) {
            *place = Some(of_type);
            left += 1;
        }
        Self { lineage, left, own: None }
    }
}

impl<'i> Iterator for Members<'i> {
    type Item = Member<'i>;

    fn next(&mut self) -> Option<Member<'i>> {
        loop {
            if let Some(member) = self.own.as_mut().and_then(Iterator::next) {
                return Some(member);
            }
            self.left = self.left.checked_sub(1)?;
            self.own = self.lineage.get(self.left).copied().flatten().map(Member::all_of);
        }
    }
}
