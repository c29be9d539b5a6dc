//! What a navigation property leads to: entities, which are values of no other property.

use core::fmt::Debug;
use core::marker::PhantomData;

use serde::de::Deserializer;
use serde::ser::{SerializeSeq, Serializer};

use super::{Boxed, Codec, Collection, Item, Whole, Writing};
use crate::read::ReadContext;
use crate::write::Form;

/// A type with properties: an entity type, a complex type, a union of such, or a collection of them. What a navigation
/// property may have, and a variant of a union.
///
/// Implemented by the derives for structs and unions, and here for `Vec<T>` and `Box<T>` of such.
///
/// Source: OData CSDL 4.0, section 7.1.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no type with properties",
    label = "neither an entity type nor a complex type",
    note = "for a struct of your own, derive `GraphResource` where it has a path, or else `GraphComplex`"
)]
pub trait Related: Sized {
    /// How values of this type are read, written and compared.
    type Codec: Codec<Value = Self>;
}

/// The codec of what a navigation property leads to.
pub type RelatedCodec<T> = <T as Related>::Codec;

/// What a partial holds for a navigation property.
pub type RelatedState<T> = <<T as Related>::Codec as Codec>::State;

impl<T: Related> Related for Box<T> {
    type Codec = Boxed<T::Codec>;
}

impl<T: Related + Clone + Debug + PartialEq> Related for Vec<T> {
    type Codec = Entities<T>;
}

/// The codec of a collection of entities.
pub struct Entities<T>(PhantomData<T>);

impl<T: Related + Clone + Debug + PartialEq> Whole for Entities<T> {
    type Value = Vec<T>;

    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext) -> Result<Vec<T>, D::Error> {
        let items = <Collection<Entity<T>> as Whole>::read(from, cx)?;
        Ok(items.into_iter().map(|Entity(value)| value).collect())
    }

    fn write<S: Serializer>(value: &Vec<T>, form: Form, to: S) -> Result<S::Ok, S::Error> {
        let form = form.of_items();
        let mut items = to.serialize_seq(Some(value.len()))?;
        for item in value {
            items.serialize_element(&Writing::<T::Codec>::new(item, form))?;
        }
        items.end()
    }

    fn empty() -> Option<Vec<T>> {
        Some(Vec::new())
    }
}

/// An entity as an item of a collection.
#[derive(Clone, Debug, PartialEq)]
struct Entity<T>(T);

impl<T: Related + Clone + Debug + PartialEq> Item for Entity<T> {
    type Collection = Collection<Self>;

    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext) -> Result<Self, D::Error> {
        T::Codec::read(from, cx).map(Self)
    }

    fn write<S: Serializer>(&self, form: Form, to: S) -> Result<S::Ok, S::Error> {
        T::Codec::write(&self.0, form, to)
    }
}
