//! Reading an entity of an answer.

use serde::de::{DeserializeSeed, Deserializer};

use crate::codec::aside::Aside;
use crate::codec::compound::{Compound, Partial};
use crate::codec::context::{ReadContext, ReadMode};
use crate::codec::fill::{AsState, AsValue};
use crate::codec::out::Out;

/// How an entity of an answer is read.
pub trait FillEntity {
    /// What is read.
    type Value;

    /// Whether its type declares a property of this name.
    #[doc(hidden)]
    fn declares(name: &str) -> bool;

    /// Reads it into an empty place, and its `@odata.etag` aside.
    #[doc(hidden)]
    fn read_entity<'de, D: Deserializer<'de>>(
        from: D,
        aside: &mut Aside,
        out: &mut Option<Self::Value>,
    ) -> Result<(), D::Error>;
}

impl<T: Compound> FillEntity for AsValue<T> {
    type Value = T;

    fn declares(name: &str) -> bool {
        T::declares(name)
    }

    fn read_entity<'de, D: Deserializer<'de>>(from: D, aside: &mut Aside, out: &mut Option<T>) -> Result<(), D::Error> {
        T::read_into(from, ReadContext::root(ReadMode::Answer), Some(aside), out)
    }
}

impl<T: Compound> FillEntity for AsState<T> {
    type Value = T::Partial;

    fn declares(name: &str) -> bool {
        T::declares(name)
    }

    fn read_entity<'de, D: Deserializer<'de>>(
        from: D,
        aside: &mut Aside,
        out: &mut Option<T::Partial>,
    ) -> Result<(), D::Error> {
        out.fill(T::Partial::default()).read_into(from, ReadContext::root(ReadMode::Answer), Some(aside))
    }
}

/// Reads an entity into its place, and its `@odata.etag` beside it.
pub(crate) struct EntitySeed<'r, E: FillEntity> {
    aside: &'r mut Aside,
    out: &'r mut Option<E::Value>,
}

impl<'r, E: FillEntity> EntitySeed<'r, E> {
    pub(crate) fn new(out: &'r mut Option<E::Value>, aside: &'r mut Aside) -> Self {
        Self { aside, out }
    }
}

impl<'de, E: FillEntity> DeserializeSeed<'de> for EntitySeed<'_, E> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        E::read_entity(from, self.aside, self.out)
    }
}
