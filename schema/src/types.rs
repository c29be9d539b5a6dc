//! Types: entity, complex and enumeration types, their bases and what derives from them.

use core::fmt;

use crate::annotations::Deprecation;
use crate::edm::{Primitive, ValueType};
use crate::enumeration::EnumMember;
use crate::index::Index;
use crate::keys::{AlternateKey, Key};
use crate::layout::{self, section, type_flag};
use crate::members::{Member, Members};
use crate::names::QualifiedName;
use crate::near::Near;

/// A type that the metadata declares.
#[derive(Clone, Copy)]
pub struct Type<'i> {
    pub(crate) index: &'i Index<'i>,
    pub(crate) number: u16,
    row: &'i [u8; layout::TYPE],
}

/// What kind of type it is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum TypeKind {
    /// A type whose values have a key and a path.
    Entity,
    /// A structured type without a key.
    Complex,
    /// Named values.
    Enumeration,
    /// Another name for a primitive type.
    Definition,
}

impl<'i> Type<'i> {
    pub(crate) fn of(index: &'i Index<'i>, number: u16) -> Option<Self> {
        Some(Self { index, number, row: index.types.get(usize::from(number))? })
    }

    fn u16_at<const AT: usize>(&self) -> u16 {
        u16::from_le_bytes([self.row[AT], self.row[AT + 1]])
    }

    fn has(&self, flag: u16) -> bool {
        self.u16_at::<5>() & flag != 0
    }

    /// The name without namespace: `user`.
    #[must_use]
    pub fn name(&self) -> &'i str {
        let &[a, b, c, d, ..] = self.row;
        self.index.names.text([a, b, c, d])
    }

    /// The namespace: `microsoft.graph`.
    #[must_use]
    pub fn namespace(&self) -> &'i str {
        self.index.namespace(self.row[4])
    }

    /// The name with its namespace: `microsoft.graph.user`.
    #[must_use]
    pub fn qualified_name(&self) -> QualifiedName<'i> {
        QualifiedName { namespace: self.namespace(), name: self.name() }
    }

    /// Entity, complex, enumeration, or another name for a primitive type.
    #[must_use]
    pub fn kind(&self) -> TypeKind {
        match self.u16_at::<5>() & type_flag::KIND {
            type_flag::ENTITY => TypeKind::Entity,
            type_flag::COMPLEX => TypeKind::Complex,
            type_flag::ENUMERATION => TypeKind::Enumeration,
            _ => TypeKind::Definition,
        }
    }

    /// Whether its values have members: an entity or a complex type.
    #[must_use]
    pub fn is_structured(&self) -> bool {
        matches!(self.kind(), TypeKind::Entity | TypeKind::Complex)
    }

    /// Whether a value is always of a derived type.
    #[must_use]
    pub fn is_abstract(&self) -> bool {
        self.has(type_flag::ABSTRACT)
    }

    /// Whether values may have members that are not declared. What derives from an open type is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.lineage().any(|of_type| of_type.has(type_flag::OPEN))
    }

    /// Whether its entities are media: they have content at `$value`.
    #[must_use]
    pub fn has_stream(&self) -> bool {
        self.lineage().any(|of_type| of_type.has(type_flag::STREAM))
    }

    /// Whether a value of the enumeration can be several members at once.
    #[must_use]
    pub fn is_flags(&self) -> bool {
        self.has(type_flag::FLAGS)
    }

    /// What the values of an enumeration, or of another name for a primitive type, are made of.
    #[must_use]
    pub fn underlying(&self) -> Option<Primitive> {
        if self.is_structured() { None } else { ValueType::of(self.index, self.u16_at::<7>())?.primitive() }
    }

    /// The type that this one derives from.
    #[must_use]
    pub fn base(&self) -> Option<Self> {
        if self.is_structured() { ValueType::of(self.index, self.u16_at::<7>())?.declared() } else { None }
    }

    /// This type, its base, the base's base, and so on.
    pub fn lineage(&self) -> impl Iterator<Item = Self> + use<'i> {
        core::iter::successors(Some(*self), Self::base).take(layout::DEPTH)
    }

    /// Whether it is this type, or one that derives from it.
    ///
    /// ```
    /// let graph = graph_resource_schema::v1_0();
    /// let user = graph.find_type("microsoft.graph.user").unwrap();
    /// assert!(user.is_a(graph.find_type("microsoft.graph.entity").unwrap()));
    /// ```
    #[must_use]
    pub fn is_a(&self, base: Type<'_>) -> bool {
        self.lineage().any(|of_type| core::ptr::eq(of_type.row, base.row))
    }

    /// All types that derive from this one, over any number of steps; each stands after its base.
    pub fn derived(&self) -> impl Iterator<Item = Self> + use<'i> {
        let start = usize::from(self.u16_at::<13>());
        let rows = self.index.derived.get(start..).unwrap_or_default();
        let index = self.index;
        rows.iter()
            .take(usize::from(self.u16_at::<15>()))
            .filter_map(move |&row| Self::of(index, u16::from_le_bytes(row)))
    }

    /// The numbers of its first row and of its rows, among members or enum members.
    pub(crate) fn rows(&self) -> (u16, u16) {
        (self.u16_at::<9>(), self.u16_at::<11>())
    }

    /// The properties and relationships that this type declares itself, in the order of the declaration.
    pub fn own_members(&self) -> impl Iterator<Item = Member<'i>> + use<'i> {
        Member::all_of(*self)
    }

    /// All properties and relationships: those of the outermost base first, each type's in the order of the declaration.
    ///
    /// ```
    /// let graph = graph_resource_schema::v1_0();
    /// let record = graph.find_type("microsoft.graph.callRecords.callRecord").unwrap();
    /// let names: Vec<_> = record.members().map(|member| member.name()).collect();
    /// assert!(names.contains(&"version") && names.contains(&"id"));
    /// ```
    #[must_use]
    pub fn members(&self) -> Members<'i> {
        Members::of(*self)
    }

    /// A property or relationship of this type or of a base. Case counts.
    #[must_use]
    pub fn member(&self, name: &str) -> Option<Member<'i>> {
        self.lineage().find_map(|of_type| Member::find(of_type, name))
    }

    /// A member whose name is near to this one. For messages.
    #[must_use]
    pub fn near_member(&self, name: &str) -> Option<Member<'i>> {
        let mut near = Near::new(name);
        self.members().for_each(|member| near.look_at(member.name(), false, member));
        near.nearest()
    }

    /// A member that a derived type declares, and neither this type nor a base of it does. For messages: a struct that
    /// names it may be of the derived type.
    #[must_use]
    pub fn derived_member(&self, name: &str) -> Option<Member<'i>> {
        self.derived().find_map(|of_type| Member::find(of_type, name))
    }

    /// The properties of the key, which may be declared by a base; none where there is no key.
    pub fn key(&self) -> impl Iterator<Item = &'i str> + use<'i> {
        Key::of(*self)
    }

    /// Further keys, each of which tells its entities apart; written in parentheses: `applications(appId='…')`.
    pub fn alternate_keys(&self) -> impl Iterator<Item = AlternateKey<'i>> + use<'i> {
        AlternateKey::all_of(*self)
    }

    /// The members of an enumeration, in the order of the declaration.
    pub fn enum_members(&self) -> impl Iterator<Item = EnumMember<'i>> + use<'i> {
        EnumMember::all_of(*self)
    }

    /// A member of an enumeration. Case counts.
    #[must_use]
    pub fn enum_member(&self, name: &str) -> Option<EnumMember<'i>> {
        EnumMember::find(*self, name)
    }

    /// A member of the enumeration whose name is near to this one. For messages.
    #[must_use]
    pub fn near_enum_member(&self, name: &str) -> Option<EnumMember<'i>> {
        let mut near = Near::new(name);
        self.enum_members().for_each(|member| near.look_at(member.name(), false, member));
        near.nearest()
    }

    /// The functions and actions bound to values of this type, or to collections of them, and to those of its bases.
    pub fn operations(&self, on_collection: bool) -> impl Iterator<Item = crate::Operation<'i>> + use<'i> {
        let of_type = *self;
        let is_bound = move |operation: &crate::Operation<'i>| operation.is_bound_to(of_type, on_collection);
        self.index.operations().filter(is_bound)
    }

    /// That the type is deprecated, and since when.
    #[must_use]
    pub fn deprecation(&self) -> Option<Deprecation<'i>> {
        Deprecation::of(self.index, section::TYPES, self.number)
    }

    /// Whether a cloud has the type; `None` where the index knows nothing of that cloud.
    #[must_use]
    pub fn in_cloud(&self, cloud: &str) -> Option<bool> {
        self.index.in_cloud(cloud, section::TYPES, self.number)
    }
}

/// Types are the same if they stand in the same place of the same index.
impl PartialEq for Type<'_> {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self.row, other.row)
    }
}

impl Eq for Type<'_> {}

impl fmt::Debug for Type<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.qualified_name(), f)
    }
}
