//! Reading an entity of an answer.

use serde::de::{DeserializeSeed, Deserializer};

use crate::codec::compound::{Compound, Partial};
use crate::codec::context::{ReadContext, ReadMode};
use crate::codec::fill::{AsState, AsValue};
use crate::codec::out::Out;
use crate::etag::ETag;

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
        etag: &mut Option<ETag>,
        out: &mut Option<Self::Value>,
    ) -> Result<(), D::Error>;
}

impl<T: Compound> FillEntity for AsValue<T> {
    type Value = T;

    fn declares(name: &str) -> bool {
        T::declares(name)
    }

    fn read_entity<'de, D: Deserializer<'de>>(
        from: D,
        etag: &mut Option<ETag>,
        out: &mut Option<T>,
    ) -> Result<(), D::Error> {
        T::read_into(from, ReadContext::root(ReadMode::Answer), Some(etag), out)
    }
}

impl<T: Compound> FillEntity for AsState<T> {
    type Value = T::Partial;

    fn declares(name: &str) -> bool {
        T::declares(name)
    }

    fn read_entity<'de, D: Deserializer<'de>>(
        from: D,
        etag: &mut Option<ETag>,
        out: &mut Option<T::Partial>,
    ) -> Result<(), D::Error> {
        out.fill(T::Partial::default()).read_into(from, ReadContext::root(ReadMode::Answer), Some(etag))
    }
}

/// Reads an entity into its place, and its `@odata.etag` beside it.
pub(crate) struct EntitySeed<'r, E: FillEntity> {
    etag: &'r mut Option<ETag>,
    out: &'r mut Option<E::Value>,
}

impl<'r, E: FillEntity> EntitySeed<'r, E> {
    pub(crate) fn new(out: &'r mut Option<E::Value>, etag: &'r mut Option<ETag>) -> Self {
        Self { etag, out }
    }
}

impl<'de, E: FillEntity> DeserializeSeed<'de> for EntitySeed<'_, E> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        E::read_entity(from, self.etag, self.out)
    }
}
