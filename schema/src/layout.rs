//! How an index is laid out in bytes. The builder writes what this crate reads; nobody else needs it, and it changes
//! without notice.
//!
//! A head, then sections of rows of fixed width. Numbers are little-endian. A name is an offset of three bytes into the
//! section of names and a length of one byte. A type is the number of its row, or `PRIMITIVE` and a number.
#![allow(missing_docs)]

/// The first bytes of every index.
pub const MAGIC: [u8; 8] = *b"GRAPHIDX";
/// Changes with the layout.
pub const FORMAT: u32 = 1;

/// Magic, format, date (`yyyymmdd`), name of the version; then offset and length of each section.
pub const HEAD: usize = 8 + 4 + 4 + NAME + SECTIONS * 8;
pub const NAME: usize = 4;

pub mod section {
    pub const NAMES: usize = 0;
    pub const NAMESPACES: usize = 1;
    pub const TYPES: usize = 2;
    pub const DERIVED: usize = 3;
    pub const MEMBERS: usize = 4;
    pub const MEMBER_ORDER: usize = 5;
    pub const ENUM_MEMBERS: usize = 6;
    pub const ENUM_ORDER: usize = 7;
    pub const VALUES: usize = 8;
    pub const KEYS: usize = 9;
    pub const ALTERNATE_KEYS: usize = 10;
    pub const ROOTS: usize = 11;
    pub const OPERATIONS: usize = 12;
    pub const PARAMETERS: usize = 13;
    pub const DEPRECATIONS: usize = 14;
    pub const CLOUDS: usize = 15;
    pub const ABSENT: usize = 16;
}
pub const SECTIONS: usize = 17;

/// Name, alias. Sorted by name.
pub const NAMESPACE: usize = NAME + NAME;
/// Name, namespace (1), flags (2), base or underlying type (2), first member (2), members (2), place among `DERIVED` (2),
/// derived types (2). Sorted by namespace and name.
pub const TYPE: usize = NAME + 1 + 2 + 2 + 2 + 2 + 2 + 2;
/// A number of a row: of a type in `DERIVED`, of a member or an enum member, counted from the type's first.
pub const NUMBER: usize = 2;
/// Name, type (2), flags (2). Sorted by type and name; `MEMBER_ORDER` has the order of the declaration.
pub const MEMBER: usize = NAME + 2 + 2;
/// Name, number of the value (2). Sorted by type and name; `ENUM_ORDER` has the order of the declaration.
pub const ENUM_MEMBER: usize = NAME + 2;
pub const VALUE: usize = 8;
/// Type (2), name of the property. Sorted by type.
pub const KEY: usize = 2 + NAME;
/// Type (2), number of the key (1), name in the URL, path of the property. Sorted by type and number.
pub const ALTERNATE_KEY: usize = 2 + 1 + NAME + NAME;
/// Name, type (2), flags (1). Sorted by name.
pub const ROOT: usize = NAME + 2 + 1;
/// Name, namespace (1), flags (2), binding type (2), result type (2), first parameter (2), parameters (1). Sorted by name.
pub const OPERATION: usize = NAME + 1 + 2 + 2 + 2 + 2 + 1;
/// Name, type (2), flags (1).
pub const PARAMETER: usize = NAME + 2 + 1;
/// Section and number (2) of what is deprecated, date (4), date of removal (4), name of the revision. Sorted.
pub const DEPRECATION: usize = 1 + 2 + 4 + 4 + NAME;
/// Section and number (2) of what is absent, number of the cloud (1). Sorted.
pub const ABSENCE: usize = 1 + 2 + 1;

/// No type.
pub const NONE: u16 = 0xFFFF;
/// From here on, a type is a primitive one.
pub const PRIMITIVE: u16 = 0xFF00;
/// The most types, bases included, between a type and its root.
pub const DEPTH: usize = 32;

pub mod type_flag {
    /// The two bits of the kind.
    pub const KIND: u16 = 0b11;
    pub const ENTITY: u16 = 0;
    pub const COMPLEX: u16 = 1;
    pub const ENUMERATION: u16 = 2;
    pub const DEFINITION: u16 = 3;
    pub const ABSTRACT: u16 = 1 << 2;
    pub const OPEN: u16 = 1 << 3;
    pub const STREAM: u16 = 1 << 4;
    pub const FLAGS: u16 = 1 << 5;
}

pub mod member_flag {
    pub const COLLECTION: u16 = 1;
    pub const NULLABLE: u16 = 1 << 1;
    pub const NULLABLE_STATED: u16 = 1 << 2;
    pub const RELATIONSHIP: u16 = 1 << 3;
    pub const CONTAINED: u16 = 1 << 4;
    pub const COMPUTED: u16 = 1 << 5;
    pub const IMMUTABLE: u16 = 1 << 6;
    pub const AUTO_EXPAND: u16 = 1 << 7;
    /// Permissions are stated, and these two are what they allow.
    pub const PERMISSION: u16 = 1 << 8;
    pub const READ: u16 = 1 << 9;
    pub const WRITE: u16 = 1 << 10;
}

pub mod root_flag {
    pub const SINGLETON: u8 = 1;
}

pub mod operation_flag {
    pub const ACTION: u16 = 1;
    pub const BOUND: u16 = 1 << 1;
    pub const COMPOSABLE: u16 = 1 << 2;
    pub const BINDING_COLLECTION: u16 = 1 << 3;
    pub const RESULT_COLLECTION: u16 = 1 << 4;
    pub const RESULT_NULLABLE: u16 = 1 << 5;
}

pub mod parameter_flag {
    pub const COLLECTION: u8 = 1;
    pub const NULLABLE: u8 = 1 << 1;
    pub const OPTIONAL: u8 = 1 << 2;
}
