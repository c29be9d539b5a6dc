//! Values of foreign types: those with serde implementations of their own, and those with a module beside them.

use core::fmt::Debug;
use core::marker::PhantomData;

use serde::de::{DeserializeOwned, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::Whole;
use crate::read::ReadContext;
use crate::write::Form;

/// The codec of a field marked `opaque`: the type's own serde implementations.
pub struct Opaque<T>(PhantomData<T>);

impl<T: Clone + Debug + PartialEq + Serialize + DeserializeOwned> Whole for Opaque<T> {
    type Value = T;

    fn read<'de, D: Deserializer<'de>>(from: D, _: ReadContext) -> Result<T, D::Error> {
        T::deserialize(from)
    }

    fn write<S: Serializer>(value: &T, _: Form, to: S) -> Result<S::Ok, S::Error> {
        value.serialize(to)
    }
}

/// The codec of a field marked `with = "module"`.
pub struct With<M>(PhantomData<M>);

/// The two functions of a module named by `with`: `serialize` and `deserialize`, as serde has them.
pub trait WithModule {
    /// The field's type.
    type Value: Clone + Debug + PartialEq;

    /// Calls the module's `deserialize`.
    ///
    /// # Errors
    ///
    /// The module's own error.
    fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Self::Value, D::Error>;

    /// Calls the module's `serialize`.
    ///
    /// # Errors
    ///
    /// The module's own error.
    fn serialize<S: Serializer>(value: &Self::Value, to: S) -> Result<S::Ok, S::Error>;
}

impl<M: WithModule> Whole for With<M> {
    type Value = M::Value;

    fn read<'de, D: Deserializer<'de>>(from: D, _: ReadContext) -> Result<M::Value, D::Error> {
        M::deserialize(from)
    }

    fn write<S: Serializer>(value: &M::Value, _: Form, to: S) -> Result<S::Ok, S::Error> {
        M::serialize(value, to)
    }
}
