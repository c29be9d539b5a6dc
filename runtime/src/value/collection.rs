//! `Vec<T>`: a collection, replaced whole.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeSeq, Serializer};

use super::{Accept, Codec, GraphValue, Read, Reading, ReadingNullable, ValueOf, Whole};
use crate::read::{ReadContext, Wanted};
use crate::write::Form;

/// The codec of a collection of `T`.
///
/// Null is read as empty: by OData's rules a collection is never null, but some services say so.
///
/// Source: OData CSDL 4.0, section 6.2.1; OData Protocol 4.01, section 11.4.9.4.
pub struct Collection<T>(PhantomData<T>);

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
    type Collection: super::Codec<Value = Vec<Self>, State = Vec<Self>>;

    /// Reads an item.
    ///
    /// # Errors
    ///
    /// The reader's own error, where the input is no such item.
    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext) -> Result<Self, D::Error>;

    /// Writes an item.
    ///
    /// # Errors
    ///
    /// The writer's own error.
    fn write<S: Serializer>(&self, form: Form, to: S) -> Result<S::Ok, S::Error>;
}

impl<T: GraphValue> Item for T {
    type Collection = Collection<Self>;

    #[inline]
    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext) -> Result<Self, D::Error> {
        T::Codec::read(from, cx)
    }

    #[inline]
    fn write<S: Serializer>(&self, form: Form, to: S) -> Result<S::Ok, S::Error> {
        T::Codec::write(self, form, to)
    }
}

impl<T: GraphValue> Item for Option<T> {
    type Collection = Collection<Self>;

    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext) -> Result<Self, D::Error> {
        ReadingNullable::<ValueOf<T::Codec>, _>::new(cx).deserialize(from)
    }

    fn write<S: Serializer>(&self, form: Form, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Some(value) => T::Codec::write(value, form, to),
            None => to.serialize_none(),
        }
    }
}

impl<T: Item> GraphValue for Vec<T> {
    type Codec = T::Collection;
}

impl<T: Item> Whole for Collection<T> {
    type Value = Vec<T>;

    #[inline]
    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext) -> Result<Vec<T>, D::Error> {
        read_items::<OfItems<T>, D>(from, cx)
    }

    fn write<S: Serializer>(value: &Vec<T>, form: Form, to: S) -> Result<S::Ok, S::Error> {
        let form = form.of_items();
        let mut items = to.serialize_seq(Some(value.len()))?;
        for item in value {
            items.serialize_element(&WritingItem { item, form })?;
        }
        items.end()
    }

    fn empty() -> Option<Vec<T>> {
        Some(Vec::new())
    }
}

impl<T: Item> Accept<Vec<T>> for Collection<T> {
    #[inline]
    fn accept(value: Vec<T>) -> Vec<T> {
        value
    }
}

struct WritingItem<'v, T> {
    item: &'v T,
    form: Form,
}

impl<T: Item> Serialize for WritingItem<'_, T> {
    #[inline]
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.item.write(self.form, to)
    }
}

/// An item.
struct OfItems<T>(PhantomData<T>);

impl<T: Item> Read for OfItems<T> {
    type Output = T;

    #[inline]
    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext) -> Result<T, D::Error> {
        T::read(from, cx)
    }
}

/// Reads a collection of what `R` reads.
#[inline]
pub(super) fn read_items<'de, R: Read, D: Deserializer<'de>>(
    from: D,
    cx: ReadContext,
) -> Result<Vec<R::Output>, D::Error> {
    from.deserialize_option(CollectionVisitor::<R> { cx, item: PhantomData })
}

struct CollectionVisitor<R> {
    cx: ReadContext,
    item: PhantomData<R>,
}

impl<'de, R: Read> Visitor<'de> for CollectionVisitor<R> {
    type Value = Vec<R::Output>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Wanted("an array", self.cx.property()), f)
    }

    fn visit_unit<E>(self) -> Result<Vec<R::Output>, E> {
        Ok(Vec::new())
    }

    fn visit_none<E>(self) -> Result<Vec<R::Output>, E> {
        Ok(Vec::new())
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Vec<R::Output>, D::Error> {
        from.deserialize_seq(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Vec<R::Output>, A::Error> {
        // A hint is the sender's word: 64 items are reserved on it, the rest as they come.
        let mut collection = Vec::with_capacity(items.size_hint().unwrap_or(0).min(64));
        while let Some(item) = items.next_element_seed(Reading::<R>::new(self.cx))? {
            collection.push(item);
        }
        Ok(collection)
    }
}
