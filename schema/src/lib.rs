#![doc = include_str!("../README.md")]

mod annotations;
mod container;
mod edm;
mod enumeration;
mod index;
mod keys;
#[doc(hidden)]
pub mod layout;
mod members;
mod names;
mod near;
mod operations;
mod path;
mod rules;
mod types;

pub use self::annotations::{Date, DateError, Deprecation, Permission};
pub use self::container::Root;
pub use self::edm::{Primitive, TypeUse, ValueType};
pub use self::enumeration::EnumMember;
pub use self::index::{Index, IndexError};
pub use self::keys::AlternateKey;
pub use self::members::{Member, Members};
pub use self::names::QualifiedName;
pub use self::operations::{Operation, Parameter};
pub use self::path::{PathError, PathErrorKind, Place, Step};
pub use self::rules::{Field, Finding, Level, Mark, Part, Rules, Shape};
pub use self::types::{Type, TypeKind};

static BYTES: &[u8] = include_bytes!("../graph-v1.0.index");

/// Opened by the compiler. An index of another layout is none, so that the crate that builds a new one compiles.
static V1_0: Index<'static> = match Index::new(BYTES) {
    Ok(index) => index,
    Err(_) => Index::EMPTY,
};

/// The metadata of Microsoft Graph v1.0. [`Index::date`] says of when.
///
/// ```
/// let graph = graph_resource_schema::v1_0();
/// let user = graph.find_type("microsoft.graph.user").unwrap();
/// assert!(user.member("displayName").unwrap().is_nullable());
/// ```
#[must_use]
pub fn v1_0() -> &'static Index<'static> {
    &V1_0
}
