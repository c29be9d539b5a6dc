//! The index as a whole: what it holds, and how a type is found by its name.

use core::cmp::Ordering;
use core::fmt;

use crate::annotations::Date;
use crate::container::Root;
use crate::layout::{self, NAME, section};
use crate::names::Names;
use crate::near;
use crate::operations::Operation;
use crate::types::Type;

/// The facts of one version of Graph's metadata, read where they lie: opening an index reads its head alone, and no
/// look-up allocates.
///
/// A damaged index loses facts; it makes nothing panic.
#[derive(Clone, Copy)]
pub struct Index<'b> {
    pub(crate) names: Names<'b>,
    version: [u8; NAME],
    date: u32,
    pub(crate) namespaces: &'b [[u8; layout::NAMESPACE]],
    pub(crate) types: &'b [[u8; layout::TYPE]],
    pub(crate) derived: &'b [[u8; layout::NUMBER]],
    pub(crate) members: &'b [[u8; layout::MEMBER]],
    pub(crate) member_order: &'b [[u8; layout::NUMBER]],
    pub(crate) enum_members: &'b [[u8; layout::ENUM_MEMBER]],
    pub(crate) enum_order: &'b [[u8; layout::NUMBER]],
    pub(crate) values: &'b [[u8; layout::VALUE]],
    pub(crate) keys: &'b [[u8; layout::KEY]],
    pub(crate) alternate_keys: &'b [[u8; layout::ALTERNATE_KEY]],
    pub(crate) roots: &'b [[u8; layout::ROOT]],
    pub(crate) operations: &'b [[u8; layout::OPERATION]],
    pub(crate) parameters: &'b [[u8; layout::PARAMETER]],
    pub(crate) deprecations: &'b [[u8; layout::DEPRECATION]],
    pub(crate) clouds: &'b [[u8; NAME]],
    pub(crate) absent: &'b [[u8; layout::ABSENCE]],
}

/// Bytes that are no index.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum IndexError {
    /// They don't begin as an index does.
    NoIndex,
    /// An index of another layout than this version of the crate reads.
    OtherLayout(u32),
    /// A section ends beyond the last byte, or in the midst of a row.
    Truncated,
}

impl fmt::Display for IndexError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoIndex => f.write_str("these bytes are no index; build one from a CSDL file"),
            Self::OtherLayout(format) => {
                write!(f, "the index has layout {format} instead of {}; build it anew", layout::FORMAT)
            }
            Self::Truncated => f.write_str("the index is cut off; build it anew"),
        }
    }
}

impl core::error::Error for IndexError {}

const fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    match bytes.split_at_checked(at) {
        Some((_, rest)) => match rest.first_chunk::<4>() {
            Some(number) => Some(u32::from_le_bytes(*number)),
            None => None,
        },
        None => None,
    }
}

const fn bytes_of(bytes: &[u8], number: usize) -> Result<&[u8], IndexError> {
    let entry = layout::HEAD - (layout::SECTIONS - number) * 8;
    let (Some(start), Some(length)) = (u32_at(bytes, entry), u32_at(bytes, entry + 4)) else {
        return Err(IndexError::Truncated);
    };
    match bytes.split_at_checked(start as usize) {
        Some((_, rest)) => match rest.split_at_checked(length as usize) {
            Some((section, _)) => Ok(section),
            None => Err(IndexError::Truncated),
        },
        None => Err(IndexError::Truncated),
    }
}

const fn rows_of<const WIDTH: usize>(bytes: &[u8], number: usize) -> Result<&[[u8; WIDTH]], IndexError> {
    match bytes_of(bytes, number) {
        Ok(section) => match section.as_chunks::<WIDTH>() {
            (rows, []) => Ok(rows),
            _ => Err(IndexError::Truncated),
        },
        Err(error) => Err(error),
    }
}

/// `?`, which a constant function does not have.
macro_rules! get {
    ($result:expr) => {
        match $result {
            Ok(value) => value,
            Err(error) => return Err(error),
        }
    };
}

impl<'b> Index<'b> {
    /// An index of nothing.
    pub const EMPTY: Index<'static> = Index {
        names: Names(&[]),
        version: [0; NAME],
        date: 0,
        namespaces: &[],
        types: &[],
        derived: &[],
        members: &[],
        member_order: &[],
        enum_members: &[],
        enum_order: &[],
        values: &[],
        keys: &[],
        alternate_keys: &[],
        roots: &[],
        operations: &[],
        parameters: &[],
        deprecations: &[],
        clouds: &[],
        absent: &[],
    };

    /// The index that these bytes hold.
    ///
    /// # Errors
    /// If they hold none, one of another layout, or a part of one.
    pub const fn new(bytes: &'b [u8]) -> Result<Self, IndexError> {
        match bytes.first_chunk::<8>() {
            Some(magic) if u64::from_le_bytes(*magic) == u64::from_le_bytes(layout::MAGIC) => {}
            _ => return Err(IndexError::NoIndex),
        }
        let (Some(format), Some(date), Some(version)) = (u32_at(bytes, 8), u32_at(bytes, 12), u32_at(bytes, 16)) else {
            return Err(IndexError::Truncated);
        };
        if format != layout::FORMAT {
            return Err(IndexError::OtherLayout(format));
        }
        Ok(Self {
            names: Names(get!(bytes_of(bytes, section::NAMES))),
            version: version.to_le_bytes(),
            date,
            namespaces: get!(rows_of(bytes, section::NAMESPACES)),
            types: get!(rows_of(bytes, section::TYPES)),
            derived: get!(rows_of(bytes, section::DERIVED)),
            members: get!(rows_of(bytes, section::MEMBERS)),
            member_order: get!(rows_of(bytes, section::MEMBER_ORDER)),
            enum_members: get!(rows_of(bytes, section::ENUM_MEMBERS)),
            enum_order: get!(rows_of(bytes, section::ENUM_ORDER)),
            values: get!(rows_of(bytes, section::VALUES)),
            keys: get!(rows_of(bytes, section::KEYS)),
            alternate_keys: get!(rows_of(bytes, section::ALTERNATE_KEYS)),
            roots: get!(rows_of(bytes, section::ROOTS)),
            operations: get!(rows_of(bytes, section::OPERATIONS)),
            parameters: get!(rows_of(bytes, section::PARAMETERS)),
            deprecations: get!(rows_of(bytes, section::DEPRECATIONS)),
            clouds: get!(rows_of(bytes, section::CLOUDS)),
            absent: get!(rows_of(bytes, section::ABSENT)),
        })
    }
}

impl Index<'_> {
    /// The version of the API: `v1.0`.
    #[must_use]
    pub fn version(&self) -> &str {
        self.names.text(self.version)
    }

    /// The day, or the month, of the metadata.
    #[must_use]
    pub const fn date(&self) -> Option<Date> {
        Date::of(self.date)
    }

    /// The namespaces with their aliases, in alphabetical order.
    pub fn namespaces(&self) -> impl Iterator<Item = (&str, Option<&str>)> {
        self.namespaces.iter().map(|&[a, b, c, d, alias @ ..]| {
            let alias = Some(self.names.text(alias)).filter(|alias| !alias.is_empty());
            (self.names.text([a, b, c, d]), alias)
        })
    }

    pub(crate) fn namespace(&self, number: u8) -> &str {
        let row = self.namespaces.get(usize::from(number));
        row.map_or("", |&[a, b, c, d, ..]| self.names.text([a, b, c, d]))
    }

    /// The number of a namespace, which may go by its alias.
    fn namespace_named(&self, name: &str) -> Option<u8> {
        let by_name = |&[a, b, c, d, ..]: &[u8; layout::NAMESPACE]| self.names.compare([a, b, c, d], name);
        let by_alias = |&[.., a, b, c, d]: &[u8; layout::NAMESPACE]| {
            d != 0 && self.names.compare([a, b, c, d], name) == Ordering::Equal
        };
        let found = self.namespaces.binary_search_by(by_name).ok();
        found.or_else(|| self.namespaces.iter().position(by_alias)).and_then(|number| number.try_into().ok())
    }

    /// Whether a namespace has this name or alias.
    #[must_use]
    pub fn has_namespace(&self, name: &str) -> bool {
        self.namespace_named(name).is_some()
    }

    /// All types that the metadata declares, by namespace and name.
    pub fn types(&self) -> impl Iterator<Item = Type<'_>> {
        (0..layout::PRIMITIVE).map_while(|number| Type::of(self, number))
    }

    /// The type of a qualified name. Case counts; the aliases of namespaces are understood.
    ///
    /// ```
    /// let graph = graph_resource_schema::v1_0();
    /// let user = graph.find_type("microsoft.graph.user").unwrap();
    /// assert_eq!(graph.find_type("graph.user"), Some(user));
    /// assert_eq!(graph.find_type("microsoft.graph.User"), None);
    /// ```
    #[must_use]
    pub fn find_type(&self, qualified: &str) -> Option<Type<'_>> {
        let (namespace, name) = qualified.rsplit_once('.')?;
        let namespace = self.namespace_named(namespace)?;
        let compare = |&[a, b, c, d, of, ..]: &[u8; layout::TYPE]| {
            of.cmp(&namespace).then_with(|| self.names.compare([a, b, c, d], name))
        };
        let number = self.types.binary_search_by(compare).ok()?;
        Type::of(self, number.try_into().ok()?)
    }

    /// The types of a name without namespace, in the order of their namespaces. Case counts.
    pub fn types_called<'i>(&'i self, name: &str) -> impl Iterator<Item = Type<'i>> {
        self.types().filter(move |of_type| of_type.name() == name)
    }

    /// A type whose name is near to this one, which may be without a namespace. For messages: it looks at all types.
    #[must_use]
    pub fn near_type(&self, name: &str) -> Option<Type<'_>> {
        let (namespace, name) = name.rsplit_once('.').unwrap_or(("microsoft.graph", name));
        let namespace = self.namespace_named(namespace).map_or(namespace, |number| self.namespace(number));
        let mut near = near::Near::new(name);
        // Between names that are as near, the namespace tells.
        self.types().for_each(|of_type| near.look_at(of_type.name(), of_type.namespace() != namespace, of_type));
        near.nearest()
    }

    /// The entity sets and singletons, by name.
    pub fn roots(&self) -> impl Iterator<Item = Root<'_>> {
        (0..=u16::MAX).map_while(|number| Root::of(self, number))
    }

    /// The entity set or singleton of this name. Case counts.
    #[must_use]
    pub fn find_root(&self, name: &str) -> Option<Root<'_>> {
        let compare = |&[a, b, c, d, ..]: &[u8; layout::ROOT]| self.names.compare([a, b, c, d], name);
        Root::of(self, self.roots.binary_search_by(compare).ok()?.try_into().ok()?)
    }

    /// All functions and actions, by name.
    pub fn operations(&self) -> impl Iterator<Item = Operation<'_>> {
        (0..=u16::MAX).map_while(|number| Operation::of(self, number))
    }

    /// The functions and actions of a name without namespace: one for each binding type and set of parameters.
    pub fn operations_called(&self, name: &str) -> impl Iterator<Item = Operation<'_>> {
        let of = |&[a, b, c, d, ..]: &[u8; layout::OPERATION]| self.names.compare([a, b, c, d], name);
        let start = self.operations.partition_point(|row| of(row).is_lt());
        let end = self.operations.partition_point(|row| of(row).is_le());
        (start..end).map_while(|number| Operation::of(self, number.try_into().ok()?))
    }

    /// The clouds whose metadata was compared: `china`. Of others, the index knows nothing.
    pub fn clouds(&self) -> impl Iterator<Item = &str> {
        self.clouds.iter().map(|&name| self.names.text(name))
    }

    /// Whether a cloud has a row; `None` where the index knows nothing of the cloud.
    pub(crate) fn in_cloud(&self, cloud: &str, section: usize, number: u16) -> Option<bool> {
        let cloud = self.clouds().position(|name| name == cloud)?;
        let of = |&[of, low, high, in_cloud]: &[u8; layout::ABSENCE]| {
            (usize::from(of), u16::from_le_bytes([low, high]), usize::from(in_cloud))
        };
        Some(self.absent.binary_search_by_key(&(section, number, cloud), of).is_err())
    }
}

impl fmt::Debug for Index<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Index");
        shown.field("version", &self.version()).field("date", &self.date()).field("types", &self.types.len()).finish()
    }
}
