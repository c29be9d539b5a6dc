//! Unions: a base type and the types derived from it, told apart by `@odata.type`.
//!
//! The derive names the variants and hands each to a function here; what a union does is written once.

mod discriminator;
mod inherited;
mod partial;
mod steps;

use core::fmt::{self, Debug};

use serde::de::Deserializer;
use serde::ser::Serializer;
use serde_json::{Map, Value};

pub use self::discriminator::read_union;
pub use self::inherited::Restating;
pub use self::partial::UnionPartial;
use crate::complex::Complex;
use crate::compound::{Compound, Partial};
use crate::etag::ETag;
use crate::read::{ReadContext, TYPE_KEY};
use crate::resource::{GraphResource, NewResource};
use crate::structured::{Completion, Flags, Mode, Scope, Structured, TypeInfo};
use crate::write::{Form, write_partial_as, write_whole_as};

/// A value that is of one of several types: a base type and the types derived from it, told apart by `@odata.type`.
///
/// Derived with `#[derive(GraphUnion)]` for an enum with one variant a type. One variant, marked `unknown`, keeps a value
/// of a type that this build does not know, since Graph adds derived types without a new version.
///
/// # Examples
///
/// ```
/// use graph_resource::{GraphComplex, GraphUnion};
/// use serde_json::{Map, Value};
///
/// #[derive(Clone, Debug, PartialEq, GraphComplex)]
/// pub struct ClientUserAgent {
///     pub platform: String,
/// }
///
/// #[derive(Clone, Debug, PartialEq, GraphUnion)]
/// pub enum UserAgent {
///     #[graph_resource(odata_type = "microsoft.graph.callRecords.clientUserAgent")]
///     Client(ClientUserAgent),
///     #[graph_resource(unknown)]
///     Unknown(Map<String, Value>),
/// }
///
/// let json = r##"{"@odata.type":"#microsoft.graph.callRecords.clientUserAgent","platform":"iOS"}"##;
/// let agent: UserAgent = serde_json::from_str(json)?;
/// assert_eq!(agent, UserAgent::Client(ClientUserAgent { platform: "iOS".into() }));
/// assert_eq!(serde_json::to_string(&agent)?, json);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Source: OData JSON Format 4.0, section 4.5.3; OData CSDL 4.0, sections 8.1.2 and 9.1.2.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no union of Graph types",
    label = "without `GraphUnion`",
    note = "derive `GraphUnion` for it"
)]
pub trait GraphUnion: Compound<Partial = UnionPartial<Self>> {
    /// What is said of a value of one of the types: an enum with the variants of this one.
    type Said: Clone + Debug + PartialEq;

    /// The qualified OData name of each variant's type with a leading `#`, in the order of the variants. The base and
    /// the unknown may have none.
    const TYPES: &'static [Option<&'static str>];

    /// The table of each variant's type.
    #[doc(hidden)]
    const TABLES: &'static [&'static TypeInfo];

    /// The variant that an object without `@odata.type` is of, where the base type is not abstract.
    #[doc(hidden)]
    const BASE: Option<usize>;

    /// The variant that keeps unknown types.
    #[doc(hidden)]
    const UNKNOWN: usize;

    /// The index of the variant.
    #[doc(hidden)]
    fn place(&self) -> usize;

    /// The index of the variant of what is said.
    #[doc(hidden)]
    fn place_of(said: &Self::Said) -> usize;

    /// Reads what is said of a value of the variant at `place`.
    #[doc(hidden)]
    fn read_said<'de, D: Deserializer<'de>>(
        place: usize,
        from: D,
        cx: ReadContext<'_>,
        etag: Option<&mut Option<ETag>>,
    ) -> Result<Self::Said, D::Error>;

    /// Reads a whole value of the variant at `place` into an empty place.
    #[doc(hidden)]
    fn read_value<'de, D: Deserializer<'de>>(
        place: usize,
        from: D,
        cx: ReadContext<'_>,
        etag: Option<&mut Option<ETag>>,
        room: &mut Option<Self>,
    ) -> Result<(), D::Error>;

    /// Writes what is said. Of the base type, with the name of it or without.
    #[doc(hidden)]
    fn write_said<S: Serializer>(said: &Self::Said, named: bool, form: Form, to: S) -> Result<S::Ok, S::Error>;

    /// Writes the whole value.
    #[doc(hidden)]
    fn write_value<S: Serializer>(&self, form: Form, to: S) -> Result<S::Ok, S::Error>;

    /// Whether what is said names no type: an unknown object without `@odata.type`.
    #[doc(hidden)]
    fn is_untyped(said: &Self::Said) -> bool;

    /// Hands over the wire name and the flags of each member that is said.
    #[doc(hidden)]
    fn each_name<'s>(said: &'s Self::Said, to: &mut dyn FnMut(&'s str, Flags));

    /// Whether nothing is said but of which type the value is.
    #[doc(hidden)]
    fn is_nothing(said: &Self::Said) -> bool {
        let mut is_nothing = true;
        Self::each_name(said, &mut |_, _| is_nothing = false);
        is_nothing
    }

    /// Makes a whole value.
    #[doc(hidden)]
    fn complete_said(said: Self::Said, completion: &mut Completion) -> Option<Self>;

    /// A value of which nothing was said but this.
    #[doc(hidden)]
    fn begin_said(said: Self::Said, mode: Mode) -> Option<Self>;

    /// What changes this into `new`; `None` where the two are of different types.
    #[doc(hidden)]
    fn diff_said(&self, new: &Self, scope: Scope<'_>) -> Option<Self::Said>;

    /// Applies what is said, or gives it back where it is of another type.
    #[doc(hidden)]
    fn apply_said(&mut self, said: Self::Said, mode: Mode) -> Result<(), Self::Said>;

    /// Composes what is said with what is said later, or gives that back where it is of another type.
    #[doc(hidden)]
    fn compose_said(said: &mut Self::Said, later: Self::Said) -> Result<(), Self::Said>;

    /// States what is said of the base type, member by member.
    #[doc(hidden)]
    fn restate_said(said: &Self::Said, to: &mut Restating<'_>);

    /// Drops what only a body may hold.
    #[doc(hidden)]
    fn settle_value(&mut self);
}

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

    /// Hands over the wire name and the flags of each member that is said.
    fn each_name<'s>(said: &'s Self::Said, to: &mut dyn FnMut(&'s str, Flags));

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

    fn each_name<'s>(said: &'s Self::Said, to: &mut dyn FnMut(&'s str, Flags)) {
        Partial::each_name(said, to);
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

/// Whether an unknown object does not tell its type.
#[must_use]
pub fn is_untyped(said: &Map<String, Value>) -> bool {
    !said.contains_key(TYPE_KEY)
}

/// Whether two unknown objects are of one type, as far as they tell.
#[must_use]
pub fn same_unknown(here: &Map<String, Value>, said: &Map<String, Value>) -> bool {
    match (here.get(TYPE_KEY), said.get(TYPE_KEY)) {
        (Some(here), Some(said)) => here == said,
        _ => true,
    }
}

/// The key of an unknown object.
#[must_use]
pub fn unknown_key<'u>(object: &'u Map<String, Value>, name: &str) -> Option<&'u dyn fmt::Display> {
    match object.get(name)? {
        Value::String(key) => Some(key),
        number @ Value::Number(_) => Some(number),
        _ => None,
    }
}

impl<U: GraphUnion + GraphResource> NewResource<U> for UnionPartial<U> {
    fn write_new<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.write_to(Form::Create, to)
    }
}

/// See [`Compound::complete`].
pub fn complete_union<U: GraphUnion>(partial: UnionPartial<U>, completion: &mut Completion) -> Option<U> {
    partial.complete(completion)
}

/// See [`Compound::difference`].
pub fn diff_union<U: GraphUnion>(old: &U, new: &U, scope: Scope<'_>) -> UnionPartial<U> {
    match old.diff_said(new, scope) {
        Some(said) if U::is_nothing(&said) => UnionPartial::default(),
        Some(said) => UnionPartial::of(said),
        // A value of another type is another value.
        None if scope.says(|| true) => UnionPartial::whole(new.clone()),
        None => UnionPartial::default(),
    }
}

/// See [`Compound::fold`].
pub fn fold_union<U: GraphUnion>(value: &mut U, partial: UnionPartial<U>, mode: Mode) {
    partial.fold_into(value, mode);
}

/// See [`Compound::begin`].
#[must_use]
pub fn begin_union<U: GraphUnion>(partial: UnionPartial<U>, mode: Mode) -> Option<U> {
    partial.begin(mode)
}
