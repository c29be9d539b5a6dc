//! Unions: a base type and the types derived from it, told apart by `@odata.type`.
//!
//! The derive writes a match over the variants for each method of [`GraphUnion`]. What a union does with them stands in
//! the files beside this one, once for all unions.

use core::fmt::{self, Debug};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::de::Deserializer;
use serde::ser::Serializer;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use crate::codec::aside::Aside;
use crate::codec::compound::Compound;
use crate::codec::context::{ApplyMode, Completion, DiffScope, ReadContext, ReadMode, WriteForm};
use crate::odata::names::TYPE_KEY;
use crate::odata::table::{Flags, TypeInfo, UnionTypes};

/// A value that is of one of several types: a base type and the types derived from it, told apart by `@odata.type`.
///
/// Derived with `#[derive(GraphUnion)]` for an enum with one variant a type. One variant, marked `unknown`, keeps a value
/// of a type that this build does not know, since Graph adds derived types without a new version.
///
/// # Which variant an object is
///
/// - An object that names a type in `@odata.type` is of the variant with this name, or else unknown.
/// - An object that names none, or null, is of the base type. Where the base type is abstract, it is unknown.
/// - It is unknown too where the base's struct is closed and would lose a member that is not null. The value is then
///   most likely of a derived type, whose name the service left out.
///
/// An unknown object that is read whole keeps all its members, nulls included. No patch and no difference tells a null
/// from a member that is not there.
///
/// # Type changes
///
/// What a `PATCH` does to a value of another type than the one that it is for:
///
/// - A patch of the base type, if it names no type, changes what the value inherits. The value keeps its type.
/// - An entity, which has a key, never changes its type. A patch for another derived type does nothing to it. One that
///   names a type without a variant is taken for a patch of the abstract base type: it changes what the value inherits.
/// - A complex value becomes a value of the type that the patch names, and begins anew: nothing of the old value stays.
///   If values of that type cannot start empty, nothing is done here: [`Updated::lacking`](crate::Updated::lacking) tells
///   what the patch lacks, and a reload reads what the service made of it. The embedded Graph of the tests follows the same
///   rule, and a real service drops what the new type does not declare.
///
/// A new value of another type, which a setter takes or a difference finds, replaces the old one as a whole. Graph
/// refuses that for an entity.
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
/// Source: OData JSON Format 4.0, section 4.5.3; OData CSDL 4.0, sections 8.1.2 and 9.1.2; OData Protocol 4.01, section
/// 11.4.3.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no union of Graph types",
    label = "without `GraphUnion`",
    note = "derive `GraphUnion` for it"
)]
pub trait GraphUnion: Compound<Partial = UnionPartial<Self>> {
    /// The state of a value of one of the types: an enum with the variants of this one.
    type State: Clone + Debug + PartialEq;

    /// The qualified OData name of each variant's type with a leading `#`, in the order of the variants. The base and
    /// the unknown may have none.
    const TYPES: &'static [Option<&'static str>];

    /// The table of each variant's type.
    #[doc(hidden)]
    const TABLES: &'static [&'static TypeInfo];

    /// The variant of the base type, where that is not abstract.
    #[doc(hidden)]
    const BASE: Option<usize>;

    /// The table of the base type, where it is told.
    #[doc(hidden)]
    const BASE_TABLE: Option<&'static TypeInfo> = match Self::BASE {
        Some(base) => Some(Self::TABLES[base]),
        None => None,
    };

    /// The variant that keeps unknown types.
    #[doc(hidden)]
    const UNKNOWN: usize;

    /// The index of the value's variant.
    #[doc(hidden)]
    fn variant_index(&self) -> usize;

    /// The index of the state's variant.
    #[doc(hidden)]
    fn variant_index_of(state: &Self::State) -> usize;

    /// Reads a state of this variant into `out`, which is empty.
    #[doc(hidden)]
    fn read_state<'de, D: Deserializer<'de>>(
        variant: usize,
        from: D,
        cx: ReadContext<'_>,
        aside: Option<&mut Aside>,
        out: &mut Option<Self::State>,
    ) -> Result<(), D::Error>;

    /// Reads a whole value of this variant into `out`, which is empty.
    #[doc(hidden)]
    fn read_value<'de, D: Deserializer<'de>>(
        variant: usize,
        from: D,
        cx: ReadContext<'_>,
        aside: Option<&mut Aside>,
        out: &mut Option<Self>,
    ) -> Result<(), D::Error>;

    /// Writes the state with the name of its type. A state of the base type has the name only if it is `named`.
    #[doc(hidden)]
    fn write_state<S: Serializer>(state: &Self::State, named: bool, form: WriteForm, to: S) -> Result<S::Ok, S::Error>;

    /// Writes the whole value.
    #[doc(hidden)]
    fn write_value<S: Serializer>(&self, form: WriteForm, to: S) -> Result<S::Ok, S::Error>;

    /// The `@odata.type` that the state of an unknown object holds; `None` for every other variant.
    #[doc(hidden)]
    fn own_type(state: &Self::State) -> Option<&Value>;

    /// Hands over the wire name and the flags of each member that is stated.
    #[doc(hidden)]
    fn each_name<'s>(state: &'s Self::State, to: &mut dyn FnMut(&'s str, Flags));

    /// Whether the state names a type and no member. Looks at all members.
    #[doc(hidden)]
    fn is_nothing(state: &Self::State) -> bool {
        let mut is_nothing = true;
        Self::each_name(state, &mut |_, _| is_nothing = false);
        is_nothing
    }

    /// Makes a whole value of the state.
    #[doc(hidden)]
    fn complete_state(state: Self::State, completion: &mut Completion) -> Option<Self>;

    /// Applies the state where there is no value; `None` if values of its type cannot start empty.
    #[doc(hidden)]
    fn start_state(state: Self::State, mode: ApplyMode) -> Option<Self>;

    /// The state that changes this value into `new`; `None` if the two are of different types.
    #[doc(hidden)]
    fn diff_state(&self, new: &Self, scope: DiffScope<'_>) -> Option<Self::State>;

    /// Applies the state, or gives it back if it is of another type.
    #[doc(hidden)]
    fn apply_state(&mut self, state: Self::State, mode: ApplyMode) -> Result<(), Self::State>;

    /// Composes the state with a later one, or gives the later one back if it is of another type.
    #[doc(hidden)]
    fn merge_state(state: &mut Self::State, later: Self::State) -> Result<(), Self::State>;

    /// Projects the state of the base type, or of an unknown one, onto another type, member by member.
    #[doc(hidden)]
    fn project_state(state: &Self::State, to: &mut Projection<'_>);

    /// Drops what only a body may hold.
    #[doc(hidden)]
    fn settle_value(&mut self);
}

/// The tables of a union's types.
#[must_use]
pub fn union_types<U: GraphUnion>() -> Option<UnionTypes> {
    Some(UnionTypes { base: U::BASE_TABLE, names: U::TYPES, tables: U::TABLES, unknown: U::UNKNOWN })
}

/// The `@odata.type` that an unknown object holds.
#[must_use]
pub fn own_type(object: &Map<String, Value>) -> Option<&Value> {
    object.get(TYPE_KEY)
}

/// Whether two unknown objects are of one type. An object that names none may be of any.
#[must_use]
pub fn same_unknown(one: &Map<String, Value>, other: &Map<String, Value>) -> bool {
    is_same_type(own_type(one), own_type(other))
}

pub(crate) fn is_same_type(one: Option<&Value>, other: Option<&Value>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one == other,
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

/// The partial of a [`GraphUnion`]: the state of a value of one of its types, or a whole new value.
pub struct UnionPartial<U: GraphUnion>(pub(crate) UnionState<U>);

pub(crate) enum UnionState<U: GraphUnion> {
    Nothing,
    One(Step<U>),
    /// States of several types, one after the other.
    Several(Box<Sequence<U>>),
    Whole(Box<U>),
}

/// A state, and which values it is for.
pub(crate) struct Step<U: GraphUnion> {
    pub(crate) state: U::State,
    /// Whether it is for values of all types: it holds members of the base type.
    pub(crate) of_all: bool,
}

/// Two steps or more, none of which is empty.
pub(crate) struct Sequence<U: GraphUnion> {
    pub(crate) all: Vec<Step<U>>,
    /// The index of the step that makes a value of its own type of any other one.
    pub(crate) settled: Option<usize>,
    /// The steps as one body: made when it is asked for, since to make it costs as much as all the steps.
    pub(crate) body: OnceLock<Option<Step<U>>>,
}

/// The members of a value, by their names.
pub(crate) type Held<'h> = BTreeMap<Cow<'h, str>, &'h RawValue>;

/// A state of the base type as states of another one: objects with one member each.
pub struct Projection<'h> {
    /// The other type.
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
