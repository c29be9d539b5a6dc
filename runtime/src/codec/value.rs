//! What a property's value is: the traits by which the derives find out how to read, write, compare and patch it.
//!
//! A [`Codec`] knows one type of value; [`GraphValue`] names the codec of a type. Most values are replaced whole and
//! need no more than [`Replaced`]; a complex value has members, and its codec is [`ComplexCodec`](crate::Complex).

use core::fmt::Debug;

use serde::de::Deserializer;
use serde::ser::{Serialize, Serializer};

use crate::codec::context::{ApplyMode, Completion, DiffScope, Probe, ReadContext, WriteForm};
use crate::codec::out::{Out, unread};

/// A type that a property of a Graph resource may have.
///
/// Implemented for `bool`, the integers that OData knows, `f32`, `f64`, `String`, the types of [`edm`](crate::edm),
/// `Vec<T>` and `Box<T>` of such types, by the derives `GraphComplex` and `GraphEnum`, and for sets of the latter's
/// members ([`FlagSet`](crate::FlagSet)). `Option` is no value: it says that a property is nullable, and the derives look
/// for it by its name.
///
/// # Examples
///
/// A value of one's own that is read and written as a string, without the derives:
///
/// ```
/// use graph_resource::codec::ReadContext;
/// use graph_resource::codec::{GraphValue, ScalarCodec, ScalarValue};
/// use serde::{Deserialize, Deserializer, Serialize, Serializer};
///
/// #[derive(Clone, Debug, PartialEq)]
/// struct PhoneNumber(String);
///
/// impl ScalarValue for PhoneNumber {
///     fn read<'de, D: Deserializer<'de>>(from: D, _: ReadContext<'_>) -> Result<Self, D::Error> {
///         String::deserialize(from).map(Self)
///     }
///     fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
///         self.0.serialize(to)
///     }
/// }
///
/// impl GraphValue for PhoneNumber {
///     type Codec = ScalarCodec<Self>;
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the type of a Graph property",
    label = "not a Graph value",
    note = "for a type of your own, derive `GraphComplex` (a struct) or `GraphEnum` (an enum)",
    note = "for a foreign type, use `#[graph_resource(opaque)]` or `#[graph_resource(with = \"module\")]`; a moment is a \
            `graph_resource::DateTimeOffset`",
    note = "a nullable property: write `Option<…>` literally, not through an alias"
)]
pub trait GraphValue: Sized + Clone + Debug + PartialEq {
    /// How values of this type are read, written, compared and patched.
    type Codec: ItemCodec<Value = Self>;

    /// Whether the values are entities, or hold entities. An entity stands by value in a complex type alone, such as the
    /// parameters of an action: in another entity it is a relationship.
    #[doc(hidden)]
    const IS_ENTITY: bool = false;
}

/// The codec of `T`.
pub type CodecOf<T> = <T as GraphValue>::Codec;

/// What a partial or a patch holds for a property of type `T`.
///
/// `T` itself where the value is replaced whole (`State<i64>` is `i64`), [`Change<T>`](crate::Change) for a complex
/// type.
pub type State<T> = <<T as GraphValue>::Codec as Codec>::State;

/// How one type of value is read, written, compared and patched.
///
/// `Value` is what a whole resource holds; `State` is what a partial or a patch holds for it. A value that is replaced whole
/// needs [`Replaced`] only.
pub trait Codec: Sized {
    /// The value in a whole resource.
    type Value: Clone + Debug + PartialEq;
    /// What a partial or a patch holds for the value.
    type State: Clone + Debug + PartialEq;

    /// Reads a whole value into an empty place, with [`Out::fill`]. After `Ok` it is filled; after an error, what is in it
    /// is to be discarded.
    ///
    /// # Errors
    ///
    /// The reader's own error, where the input is no such value.
    fn read_into<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut Option<Self::Value>,
    ) -> Result<(), D::Error>;

    /// Reads the value's state from a body into an empty place, as [`read_into`](Self::read_into) does.
    ///
    /// # Errors
    ///
    /// The reader's own error, where the input is no such value.
    fn read_state_into<'de, D: Deserializer<'de>, P: Out<Self::State>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut P,
    ) -> Result<(), D::Error>;

    /// Reads a whole value.
    ///
    /// # Errors
    ///
    /// The reader's own error, where the input is no such value.
    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext<'_>) -> Result<Self::Value, D::Error> {
        let mut out = None;
        Self::read_into(from, cx, &mut out)?;
        out.ok_or_else(unread)
    }

    /// Writes a whole value in the given form.
    ///
    /// # Errors
    ///
    /// The writer's own error.
    fn write<S: Serializer>(value: &Self::Value, form: WriteForm, to: S) -> Result<S::Ok, S::Error>;

    /// Writes the state that a partial or a patch holds.
    ///
    /// # Errors
    ///
    /// The writer's own error.
    fn write_state<S: Serializer>(state: &Self::State, form: WriteForm, to: S) -> Result<S::Ok, S::Error>;

    /// Makes a whole value of a state; `None`, with the missing properties noted, where the state lacks some.
    fn complete(state: Self::State, completion: &mut Completion) -> Option<Self::Value>;

    /// The state that holds the whole value.
    fn whole(value: &Self::Value) -> Self::State;

    /// What changes `old` into `new`; `None` where nothing does, and where the scope says nothing. A codec that does not
    /// ask [`DiffScope::says`] loses changes inside of values that are replaced whole.
    fn diff(old: &Self::Value, new: &Self::Value, scope: DiffScope<'_>) -> Option<Self::State>;

    /// Whether the state holds a whole value. Then the former value does not count, and [`merge`](Self::merge) is not called.
    #[must_use]
    fn is_whole(_state: &Self::State) -> bool {
        true
    }

    /// Applies a state to a value.
    fn apply(value: &mut Self::Value, state: Self::State, mode: ApplyMode);

    /// Applies a state where there is no value; `None` where there is none afterwards either.
    fn start(state: Self::State, mode: ApplyMode) -> Option<Self::Value>;

    /// Composes `state` and `later`, which is not whole: a whole state replaces the earlier one.
    fn merge(state: &mut Self::State, later: Self::State);

    /// Whether the state only tells that there is a value, as a reference to an entity does.
    #[must_use]
    fn is_reference(_state: &Self::State) -> bool {
        false
    }

    /// Composes: null, then `later`, which is not whole; `None` where the value stays null.
    fn merge_onto_null(later: Self::State) -> Option<Self::State>;

    /// The value with which a non-nullable property begins, where the type has one.
    #[must_use]
    fn empty() -> Option<Self::Value> {
        None
    }

    /// Notes what is missing of what was said, for a whole value.
    fn note_missing(_state: &Self::State, _completion: &mut Completion) {}

    /// Drops what only a body may hold: dynamic members that are null, which stand for "remove".
    fn settle(_value: &mut Self::Value) {}

    /// Whether a value may hold what no answer shows: then it is in no `Debug` output of a change.
    #[must_use]
    fn has_secrets() -> bool {
        false
    }

    /// Whether values have a declared member of this name; `None` where they have no members at all.
    ///
    /// A value with members is an answer of its own; any other stands in one as the member `value`.
    #[must_use]
    fn declares(_name: &str) -> Option<bool> {
        None
    }
}

/// How the items of a collection are said: a collection is replaced whole, so that a whole item is said, but an answer may
/// say less of one than a whole one.
pub trait ItemCodec: Codec {
    /// What a partial or a patch holds for an item: the value, or the partial of one with members.
    type Item: Clone + Debug + PartialEq;

    /// Reads what a body says of an item into an empty place.
    ///
    /// # Errors
    ///
    /// The reader's own error, where the input is no such value.
    fn read_item_into<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut Option<Self::Item>,
    ) -> Result<(), D::Error>;

    /// Writes what is said of an item.
    ///
    /// # Errors
    ///
    /// The writer's own error.
    fn write_item<S: Serializer>(item: &Self::Item, form: WriteForm, to: S) -> Result<S::Ok, S::Error>;

    /// Makes a whole item of what was said; `None`, with the missing properties noted, where too little was said.
    fn complete_item(item: Self::Item, completion: &mut Completion) -> Option<Self::Value>;

    /// What says the whole of an item.
    fn item(value: Self::Value) -> Self::Item;

    /// The same of an item that stays. Each member is copied once.
    fn item_of(value: &Self::Value) -> Self::Item {
        Self::item(value.clone())
    }

    /// Notes what is missing of what was said, for a whole item.
    fn note_missing_of_item(_item: &Self::Item, _completion: &mut Completion) {}
}

impl<W: Replaced> ItemCodec for W {
    type Item = W::Value;

    #[inline]
    fn read_item_into<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut Option<W::Value>,
    ) -> Result<(), D::Error> {
        W::read_into(from, cx, out)
    }

    #[inline]
    fn write_item<S: Serializer>(item: &W::Value, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        W::write(item, form, to)
    }

    #[inline]
    fn complete_item(item: W::Value, _: &mut Completion) -> Option<W::Value> {
        Some(item)
    }

    #[inline]
    fn item(value: W::Value) -> W::Value {
        value
    }
}

/// What a codec of values that are replaced whole has to know.
pub trait Replaced {
    /// The value.
    type Value: Clone + Debug + PartialEq;

    /// Reads a value.
    ///
    /// # Errors
    ///
    /// The reader's own error, where the input is no such value.
    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext<'_>) -> Result<Self::Value, D::Error>;

    /// Reads a value into an empty place.
    ///
    /// # Errors
    ///
    /// The reader's own error, where the input is no such value.
    #[inline]
    fn read_into<'de, D: Deserializer<'de>, P: Out<Self::Value>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut P,
    ) -> Result<(), D::Error> {
        out.fill(Self::read(from, cx)?);
        Ok(())
    }

    /// Writes a value in the given form.
    ///
    /// # Errors
    ///
    /// The writer's own error.
    fn write<S: Serializer>(value: &Self::Value, form: WriteForm, to: S) -> Result<S::Ok, S::Error>;

    /// Whether the two differ, in this scope. A number that is not itself does not differ from another such one.
    #[inline]
    fn differ(old: &Self::Value, new: &Self::Value, _: DiffScope<'_>) -> bool {
        old != new
    }

    /// The value with which a non-nullable property begins, where the type has one.
    #[must_use]
    fn empty() -> Option<Self::Value> {
        None
    }
}

impl<W: Replaced> Codec for W {
    type Value = W::Value;
    type State = W::Value;

    #[inline]
    fn read_into<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut Option<Self::Value>,
    ) -> Result<(), D::Error> {
        W::read_into(from, cx, out)
    }

    #[inline]
    fn read_state_into<'de, D: Deserializer<'de>, P: Out<Self::State>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut P,
    ) -> Result<(), D::Error> {
        W::read_into(from, cx, out)
    }

    #[inline]
    fn write<S: Serializer>(value: &Self::Value, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        W::write(value, form, to)
    }

    #[inline]
    fn write_state<S: Serializer>(state: &Self::State, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        W::write(state, form, to)
    }

    #[inline]
    fn complete(state: Self::State, _: &mut Completion) -> Option<Self::Value> {
        Some(state)
    }

    #[inline]
    fn whole(value: &Self::Value) -> Self::State {
        value.clone()
    }

    #[allow(
        clippy::inline_always,
        reason = "a known scope folds the match, which the compiler's own estimate does not see"
    )]
    #[inline(always)]
    fn diff(old: &Self::Value, new: &Self::Value, scope: DiffScope<'_>) -> Option<Self::State> {
        scope.says(|| W::differ(old, new, scope)).then(|| new.clone())
    }

    #[inline]
    fn apply(value: &mut Self::Value, state: Self::State, _: ApplyMode) {
        *value = state;
    }

    #[inline]
    fn start(state: Self::State, _: ApplyMode) -> Option<Self::Value> {
        Some(state)
    }

    #[inline]
    fn merge(state: &mut Self::State, later: Self::State) {
        *state = later;
    }

    #[inline]
    fn merge_onto_null(later: Self::State) -> Option<Self::State> {
        Some(later)
    }

    #[inline]
    fn empty() -> Option<Self::Value> {
        W::empty()
    }
}

/// A codec whose state can be made of a `V`.
#[diagnostic::on_unimplemented(
    message = "a property of this type cannot be set to `{V}`",
    label = "not a value of this property",
    note = "a complex value is set to a value or to a patch of its type, a text to what converts into a `String`",
    note = "an `Option` is not taken: to send null, call the property's `clear_…()`; to leave it, call nothing",
    note = "a nullable property has `set_…()` too, which takes an `Option` or a `Field`"
)]
pub trait Accept<V>: Codec {
    /// Converts.
    fn accept(value: V) -> Self::State;
}

/// Whether two values differ anywhere, also in what no patch changes. Both are looked at once.
pub(crate) fn differ<C: Codec>(old: &C::Value, new: &C::Value) -> bool {
    let seen = Probe::exact();
    C::diff(old, new, DiffScope::Probe(&seen)).is_some() || seen.differs()
}

/// A value or a state, on its way to a serializer.
pub(crate) struct Writing<'v, C: Codec> {
    value: &'v C::Value,
    form: WriteForm,
}

impl<'v, C: Codec> Writing<'v, C> {
    #[inline]
    pub(crate) fn new(value: &'v C::Value, form: WriteForm) -> Self {
        Self { value, form }
    }
}

impl<C: Codec> Serialize for Writing<'_, C> {
    #[inline]
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        C::write(self.value, self.form, to)
    }
}

/// The same for a state.
pub(crate) struct WritingState<'v, C: Codec> {
    state: &'v C::State,
    form: WriteForm,
}

impl<'v, C: Codec> WritingState<'v, C> {
    #[inline]
    pub(crate) fn new(state: &'v C::State, form: WriteForm) -> Self {
        Self { state, form }
    }
}

impl<C: Codec> Serialize for WritingState<'_, C> {
    #[inline]
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        C::write_state(self.state, self.form, to)
    }
}
