//! Values of foreign types: those with serde implementations of their own, and those with a module beside them.

use core::fmt::{self, Debug};
use core::marker::PhantomData;

use serde::de::{DeserializeOwned, Deserializer, Unexpected, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::codec::context::{DiffScope, ReadContext, Wanted, WriteForm};
use crate::codec::decode::instead_of;
use crate::codec::value::Replaced;

/// The codec of a field marked `opaque`: the type's own serde implementations.
pub struct OpaqueCodec<T>(PhantomData<T>);

/// What a field marked `opaque` may hold.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the type of a field marked `opaque`",
    label = "lacks an implementation",
    note = "an opaque type implements serde's `Serialize` and `Deserialize`, and `Clone`, `Debug` and `PartialEq`"
)]
pub trait ForeignValue: Clone + Debug + PartialEq + Serialize + DeserializeOwned {}

#[diagnostic::do_not_recommend]
impl<T: Clone + Debug + PartialEq + Serialize + DeserializeOwned> ForeignValue for T {}

impl<T: ForeignValue> Replaced for OpaqueCodec<T> {
    type Value = T;

    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext<'_>) -> Result<T, D::Error> {
        from.deserialize_option(NotNull::<Self> { cx, foreign: PhantomData })
    }

    fn write<S: Serializer>(value: &T, _: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        value.serialize(to)
    }

    fn differ(old: &T, new: &T, _: DiffScope<'_>) -> bool {
        old != new && !are_same_without_being_equal::<Self>(old, new)
    }
}

/// The codec of a field marked `with = "module"`.
pub struct WithCodec<M>(PhantomData<M>);

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

impl<M: WithModule> Replaced for WithCodec<M> {
    type Value = M::Value;

    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext<'_>) -> Result<M::Value, D::Error> {
        from.deserialize_option(NotNull::<Self> { cx, foreign: PhantomData })
    }

    fn write<S: Serializer>(value: &M::Value, _: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        M::serialize(value, to)
    }

    fn differ(old: &M::Value, new: &M::Value, _: DiffScope<'_>) -> bool {
        old != new && !are_same_without_being_equal::<Self>(old, new)
    }
}

/// Whether two values are written alike, of which neither equals itself: a number that is not one is in them.
#[cold]
fn are_same_without_being_equal<F: Replaced>(old: &F::Value, new: &F::Value) -> bool {
    let is_unequal = |value: &F::Value| value.ne(value);
    let text = |value: &F::Value| serde_json::to_string(&AsJson::<F>(value)).ok();
    is_unequal(old) && is_unequal(new) && text(old).is_some_and(|old| Some(old) == text(new))
}

struct AsJson<'v, F: Replaced>(&'v F::Value);

impl<F: Replaced> Serialize for AsJson<'_, F> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        F::write(self.0, WriteForm::Local, to)
    }
}

/// Reads a value by foreign code, which knows of no property: null is refused before it, with the property's name.
struct NotNull<'c, F> {
    cx: ReadContext<'c>,
    foreign: PhantomData<F>,
}

trait Foreign: Replaced {
    fn read_foreign<'de, D: Deserializer<'de>>(from: D) -> Result<Self::Value, D::Error>;
}

impl<T: ForeignValue> Foreign for OpaqueCodec<T> {
    fn read_foreign<'de, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
        T::deserialize(from)
    }
}

impl<M: WithModule> Foreign for WithCodec<M> {
    fn read_foreign<'de, D: Deserializer<'de>>(from: D) -> Result<M::Value, D::Error> {
        M::deserialize(from)
    }
}

impl<'de, F: Foreign> Visitor<'de> for NotNull<'_, F> {
    type Value = F::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Wanted("a value", self.cx.property()), f)
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<F::Value, E> {
        self.visit_unit()
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<F::Value, E> {
        Err(E::invalid_type(Unexpected::Unit, &self))
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<F::Value, D::Error> {
        // Foreign messages quote what they refuse.
        F::read_foreign(from).map_err(|error| refused(self.cx.property(), &error))
    }
}

/// The error for a value that is not to be shown.
#[cold]
pub(crate) fn refused<E: serde::de::Error>(property: &str, error: &E) -> E {
    let of = if property.is_empty() { String::new() } else { format!(" of property `{property}`") };
    instead_of(error, &format_args!("the value{of} is not one of its type; it is not shown, since it may be a secret"))
}
