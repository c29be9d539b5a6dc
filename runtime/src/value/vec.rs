//! `Vec<T>`: a collection, replaced whole.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, SeqAccess, Unexpected, Visitor};
use serde::ser::{Serialize, SerializeSeq, Serializer};

use crate::codec::context::{ApplyMode, Completion, DiffScope, ReadContext, Wanted, WriteForm};
use crate::codec::fill::{AsValue, Fill, Filling, FillingNullable};
use crate::codec::out::{Out, unread};
use crate::codec::unsent::Unsent;
use crate::codec::value::{Accept, Codec, GraphValue, ItemCodec, differ};

/// The codec of a collection of `T`.
///
/// Null is read as empty: by OData's rules a collection is never null, but some services say so. It is refused where the
/// property is marked `not_null`.
///
/// Source: OData CSDL 4.0, section 6.2.1; OData Protocol 4.01, section 11.4.9.4.
pub struct VecCodec<T>(PhantomData<T>);

/// What may stand in a collection: a Graph value, or an `Option` of one where the service sends null items.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the type of a Graph property",
    label = "not a Graph value",
    note = "for a type of your own, derive `GraphComplex` (a struct) or `GraphEnum` (an enum)",
    note = "for a foreign type, use `#[graph_resource(opaque)]` or `#[graph_resource(with = \"module\")]`; a moment is a \
            `graph_resource::DateTimeOffset`"
)]
pub trait Item: Sized + Clone + fmt::Debug + PartialEq {
    /// What a partial or a patch holds for an item.
    type State: Clone + fmt::Debug + PartialEq;

    /// The codec of the collection. Found through the item, so that the compiler, where it is no Graph value, says
    /// that and nothing else.
    type Collection: ItemCodec<Value = Vec<Self>, State = Vec<Self::State>>;

    /// As that of [`GraphValue`].
    #[doc(hidden)]
    const IS_ENTITY: bool;

    /// Reads an item into an empty place.
    ///
    /// # Errors
    ///
    /// The reader's own error, where the input is no such item.
    fn read_into<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut Option<Self>,
    ) -> Result<(), D::Error>;

    /// Writes an item.
    ///
    /// # Errors
    ///
    /// The writer's own error.
    fn write<S: Serializer>(&self, form: WriteForm, to: S) -> Result<S::Ok, S::Error>;

    /// Whether two items differ anywhere.
    fn differs(&self, other: &Self) -> bool;

    /// Compares the item with itself: looks at what is in it.
    fn look(&self, scope: DiffScope<'_>);

    /// Reads what a body says of an item into an empty place.
    ///
    /// # Errors
    ///
    /// The reader's own error, where the input is no such item.
    fn read_state_into<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut Option<Self::State>,
    ) -> Result<(), D::Error>;

    /// Writes what is said of an item.
    ///
    /// # Errors
    ///
    /// The writer's own error.
    fn write_state<S: Serializer>(state: &Self::State, form: WriteForm, to: S) -> Result<S::Ok, S::Error>;

    /// Makes a whole item of what was said; `None`, with the missing properties noted, where too little was said.
    fn complete(state: Self::State, completion: &mut Completion) -> Option<Self>;

    /// What says the whole of the item.
    fn into_state(self) -> Self::State;

    /// The same of an item that stays.
    fn state(&self) -> Self::State;

    /// Notes what is missing of what was said, for a whole item.
    fn note_missing(state: &Self::State, completion: &mut Completion);
}

/// The codecs of collections, found through the codec of the items: where they have none, the compiler says so, and does not
/// speak of a codec of collections besides.
pub trait Collected: Codec {
    /// Of a collection of values.
    type Collection;
    /// Of a collection with null items.
    type Nullable;
}

impl<C: Codec> Collected for C {
    type Collection = VecCodec<C::Value>;
    type Nullable = VecCodec<Option<C::Value>>;
}

impl<T: GraphValue> Item for T {
    type State = <T::Codec as ItemCodec>::Item;
    type Collection = <T::Codec as Collected>::Collection;
    const IS_ENTITY: bool = <T as GraphValue>::IS_ENTITY;

    #[inline]
    fn read_into<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut Option<Self>,
    ) -> Result<(), D::Error> {
        T::Codec::read_into(from, cx, out)
    }

    #[inline]
    fn write<S: Serializer>(&self, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        T::Codec::write(self, form, to)
    }

    fn differs(&self, other: &Self) -> bool {
        differ::<T::Codec>(self, other)
    }

    #[inline]
    fn look(&self, scope: DiffScope<'_>) {
        drop(T::Codec::diff(self, self, scope));
    }

    #[inline]
    fn read_state_into<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut Option<Self::State>,
    ) -> Result<(), D::Error> {
        T::Codec::read_item_into(from, cx, out)
    }

    #[inline]
    fn write_state<S: Serializer>(state: &Self::State, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        T::Codec::write_item(state, form, to)
    }

    #[inline]
    fn complete(state: Self::State, completion: &mut Completion) -> Option<Self> {
        T::Codec::complete_item(state, completion)
    }

    #[inline]
    fn into_state(self) -> Self::State {
        T::Codec::item(self)
    }

    #[inline]
    fn state(&self) -> Self::State {
        T::Codec::item_of(self)
    }

    #[inline]
    fn note_missing(state: &Self::State, completion: &mut Completion) {
        T::Codec::note_missing_of_item(state, completion);
    }
}

impl<T: GraphValue> Item for Option<T> {
    type State = Option<<T::Codec as ItemCodec>::Item>;
    type Collection = <T::Codec as Collected>::Nullable;
    const IS_ENTITY: bool = <T as GraphValue>::IS_ENTITY;

    fn read_into<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut Option<Self>,
    ) -> Result<(), D::Error> {
        FillingNullable::<AsValue<T::Codec>, _>::new(cx, out.fill(None)).deserialize(from)
    }

    fn write<S: Serializer>(&self, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Some(value) => T::Codec::write(value, form, to),
            None => to.serialize_none(),
        }
    }

    fn differs(&self, other: &Self) -> bool {
        match (self, other) {
            (Some(one), Some(other)) => one.differs(other),
            (one, other) => one.is_some() || other.is_some(),
        }
    }

    fn look(&self, scope: DiffScope<'_>) {
        if let Some(item) = self {
            item.look(scope);
        }
    }

    fn read_state_into<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut Option<Self::State>,
    ) -> Result<(), D::Error> {
        FillingNullable::<OfStates<T>, _>::new(cx, out.fill(None)).deserialize(from)
    }

    fn write_state<S: Serializer>(state: &Self::State, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        match state {
            Some(state) => T::Codec::write_item(state, form, to),
            None => to.serialize_none(),
        }
    }

    fn complete(state: Self::State, completion: &mut Completion) -> Option<Self> {
        match state {
            Some(state) => T::Codec::complete_item(state, completion).map(Some),
            None => Some(None),
        }
    }

    fn into_state(self) -> Self::State {
        self.map(T::Codec::item)
    }

    fn state(&self) -> Self::State {
        self.as_ref().map(T::Codec::item_of)
    }

    fn note_missing(state: &Self::State, completion: &mut Completion) {
        if let Some(state) = state {
            T::Codec::note_missing_of_item(state, completion);
        }
    }
}

impl<T: Item> GraphValue for Vec<T> {
    type Codec = T::Collection;
    const IS_ENTITY: bool = T::IS_ENTITY;
}

/// Whole items, and what is said of items: each item of a new collection, since the former ones do not count.
impl<T: Item> Codec for VecCodec<T> {
    type Value = Vec<T>;
    type State = Vec<T::State>;

    #[inline]
    fn read_into<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut Option<Vec<T>>,
    ) -> Result<(), D::Error> {
        out.fill(read_items::<OfItems<T>, T, D>(from, cx)?);
        Ok(())
    }

    #[inline]
    fn read_state_into<'de, D: Deserializer<'de>, P: Out<Self::State>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut P,
    ) -> Result<(), D::Error> {
        out.fill(read_items::<OfStates<T>, T::State, D>(from, cx)?);
        Ok(())
    }

    fn write<S: Serializer>(value: &Vec<T>, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        let form = form.of_items();
        let mut items = to.serialize_seq(Some(value.len()))?;
        for item in value {
            items.serialize_element(&WritingItem { item, form })?;
        }
        items.end()
    }

    fn write_state<S: Serializer>(state: &Self::State, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        let form = form.of_items();
        let mut items = to.serialize_seq(Some(state.len()))?;
        for state in state {
            items.serialize_element(&WritingItemState::<T> { state, form })?;
        }
        items.end()
    }

    fn complete(state: Self::State, completion: &mut Completion) -> Option<Vec<T>> {
        let mark = completion.missing().len();
        let is_inside = core::mem::replace(&mut completion.of_item, true);
        let length = state.len();
        let items: Vec<T> = if size_of::<T::State>() == size_of::<T>() {
            // In place, as most can be that are of one size: plain items are their own states.
            state.into_iter().map_while(|state| T::complete(state, completion)).collect()
        } else {
            // Each item is moved once, which `collect` does not see to.
            let mut items = Vec::with_capacity(length);
            for state in state {
                let Some(item) = T::complete(state, completion) else { break };
                items.push(item);
            }
            items
        };
        if items.len() < length {
            completion.below_item(mark, items.len());
        }
        completion.of_item = is_inside;
        (items.len() == length).then_some(items)
    }

    fn whole(value: &Vec<T>) -> Self::State {
        value.iter().map(T::state).collect()
    }

    #[inline]
    fn diff(old: &Vec<T>, new: &Vec<T>, scope: DiffScope<'_>) -> Option<Self::State> {
        if let DiffScope::Unsent(unsent) = scope {
            look_for_unsent(unsent, old, new);
            return None;
        }
        // Items that are equal are the same; of those that are not, a number that is not itself may be the reason.
        scope.says(|| (scope.is_exact() || old != new) && items_differ(old, new)).then(|| Self::whole(new))
    }

    /// Where too little is said of one item, nothing is taken: what is known stays.
    fn apply(value: &mut Vec<T>, state: Self::State, mode: ApplyMode) {
        if let Some(items) = Self::start(state, mode) {
            *value = items;
        }
    }

    fn start(state: Self::State, _: ApplyMode) -> Option<Vec<T>> {
        Self::complete(state, &mut Completion::of_start())
    }

    fn merge(state: &mut Self::State, later: Self::State) {
        *state = later;
    }

    fn merge_onto_null(later: Self::State) -> Option<Self::State> {
        Some(later)
    }

    fn note_missing(state: &Self::State, completion: &mut Completion) {
        for (index, state) in state.iter().enumerate() {
            let mark = completion.missing().len();
            T::note_missing(state, completion);
            if completion.missing().len() > mark {
                completion.below_item(mark, index);
            }
        }
    }

    fn empty() -> Option<Vec<T>> {
        Some(Vec::new())
    }
}

#[cold]
#[inline(never)]
fn items_differ<T: Item>(old: &[T], new: &[T]) -> bool {
    old.len() != new.len() || old.iter().zip(new).any(|(old, new)| old.differs(new))
}

/// Looks for what no patch can say in the items that were not there.
#[cold]
#[inline(never)]
fn look_for_unsent<T: Item>(unsent: &Unsent, old: &[T], new: &[T]) {
    for (index, item) in new.iter().enumerate() {
        if unsent.is_found() {
            return;
        }
        unsent.below(&format!("[{index}]"), || unsent.in_new(|| item.look(DiffScope::Unsent(unsent))));
        // Few items have anything of the kind, so that few are searched for.
        if unsent.is_found() && old.contains(item) {
            unsent.forget();
        }
    }
}

impl<T: Item> ItemCodec for VecCodec<T> {
    type Item = Vec<T::State>;

    fn read_item_into<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut Option<Self::Item>,
    ) -> Result<(), D::Error> {
        Self::read_state_into(from, cx, out)
    }

    fn write_item<S: Serializer>(item: &Self::Item, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        Self::write_state(item, form, to)
    }

    fn complete_item(item: Self::Item, completion: &mut Completion) -> Option<Vec<T>> {
        Self::complete(item, completion)
    }

    fn item(value: Vec<T>) -> Self::Item {
        Self::accept(value)
    }

    fn item_of(value: &Vec<T>) -> Self::Item {
        Self::whole(value)
    }

    fn note_missing_of_item(item: &Self::Item, completion: &mut Completion) {
        Self::note_missing(item, completion);
    }
}

impl<T: Item> Accept<Vec<T>> for VecCodec<T> {
    #[inline]
    fn accept(value: Vec<T>) -> Vec<T::State> {
        value.into_iter().map(T::into_state).collect()
    }
}

struct WritingItem<'v, T> {
    item: &'v T,
    form: WriteForm,
}

impl<T: Item> Serialize for WritingItem<'_, T> {
    #[inline]
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.item.write(self.form, to)
    }
}

struct WritingItemState<'v, T: Item> {
    state: &'v T::State,
    form: WriteForm,
}

impl<T: Item> Serialize for WritingItemState<'_, T> {
    #[inline]
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        T::write_state(self.state, self.form, to)
    }
}

/// An item.
struct OfItems<T>(PhantomData<T>);

impl<T: Item> Fill<Option<T>> for OfItems<T> {
    #[inline]
    fn read_into<'de, D: Deserializer<'de>>(from: D, cx: ReadContext<'_>, out: &mut Option<T>) -> Result<(), D::Error> {
        T::read_into(from, cx, out)
    }
}

/// What is said of an item.
struct OfStates<T>(PhantomData<T>);

impl<T: Item> Fill<Option<T::State>> for OfStates<T> {
    #[inline]
    fn read_into<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut Option<T::State>,
    ) -> Result<(), D::Error> {
        T::read_state_into(from, cx, out)
    }
}

/// Reads a collection of what `R` reads.
#[inline]
pub(crate) fn read_items<'de, R: Fill<Option<V>>, V, D: Deserializer<'de>>(
    from: D,
    cx: ReadContext<'_>,
) -> Result<Vec<V>, D::Error> {
    from.deserialize_option(CollectionVisitor::<R, V> { cx, item: PhantomData })
}

struct CollectionVisitor<'c, R, V> {
    cx: ReadContext<'c>,
    item: PhantomData<(R, V)>,
}

impl<'de, R: Fill<Option<V>>, V> Visitor<'de> for CollectionVisitor<'_, R, V> {
    type Value = Vec<V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Wanted("an array", self.cx.property()), f)
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<Vec<V>, E> {
        if self.cx.is_not_null() {
            return Err(E::invalid_type(Unexpected::Unit, &self));
        }
        Ok(Vec::new())
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<Vec<V>, E> {
        self.visit_unit()
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Vec<V>, D::Error> {
        from.deserialize_seq(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Vec<V>, A::Error> {
        // A hint is the sender's word: 64 items are reserved on it, the rest as they come.
        let mut collection = Vec::with_capacity(items.size_hint().unwrap_or(0).min(64));
        loop {
            let mut out = None;
            if items.next_element_seed(Filling::<R, _>::new(self.cx, &mut out))?.is_none() {
                return Ok(collection);
            }
            collection.push(out.ok_or_else(unread)?);
        }
    }
}
