//! Unions: a base type and the types derived from it, told apart by `@odata.type`.
//!
//! The derive names the variants and hands each to a function here; what a union does is written once.

use core::fmt::{self, Debug};
use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::de::Deserializer;
use serde::ser::Serializer;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use crate::codec::compound::Compound;
use crate::codec::context::{ApplyMode, Completion, DiffScope, ReadContext, ReadMode, WriteForm};
use crate::etag::ETag;
use crate::odata::names::TYPE_KEY;
use crate::odata::table::{Flags, TypeInfo};

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
    type State: Clone + Debug + PartialEq;

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
    fn variant_index(&self) -> usize;

    /// The index of the variant of what is said.
    #[doc(hidden)]
    fn variant_index_of(state: &Self::State) -> usize;

    /// Reads what is said of a value of the variant at `place`.
    #[doc(hidden)]
    fn read_state<'de, D: Deserializer<'de>>(
        place: usize,
        from: D,
        cx: ReadContext<'_>,
        etag: Option<&mut Option<ETag>>,
    ) -> Result<Self::State, D::Error>;

    /// Reads a whole value of the variant at `place` into an empty place.
    #[doc(hidden)]
    fn read_value<'de, D: Deserializer<'de>>(
        place: usize,
        from: D,
        cx: ReadContext<'_>,
        etag: Option<&mut Option<ETag>>,
        out: &mut Option<Self>,
    ) -> Result<(), D::Error>;

    /// Writes what is said. Of the base type, with the name of it or without.
    #[doc(hidden)]
    fn write_state<S: Serializer>(state: &Self::State, named: bool, form: WriteForm, to: S) -> Result<S::Ok, S::Error>;

    /// Writes the whole value.
    #[doc(hidden)]
    fn write_value<S: Serializer>(&self, form: WriteForm, to: S) -> Result<S::Ok, S::Error>;

    /// Whether what is said names no type: an unknown object without `@odata.type`.
    #[doc(hidden)]
    fn is_untyped(state: &Self::State) -> bool;

    /// Hands over the wire name and the flags of each member that is stated.
    #[doc(hidden)]
    fn each_name<'s>(state: &'s Self::State, to: &mut dyn FnMut(&'s str, Flags));

    /// Whether nothing is stated but of which type the value is.
    #[doc(hidden)]
    fn is_nothing(state: &Self::State) -> bool {
        let mut is_nothing = true;
        Self::each_name(state, &mut |_, _| is_nothing = false);
        is_nothing
    }

    /// Makes a whole value.
    #[doc(hidden)]
    fn complete_state(state: Self::State, completion: &mut Completion) -> Option<Self>;

    /// A value of which nothing was said but this.
    #[doc(hidden)]
    fn start_state(state: Self::State, mode: ApplyMode) -> Option<Self>;

    /// What changes this into `new`; `None` where the two are of different types.
    #[doc(hidden)]
    fn diff_state(&self, new: &Self, scope: DiffScope<'_>) -> Option<Self::State>;

    /// Applies what is said, or gives it back where it is of another type.
    #[doc(hidden)]
    fn apply_state(&mut self, state: Self::State, mode: ApplyMode) -> Result<(), Self::State>;

    /// Composes what is said with what is said later, or gives that back where it is of another type.
    #[doc(hidden)]
    fn merge_state(state: &mut Self::State, later: Self::State) -> Result<(), Self::State>;

    /// States what is said of the base type, member by member.
    #[doc(hidden)]
    fn project_state(state: &Self::State, to: &mut Projection<'_>);

    /// Drops what only a body may hold.
    #[doc(hidden)]
    fn settle_value(&mut self);
}

/// Whether one of the types declares a property of this name.
#[must_use]
pub fn union_declares<U: GraphUnion>(name: &str) -> bool {
    U::TABLES.iter().any(|table| table.property(name).is_some())
}

/// Whether an unknown object does not tell its type.
#[must_use]
pub fn is_untyped(state: &Map<String, Value>) -> bool {
    !state.contains_key(TYPE_KEY)
}

/// Whether two unknown objects are of one type, as far as they tell.
#[must_use]
pub fn same_unknown(here: &Map<String, Value>, state: &Map<String, Value>) -> bool {
    match (here.get(TYPE_KEY), state.get(TYPE_KEY)) {
        (Some(here), Some(state)) => here == state,
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

/// What is said of a [`GraphUnion`]: the partial of a value of one of its types, or the whole of a new value.
pub struct UnionPartial<U: GraphUnion>(pub(crate) UnionState<U>);

pub(crate) enum UnionState<U: GraphUnion> {
    Nothing,
    One(Step<U>),
    /// Of several types, one after the other.
    Several(Box<Sequence<U>>),
    Whole(Box<U>),
}

/// What is said of one type, or of all.
pub(crate) struct Step<U: GraphUnion> {
    pub(crate) state: U::State,
    /// Whether it is said of the value, whatever its type is: it is said of the members of the base type, and names no type.
    pub(crate) of_all: bool,
}

/// Two steps or more, each of which says something.
pub(crate) struct Sequence<U: GraphUnion> {
    pub(crate) all: Vec<Step<U>>,
    /// What one body says.
    pub(crate) body: Step<U>,
}

/// The members of a value, by their names.
pub(crate) type Held<'h> = BTreeMap<Cow<'h, str>, &'h RawValue>;

/// What is said of the base type, as it is stated of another one: objects with one member each.
pub struct Projection<'h> {
    /// The type that it is stated of.
    pub(crate) target: &'static TypeInfo,
    pub(crate) onto: Option<Onto<'h>>,
    pub(crate) stated: Vec<(String, ReadMode)>,
}

/// The value that is changed; there is none where a body is made.
#[derive(Clone, Copy)]
pub(crate) struct Onto<'h> {
    pub(crate) held: &'h Held<'h>,
    pub(crate) mode: ApplyMode,
}
