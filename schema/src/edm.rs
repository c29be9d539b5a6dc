//! The primitive types of OData, and how a type is used.

use core::fmt;

use crate::index::Index;
use crate::layout;
use crate::types::Type;

macro_rules! primitives {
    ($($name:ident)*) => {
        /// A primitive type of OData, or one of its abstract types.
        ///
        /// Source: OData CSDL 4.01, section 3.3, Primitive Types.
        #[allow(missing_docs)]
        #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        #[non_exhaustive]
        pub enum Primitive { $($name,)* }

        impl Primitive {
            /// Every primitive type.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The name without `Edm.`: `DateTimeOffset`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => stringify!($name),)* }
            }
        }
    };
}

// An index holds the numbers of these: new ones are added at the end.
primitives! {
    Binary Boolean Byte Date DateTimeOffset Decimal Double Duration Guid Int16 Int32 Int64 SByte Single Stream String
    TimeOfDay Untyped Geography GeographyPoint GeographyLineString GeographyPolygon GeographyMultiPoint
    GeographyMultiLineString GeographyMultiPolygon GeographyCollection Geometry GeometryPoint GeometryLineString
    GeometryPolygon GeometryMultiPoint GeometryMultiLineString GeometryMultiPolygon GeometryCollection PrimitiveType
    ComplexType EntityType
}

impl Primitive {
    /// The type of this name, which is written with `Edm.`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let name = name.strip_prefix("Edm.")?;
        Self::ALL.iter().copied().find(|primitive| primitive.name() == name)
    }

    /// The Rust type of a property, from the root of `graph_resource` where Rust has none of its own: `edm::Date`. `None`
    /// where values have no form of their own.
    #[must_use]
    pub const fn rust_type(self) -> Option<&'static str> {
        Some(match self {
            Self::Boolean => "bool",
            Self::Byte => "u8",
            Self::SByte => "i8",
            Self::Int16 => "i16",
            Self::Int32 => "i32",
            Self::Int64 => "i64",
            Self::Single => "f32",
            Self::Double => "f64",
            Self::Decimal => "edm::Decimal",
            Self::String => "String",
            Self::Date => "edm::Date",
            Self::TimeOfDay => "edm::TimeOfDay",
            Self::DateTimeOffset => "DateTimeOffset",
            Self::Duration => "edm::Duration",
            Self::Guid => "edm::Guid",
            Self::Binary => "edm::Binary",
            _ => return None,
        })
    }
}

impl fmt::Display for Primitive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Edm.")?;
        f.write_str(self.name())
    }
}

/// The type of a value: of a property, a parameter, a result, a place that a path leads to.
#[derive(Clone, Copy, Eq, PartialEq)]
pub enum ValueType<'i> {
    /// `Edm.String` and its like.
    Primitive(Primitive),
    /// A type that the metadata declares.
    Declared(Type<'i>),
}

impl<'i> ValueType<'i> {
    pub(crate) fn of(index: &'i Index<'i>, number: u16) -> Option<Self> {
        match number {
            layout::NONE => None,
            layout::PRIMITIVE.. => {
                Primitive::ALL.get(usize::from(number - layout::PRIMITIVE)).copied().map(Self::Primitive)
            }
            _ => Type::of(index, number).map(Self::Declared),
        }
    }

    /// The declared type, where it is one.
    #[must_use]
    pub const fn declared(self) -> Option<Type<'i>> {
        match self {
            Self::Declared(of_type) => Some(of_type),
            Self::Primitive(_) => None,
        }
    }

    /// The primitive type, where it is one.
    #[must_use]
    pub const fn primitive(self) -> Option<Primitive> {
        match self {
            Self::Primitive(primitive) => Some(primitive),
            Self::Declared(_) => None,
        }
    }
}

impl fmt::Display for ValueType<'_> {
    /// The name as OData writes it: `Edm.Int32`, `microsoft.graph.user`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Primitive(primitive) => fmt::Display::fmt(primitive, f),
            Self::Declared(of_type) => fmt::Display::fmt(&of_type.qualified_name(), f),
        }
    }
}

impl fmt::Debug for ValueType<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A type, or a collection of it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct TypeUse<'i> {
    /// The type of the value, or of each item.
    pub value: ValueType<'i>,
    /// Whether it is a collection.
    pub is_collection: bool,
}

impl fmt::Display for TypeUse<'_> {
    /// As OData writes it: `Collection(microsoft.graph.user)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_collection { write!(f, "Collection({})", self.value) } else { fmt::Display::fmt(&self.value, f) }
    }
}
