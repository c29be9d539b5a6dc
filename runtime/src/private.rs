//! What expansions call. Outside of semantic versioning: the two crates are released together and pinned.

pub use core::clone::Clone;
pub use core::convert::From;
pub use core::default::Default;
pub use core::fmt::{Debug, Display, Formatter, Result as FmtResult};
pub use core::marker::Sized;
pub use core::ops::{Add, Deref};
pub use core::option::Option;
pub use core::result::Result;

pub use serde::de::{Deserialize, DeserializeOwned, Deserializer, MapAccess};
pub use serde::ser::{Serialize, SerializeMap, Serializer};
pub use serde_json::{Map, Value};
pub use std::string::String;

pub use crate::complex::{Change, Complex, GraphComplex};
pub use crate::enumeration::{Enumeration, GraphEnum};
pub use crate::etag::ETag;
pub use crate::field::Field;
pub use crate::path::PathPart;
pub use crate::property::Property;
pub use crate::read::Members;
use crate::read::{ReadContext, ReadMode, read_partial, read_whole};
pub use crate::resource::{At, Collection, GraphResource, NewResource};
pub use crate::structured::{
    Applying, Completion, Defaulted, Diffing, Flags, GraphPatch, Nullable, Partial, PropertyInfo, Required, Slot,
    StateVisitor, Structured, TypeInfo, debug_partial,
};
pub use crate::value::{CodecOf, GraphValue, IntoState, Opaque, State, With, WithModule};
pub use crate::write::ObjectWriter;
use crate::write::{Form, write_partial, write_whole};

/// A row of the property table.
#[must_use]
pub const fn row(name: &'static str, flags: u8) -> PropertyInfo {
    PropertyInfo::new(name, Flags::from_bits(flags))
}

/// The local form of a whole value.
///
/// # Errors
///
/// The serializer's own error.
pub fn serialize_whole<T: Structured, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
    write_whole(value, Form::Local, to)
}

/// The local form of a partial.
///
/// # Errors
///
/// The serializer's own error.
pub fn serialize_partial<P: Partial, S: Serializer>(partial: &P, to: S) -> Result<S::Ok, S::Error> {
    write_partial(partial, Form::Local, to)
}

/// The body of a patch.
///
/// # Errors
///
/// The serializer's own error.
pub fn serialize_patch<P: Partial, S: Serializer>(partial: &P, to: S) -> Result<S::Ok, S::Error> {
    write_partial(partial, Form::Patch, to)
}

/// The body of a creation.
///
/// # Errors
///
/// The serializer's own error.
pub fn serialize_new<P: Partial, S: Serializer>(partial: &P, to: S) -> Result<S::Ok, S::Error> {
    write_partial(partial, Form::Create, to)
}

/// Reads a whole value of its local form.
///
/// # Errors
///
/// The deserializer's own error.
pub fn deserialize_whole<'de, T: Structured, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    read_whole(from, ReadContext::root(ReadMode::Local))
}

/// Reads a partial of its local form.
///
/// # Errors
///
/// The deserializer's own error.
pub fn deserialize_partial<'de, P: Partial, D: Deserializer<'de>>(from: D) -> Result<P, D::Error> {
    read_partial(from, ReadContext::root(ReadMode::Local))
}

/// Reads a patch.
///
/// # Errors
///
/// The deserializer's own error; one of ours where the patch says what no patch may.
pub fn deserialize_patch<'de, P: GraphPatch, D: Deserializer<'de>>(from: D) -> Result<P, D::Error> {
    read_partial(from, ReadContext::root(ReadMode::Patch)).map(P::from_partial)
}

/// Reads an enumeration member.
///
/// # Errors
///
/// The deserializer's own error.
pub fn deserialize_member<'de, E: GraphEnum, D: Deserializer<'de>>(from: D) -> Result<E, D::Error> {
    <Enumeration<E> as crate::value::Whole>::read(from, ReadContext::root(ReadMode::Local))
}

/// What a field of an expansion may be read and written by.
pub trait ForeignValue: core::fmt::Debug + Clone + PartialEq + Serialize + DeserializeOwned {}
impl<T: core::fmt::Debug + Clone + PartialEq + Serialize + DeserializeOwned> ForeignValue for T {}
