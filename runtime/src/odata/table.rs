//! The table that a structured type is described by.

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
    /// The flags that any property has.
    flags: Flags,
    /// The further spellings of names that are read.
    aliases: &'static [Alias],
    /// How long all names are: a bit for each length, the last one for all that are longer.
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
        let (mut lengths, mut flags, mut index) = (0, Flags::NONE, 0);
        while index < properties.len() {
            lengths |= length_bit(properties[index].name);
            flags = flags.with(properties[index].flags);
            index += 1;
        }
        Self { name, odata_type, properties, open, untyped: false, names: &[], flags, aliases: &[], lengths }
    }

    /// States further spellings of names, which are read as the property's own.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_aliases(mut self, aliases: &'static [Alias]) -> Self {
        let mut index = 0;
        while index < aliases.len() {
            self.lengths |= length_bit(aliases[index].name);
            index += 1;
        }
        self.aliases = aliases;
        self
    }

    /// States the names of all members too: that of the type's name, the properties', and further spellings.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_names(mut self, names: &'static [&'static str]) -> Self {
        self.names = names;
        self
    }

    /// The names of all members, where the type keeps no other, and they were stated.
    #[inline]
    pub(crate) const fn all_names(&self) -> Option<&'static [&'static str]> {
        if self.names.is_empty() { None } else { Some(self.names) }
    }

    /// Whether a property is a relationship.
    #[inline]
    pub(crate) const fn has_relationships(&self) -> bool {
        self.flags.has(Flags::NAVIGATION)
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

    /// Whether a property is an annotation of the object.
    #[inline]
    pub(crate) const fn is_annotated(&self) -> bool {
        self.flags.has(Flags::ANNOTATION)
    }

    /// The property with this wire name, or with this alias. Case-sensitive, as JSON names are.
    #[must_use]
    pub fn property(&self, name: &str) -> Option<&'static PropertyInfo> {
        let named = self.properties.iter().find(|property| property.name == name);
        named.or_else(|| self.properties.get(self.row_of_alias(name)?))
    }

    /// The row of the property with this alias.
    #[inline]
    pub(crate) fn row_of_alias(&self, name: &str) -> Option<usize> {
        self.aliases.iter().find(|alias| alias.name == name).map(|alias| alias.row)
    }
}

/// The tables of a union's types.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct UnionTypes {
    /// What all values have; `None` where the union does not tell.
    pub(crate) base: Option<&'static TypeInfo>,
    /// The qualified names and the tables of the variants, in their order.
    pub(crate) names: &'static [Option<&'static str>],
    pub(crate) tables: &'static [&'static TypeInfo],
    /// The variant of types that are not known.
    pub(crate) unknown: usize,
}

impl UnionTypes {
    /// Whether one of the types declares a property of this name.
    pub(crate) fn declare(&self, name: &str) -> bool {
        self.tables.iter().any(|table| table.property(name).is_some())
    }

    /// The known types, each with its qualified name. The base may have none.
    pub(crate) fn known(&self) -> impl Iterator<Item = (Option<&'static str>, &'static TypeInfo)> {
        let all = self.names.iter().copied().zip(self.tables.iter().copied()).enumerate();
        let unknown = self.unknown;
        all.filter(move |(index, _)| *index != unknown).map(|(_, known)| known)
    }
}

/// A further spelling of a property's name.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Alias {
    name: &'static str,
    row: usize,
}

/// States a further spelling of the name of the property with this row.
#[must_use]
pub const fn alias(name: &'static str, row: usize) -> Alias {
    Alias { name, row }
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
pub struct Flags(u16);

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
    /// An annotation of the object, such as `@microsoft.graph.downloadUrl`: read and never sent.
    pub const ANNOTATION: Self = Self(1 << 8);
    /// A relationship whose entities stand in bodies: it is not `NAVIGATION`, and filled by `$expand` as well.
    pub const INLINE: Self = Self(1 << 9);
    /// A property that may be absent, and is never null.
    pub const NOT_NULL: Self = Self(1 << 10);

    /// Relationships of both kinds.
    pub(crate) const RELATIONSHIP: Self = Self::NAVIGATION.with(Self::INLINE);

    pub(crate) const IN_NO_PATCH: Self = Self::KEY
        .with(Self::READ_ONLY)
        .with(Self::CREATE_ONLY)
        .with(Self::ETAG)
        .with(Self::NAVIGATION)
        .with(Self::ANNOTATION);

    /// What is read, and in no body: the tag and annotations of the object.
    pub(crate) const CONTROL: Self = Self::ETAG.with(Self::ANNOTATION);

    /// Annotations come unasked, what is write-only comes never, and a relationship is expanded.
    const IN_NO_SELECT: Self = Self::CONTROL.with(Self::WRITE_ONLY).with(Self::RELATIONSHIP);

    /// Both sets together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The set in this representation, as the expansion states it.
    #[doc(hidden)]
    #[must_use]
    pub const fn from_bits(bits: u16) -> Self {
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
