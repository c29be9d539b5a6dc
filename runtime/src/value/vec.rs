//! `Vec<T>`: a collection, replaced whole.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, SeqAccess, Unexpected, Visitor};
use serde::ser::{Serialize, SerializeSeq, Serializer};

use crate::codec::context::{DiffScope, ReadContext, Wanted, WriteForm};
use crate::codec::fill::{AsValue, Fill, Filling, FillingNullable};
use crate::codec::out::{Out, unread};
use crate::codec::value::{Accept, Codec, GraphValue, Replaced, differ};

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
    note = "for a foreign type, use `#[graph_resource(opaque)]` or `#[graph_resource(with = \"module\")]`"
)]
pub trait Item: Sized + Clone + fmt::Debug + PartialEq {
    /// The codec of the collection. Found through the item, so that the compiler, where it is no Graph value, says
    /// that and nothing else.
    type Collection: Codec<Value = Vec<Self>, State = Vec<Self>>;

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
}

impl<T: GraphValue> Item for T {
    type Collection = VecCodec<Self>;

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
}

impl<T: GraphValue> Item for Option<T> {
    type Collection = VecCodec<Self>;

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
}

impl<T: Item> GraphValue for Vec<T> {
    type Codec = T::Collection;
}

impl<T: Item> Replaced for VecCodec<T> {
    type Value = Vec<T>;

    #[inline]
    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext<'_>) -> Result<Vec<T>, D::Error> {
        read_items::<OfItems<T>, T, D>(from, cx)
    }

    fn write<S: Serializer>(value: &Vec<T>, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        let form = form.of_items();
        let mut items = to.serialize_seq(Some(value.len()))?;
        for item in value {
            items.serialize_element(&WritingItem { item, form })?;
        }
        items.end()
    }

    fn differ(old: &Vec<T>, new: &Vec<T>, scope: DiffScope<'_>) -> bool {
        // Items that are equal are the same; of those that are not, a number that is not itself may be the reason.
        (scope.is_exact() || old != new)
            && (old.len() != new.len() || old.iter().zip(new).any(|(old, new)| old.differs(new)))
    }

    fn empty() -> Option<Vec<T>> {
        Some(Vec::new())
    }
}

impl<T: Item> Accept<Vec<T>> for VecCodec<T> {
    #[inline]
    fn accept(value: Vec<T>) -> Vec<T> {
        value
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

/// An item.
struct OfItems<T>(PhantomData<T>);

impl<T: Item> Fill<Option<T>> for OfItems<T> {
    #[inline]
    fn read_into<'de, D: Deserializer<'de>>(from: D, cx: ReadContext<'_>, out: &mut Option<T>) -> Result<(), D::Error> {
        T::read_into(from, cx, out)
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
