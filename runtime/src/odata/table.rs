//! The table that a structured type is described by.

use crate::odata::names::TYPE_KEY;

/// The table of a structured type.
#[derive(Debug)]
#[non_exhaustive]
pub struct TypeInfo {
    /// The Rust name of the struct, for messages.
    pub name: &'static str,
    /// The qualified OData name with a leading `#`, where one was given.
    pub odata_type: Option<&'static str>,
    /// The declared properties, in the order of the fields.
    pub properties: &'static [PropertyInfo],
    /// Whether the struct keeps the properties that it does not name: whether it has a field `additional`.
    pub open: bool,
    pub(crate) untyped: bool,
    /// The names of all members, where the type keeps no other: serde asks for them where types are flattened.
    names: &'static [&'static str],
    has_relationships: bool,
    /// How long their names are: a bit for each length, the last one for all that are longer.
    lengths: u64,
}

impl TypeInfo {
    /// States a type.
    #[must_use]
    pub const fn new(
        name: &'static str,
        odata_type: Option<&'static str>,
        properties: &'static [PropertyInfo],
        open: bool,
    ) -> Self {
        let (mut lengths, mut index, mut has_relationships) = (0, 0, false);
        while index < properties.len() {
            lengths |= length_bit(properties[index].name);
            has_relationships |= properties[index].flags.has(Flags::NAVIGATION);
            index += 1;
        }
        Self { name, odata_type, properties, open, untyped: false, names: &[], has_relationships, lengths }
    }

    /// States the names of all members too, made by [`names`].
    #[doc(hidden)]
    #[must_use]
    pub const fn with_names(mut self, names: &'static [&'static str]) -> Self {
        self.names = names;
        self
    }

    /// The names of all members, where the type keeps no other, and they were stated.
    #[inline]
    pub(crate) const fn all_names(&self) -> Option<&'static [&'static str]> {
        if self.open || self.names.is_empty() { None } else { Some(self.names) }
    }

    /// Whether a property is a relationship.
    #[inline]
    pub(crate) const fn has_relationships(&self) -> bool {
        self.has_relationships
    }

    /// Whether a property may have this name: false of most that none has.
    #[inline]
    pub(crate) const fn may_declare(&self, name: &str) -> bool {
        self.lengths & length_bit(name) != 0
    }

    /// States the type of objects of which nothing is known. A null is a member of theirs as any other.
    pub(crate) const fn untyped(name: &'static str) -> Self {
        Self { untyped: true, ..Self::new(name, None, &[], true) }
    }

    /// The property with this wire name. Case-sensitive, as JSON names are.
    #[must_use]
    pub fn property(&self, name: &str) -> Option<&'static PropertyInfo> {
        self.properties.iter().find(|property| property.name == name)
    }
}

/// The names of an object's members, that of the type's name among them. `N` is one more than there are properties.
#[must_use]
pub const fn names<const N: usize>(properties: &[PropertyInfo]) -> [&'static str; N] {
    let (mut names, mut index) = ([TYPE_KEY; N], 0);
    while index < properties.len() {
        names[index + 1] = properties[index].name;
        index += 1;
    }
    names
}

const fn length_bit(name: &str) -> u64 {
    let length = name.len();
    1 << if length < 63 { length } else { 63 }
}

/// A row of the table: a declared property.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct PropertyInfo {
    /// The name on the wire.
    pub name: &'static str,
    /// What may be done with it.
    pub flags: Flags,
}

impl PropertyInfo {
    /// States a property.
    #[must_use]
    pub const fn new(name: &'static str, flags: Flags) -> Self {
        Self { name, flags }
    }
}

/// What may be done with a property: a set of the constants below.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct Flags(u8);

impl Flags {
    /// A property that is read and written.
    pub const NONE: Self = Self(0);
    /// The key: in the URL, never in a `PATCH` body.
    pub const KEY: Self = Self(1);
    /// Set by the service alone. OData *Computed*.
    pub const READ_ONLY: Self = Self(1 << 1);
    /// Set at creation alone. OData *Immutable*.
    pub const CREATE_ONLY: Self = Self(1 << 2);
    /// Sent, and never shown again.
    pub const WRITE_ONLY: Self = Self(1 << 3);
    /// `@odata.etag`.
    pub const ETAG: Self = Self(1 << 4);
    /// A difference names the changed members of the value instead of the whole of it.
    pub const MERGE: Self = Self(1 << 5);
    /// A relationship: filled by `$expand`, changed by references. OData *navigation property*.
    pub const NAVIGATION: Self = Self(1 << 6);
    /// Of a navigation property: it leads to a collection of entities.
    pub const COLLECTION: Self = Self(1 << 7);

    pub(crate) const IN_NO_PATCH: Self =
        Self::KEY.with(Self::READ_ONLY).with(Self::CREATE_ONLY).with(Self::ETAG).with(Self::NAVIGATION);

    /// The tag comes unasked, what is write-only comes never, and a relationship is expanded.
    const IN_NO_SELECT: Self = Self::ETAG.with(Self::WRITE_ONLY).with(Self::NAVIGATION);

    /// Both sets together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The set in this representation, as the expansion states it.
    #[doc(hidden)]
    #[must_use]
    pub const fn from_bits(bits: u8) -> Self {
        Self(bits)
    }

    /// Whether any of the flags of `other` is set.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether `$select` may name the property.
    #[must_use]
    pub const fn is_selectable(self) -> bool {
        !self.has(Self::IN_NO_SELECT)
    }

    /// Whether a patch may name the property.
    #[must_use]
    pub const fn is_patchable(self) -> bool {
        !self.has(Self::IN_NO_PATCH)
    }
}
