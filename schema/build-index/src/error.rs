//! What can be wrong with a CSDL file.

use core::fmt;

/// Why no index can be built.
#[derive(Debug)]
#[non_exhaustive]
pub enum BuildError {
    /// The text is no XML.
    Xml(roxmltree::Error),
    /// The text is XML, and has no element `Schema`.
    NoSchema,
    /// An element lacks an attribute.
    Attribute {
        /// The element: `EntityType`.
        element: String,
        /// The attribute: `Name`.
        attribute: &'static str,
        /// The line of the element.
        line: u32,
    },
    /// The value of an attribute is none that it can have.
    Value {
        /// The value.
        value: String,
        /// The line of the element.
        line: u32,
    },
    /// A type is named that is not declared.
    UnknownType {
        /// The type.
        name: String,
        /// Where it is named.
        at: String,
    },
    /// A name is declared twice.
    Twice(String),
    /// The bases of a type lead back to it, or are more than an index holds.
    Bases(String),
    /// There are more rows of something than an index holds.
    TooMany(&'static str),
    /// A name is longer than 255 bytes.
    TooLong(String),
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Xml(_) => f.write_str("the file is no XML"),
            Self::NoSchema => f.write_str("the file is no CSDL: it has no element `Schema`"),
            Self::Attribute { element, attribute, line } => {
                write!(f, "line {line}: `{element}` has no attribute `{attribute}`")
            }
            Self::Value { value, line } => write!(f, "line {line}: `{value}` is no value that is understood here"),
            Self::UnknownType { name, at } => write!(f, "`{at}` names the type `{name}`, which is not declared"),
            Self::Twice(name) => write!(f, "`{name}` is declared twice"),
            Self::Bases(name) => write!(f, "the bases of `{name}` form a circle, or are more than 31"),
            Self::TooMany(what) => write!(f, "there are more {what} than an index can hold"),
            Self::TooLong(name) => write!(f, "`{name}` is longer than 255 bytes"),
        }
    }
}

impl std::error::Error for BuildError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Xml(error) => Some(error),
            _ => None,
        }
    }
}
