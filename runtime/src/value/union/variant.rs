//! What a variant of a union holds.

use serde::de::Deserializer;
use serde::ser::Serializer;

use crate::codec::compound::{Compound, Partial};
use crate::codec::context::{Completion, Form, Mode, ReadContext, Scope};
use crate::codec::derived::Structured;
use crate::codec::write::{write_partial_as, write_whole_as};
use crate::etag::ETag;
use crate::odata::table::TypeInfo;
use crate::value::complex::Complex;
use crate::value::union::types::Restating;

/// The codec of what a variant may hold: of a struct with properties.
#[diagnostic::on_unimplemented(
    message = "a variant of a union holds a struct; take the variants of the union in it as variants here",
    label = "a union in turn"
)]
pub trait Variant {
    /// The value.
    type Value;
    /// What is said of a value.
    type Said;

    /// The name of the type: the one that was given, or else the payload's own.
    const ODATA_TYPE: Option<&'static str>;

    /// The table of the type.
    const TABLE: &'static TypeInfo;

    /// Whether a value may hold what no answer shows.
    #[must_use]
    fn has_secrets() -> bool;

    /// Reads what is said.
    ///
    /// # Errors
    ///
    /// The reader's own error.
    fn read_said<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        etag: Option<&mut Option<ETag>>,
    ) -> Result<Self::Said, D::Error>;

    /// Reads a whole value.
    ///
    /// # Errors
    ///
    /// The reader's own error.
    fn read<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        etag: Option<&mut Option<ETag>>,
    ) -> Result<Self::Value, D::Error>;

    /// Writes the whole value, with the name of its type.
    ///
    /// # Errors
    ///
    /// The serializer's own error.
    fn write<S: Serializer>(
        value: &Self::Value,
        name: Option<&'static str>,
        form: Form,
        to: S,
    ) -> Result<S::Ok, S::Error>;

    /// Writes what is said, with the name of the type.
    ///
    /// # Errors
    ///
    /// The serializer's own error.
    fn write_said<S: Serializer>(
        said: &Self::Said,
        name: Option<&'static str>,
        form: Form,
        to: S,
    ) -> Result<S::Ok, S::Error>;

    /// Whether nothing is said.
    fn is_nothing(said: &Self::Said) -> bool;

    /// Makes a whole value.
    fn complete(said: Self::Said, completion: &mut Completion) -> Option<Self::Value>;

    /// A value of which nothing was said but this.
    fn begin(said: Self::Said, mode: Mode) -> Option<Self::Value>;

    /// What changes `old` into `new`.
    fn diff(old: &Self::Value, new: &Self::Value, scope: Scope<'_>) -> Self::Said;

    /// Applies what is said.
    fn apply(value: &mut Self::Value, said: Self::Said, mode: Mode);

    /// Composes what is said with what is said later.
    fn compose(said: &mut Self::Said, later: Self::Said);

    /// States what is said, member by member.
    fn restate(said: &Self::Said, to: &mut Restating<'_>);

    /// Drops what only a body may hold.
    fn settle(value: &mut Self::Value);
}

impl<T: Structured> Variant for Complex<T> {
    type Value = T;
    type Said = <T as Structured>::Partial;

    const ODATA_TYPE: Option<&'static str> = T::TYPE.odata_type;
    const TABLE: &'static TypeInfo = T::TYPE;

    fn has_secrets() -> bool {
        <T as Compound>::has_secrets()
    }

    fn read_said<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        etag: Option<&mut Option<ETag>>,
    ) -> Result<Self::Said, D::Error> {
        Partial::read_from(from, cx, etag)
    }

    fn read<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        etag: Option<&mut Option<ETag>>,
    ) -> Result<T, D::Error> {
        Compound::read_from(from, cx, etag)
    }

    fn write<S: Serializer>(
        value: &Self::Value,
        name: Option<&'static str>,
        form: Form,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        write_whole_as(value, name, form, to)
    }

    fn write_said<S: Serializer>(
        said: &Self::Said,
        name: Option<&'static str>,
        form: Form,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        write_partial_as(said, name, form, to)
    }

    fn is_nothing(said: &Self::Said) -> bool {
        Partial::is_empty(said)
    }

    fn complete(said: Self::Said, completion: &mut Completion) -> Option<Self::Value> {
        <T as Structured>::complete(said, completion)
    }

    fn begin(said: Self::Said, mode: Mode) -> Option<Self::Value> {
        <T as Compound>::begin(said, mode)
    }

    fn diff(old: &Self::Value, new: &Self::Value, scope: Scope<'_>) -> Self::Said {
        old.difference(new, scope)
    }

    fn apply(value: &mut Self::Value, said: Self::Said, mode: Mode) {
        value.fold(said, mode);
    }

    fn compose(said: &mut Self::Said, later: Self::Said) {
        Partial::compose(said, later);
    }

    fn restate(said: &Self::Said, to: &mut Restating<'_>) {
        to.restate(said);
    }

    fn settle(value: &mut Self::Value) {
        value.settle();
    }
}
